import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatList, formatWhen } from '../../shared/i18n/formats.ts';
import type { Choice, Choices } from '../../shared/merge/merge.ts';
import { quietLanes } from '../../shared/merge/quietLanes.ts';
import { useSettings } from '../ApplicationContext.ts';
import { Button } from '../controls/Button.tsx';
import { Keycaps } from '../controls/Keycaps.tsx';
import { laneName } from '../outline/outlineWords.ts';
import { ConflictCard } from './ConflictCard.tsx';
import styles from './merge.module.css';
import type { Merging } from './merging.ts';
import { TakenList } from './TakenList.tsx';
import { useMergeWords } from './useMergeWords.ts';

interface MergeListProps {
  readonly merging: Merging;
  readonly onLeave: () => void;
}

/** What each key decides for the clash that has the keyboard. */
const CHOICE_KEYS: Readonly<Record<string, Choice>> = { m: 'mine', t: 'theirs', b: 'both' };

/** The clashes, what was taken without one, and the button that does it. */
export function MergeList({ merging, onLeave }: MergeListProps) {
  const { t } = useTranslation();
  const { comparison, records, fileName, answer } = merging;
  const { conflicts, taken } = comparison.merge;
  const [choices, setChoices] = useState<Choices>(new Map());
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const words = useMergeWords(records, comparison.merge);
  const left = conflicts.filter(({ key }) => !choices.has(key)).length;
  const count = conflicts.length + taken.length;
  const wanted = count - refused.size;

  const choose = (key: string, choice: Choice): void => setChoices(new Map([...choices, [key, choice]]));
  const want = (key: string, isWanted: boolean): void => {
    const others = [...refused].filter((each) => each !== key);
    setRefused(new Set(isWanted ? others : [...others, key]));
  };
  const goToNext = (): void => {
    const order = [...conflicts.keys()].map((step) => (current + 1 + step) % conflicts.length);
    const next = order.find((at) => !choices.has(conflicts[at]?.key ?? '')) ?? order[0] ?? 0;
    setCurrent(next);
    list.current?.querySelectorAll<HTMLElement>('[data-clash]')[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    const conflict = conflicts[current];
    const choice = CHOICE_KEYS[key];
    if (key === 'j') goToNext();
    else if (choice === undefined || conflict === undefined || (choice === 'both' && conflict.both === null)) return;
    else choose(conflict.key, choice);
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the clash that has the keyboard
    <div className={styles.page} onKeyDown={onKeyDown}>
      <Dialog.Description className={styles.subtitle}>
        <Parted merging={merging} fileName={fileName} />
      </Dialog.Description>
      <p className={styles.counts}>
        <span>{t('merge.differences', { count })}</span>
        <span>{t('merge.decided', { count: count - left })}</span>
      </p>
      <div className={styles.list} ref={list}>
        {conflicts.length > 0 && <h3 className={styles.heading}>{t('merge.clashes')}</h3>}
        {conflicts.map((conflict, at) => (
          <ConflictCard
            key={conflict.key}
            conflict={conflict}
            number={at + 1}
            words={words}
            choice={choices.get(conflict.key) ?? null}
            onChoose={(choice) => choose(conflict.key, choice)}
            onFocus={() => setCurrent(at)}
          />
        ))}
        {taken.length > 0 && <TakenList taken={taken} words={words} refused={refused} onWant={want} />}
        <QuietLanes merging={merging} />
      </div>
      <div className={styles.foot}>
        {conflicts.length > 0 && <KeyHints />}
        <Button look="ghost" onClick={onLeave}>
          {t('action.cancel')}
        </Button>
        <span role="status" className={styles.left}>
          {left === 0 ? t('merge.allDecided') : t('merge.left', { count: left })}
        </span>
        <Button look="main" disabled={left > 0} onClick={() => answer({ choices, refused })}>
          {wanted === 0 ? t('merge.nothing') : t('merge.go', { count: wanted })}
        </Button>
      </div>
    </div>
  );
}

/** Whose copy the other one is. */
function Parted({ merging, fileName }: { readonly merging: Merging; readonly fileName: string }) {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const { author, at } = merging.comparison;
  const now = useMemo(() => Date.now(), []);
  const when = formatWhen(language, t, at, now);
  return t('merge.parted', { name: fileName, who: author || t('merge.someone'), when });
}

/** The lanes that are the same in both copies, in one sentence. */
function QuietLanes({ merging: { records, comparison } }: { readonly merging: Merging }) {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const lanes = useMemo(() => quietLanes(records, comparison.merge), [records, comparison]);
  if (lanes.length === 0) return null;
  const names = formatList(
    language,
    lanes.map((lane) => laneName(t, lane)),
  );
  return <p className={styles.before}>{t('merge.quietLanes', { count: lanes.length, names })}</p>;
}

/** What the keys do. */
function KeyHints() {
  const { t } = useTranslation();
  const hints = [
    ['M', t('merge.mine')],
    ['T', t('merge.theirs')],
    ['B', t('merge.both')],
    ['J', t('merge.next')],
  ] as const;
  return (
    <span className={styles.keys} aria-hidden="true">
      {hints.map(([key, does]) => (
        <span key={key} className={styles.key}>
          <Keycaps keys={[key]} />
          {does}
        </span>
      ))}
    </span>
  );
}
