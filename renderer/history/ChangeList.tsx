import { Minus, MoveVertical, Pencil, Plus, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceWords } from '../../shared/i18n/differenceWords.ts';
import type { StageDifferences } from '../../shared/merge/groupByStage.ts';
import type { Difference } from '../../shared/merge/listDifferences.ts';
import type { Id } from '../../shared/records/ids.ts';
import { Button } from '../controls/Button.tsx';
import styles from './history.module.css';
import { becameOf } from './versionMarks.ts';

interface ChangeListProps {
  readonly groups: readonly StageDifferences[];
  readonly words: DifferenceWords;
  /** The newer end is the document as it is now: what is new can be taken out. */
  readonly isNow: boolean;
  readonly onLookAt: (id: Id) => void;
  /** Makes this one thing what it was. */
  readonly onBringBack: (id: Id) => void;
}

const SIGNS = { added: Plus, changed: Pencil, moved: MoveVertical, removed: Minus } as const;

/** How many stand in the list at first, and come with each "show more". */
const AT_ONCE = 60;

/** Everything that is not as it was, stage by stage, each with the way back. */
export function ChangeList({ groups, ...rest }: ChangeListProps) {
  const { t } = useTranslation();
  const [most, setMost] = useState(AT_ONCE);
  const count = groups.reduce((sum, { differences }) => sum + differences.length, 0);
  return (
    <>
      {upTo(groups, most).map(({ stage, number, differences }) => (
        <section key={stage?.id ?? ''}>
          <h4 className={styles.stage}>
            {stage === null ? t('history.onMap') : `${number} ${stage.name || t('outline.unnamed')}`}
          </h4>
          <ul className={styles.changes}>
            {differences.map((difference) => (
              <ChangeRow key={difference.record.id} difference={difference} {...rest} />
            ))}
          </ul>
        </section>
      ))}
      {count > most && (
        <Button look="ghost" onClick={() => setMost(most + AT_ONCE)}>
          {t('history.more', { count: count - most })}
        </Button>
      )}
    </>
  );
}

/** The first differences of all groups together. */
function upTo(groups: readonly StageDifferences[], most: number): readonly StageDifferences[] {
  let left = most;
  return groups.flatMap((group) => {
    const differences = group.differences.slice(0, left);
    left -= differences.length;
    return differences.length === 0 ? [] : [{ ...group, differences }];
  });
}

interface ChangeRowProps extends Omit<ChangeListProps, 'groups'> {
  readonly difference: Difference;
}

function ChangeRow({ difference, words, isNow, onLookAt, onBringBack }: ChangeRowProps) {
  const { t } = useTranslation();
  const { record, before, fields } = difference;
  const became = becameOf(difference);
  const Sign = SIGNS[became];
  const title = words.title(before ?? record);
  const lines =
    became === 'changed' && before !== null ? words.changes(before, record, fields) : [words.excerpt(record)];
  return (
    <li className={styles.change}>
      <span className={styles.sign} data-became={became}>
        <Sign size={13} strokeWidth={2.4} aria-hidden="true" />
      </span>
      <button type="button" className={styles.what} disabled={became === 'added'} onClick={() => onLookAt(record.id)}>
        <b>{t(`history.how.${became}`, { what: title })}</b>
        {lines.filter(Boolean).map((line) => (
          <span key={line} className={styles.words}>
            {line}
          </span>
        ))}
      </button>
      {(isNow || became !== 'added') && (
        <Button
          onClick={() => onBringBack(record.id)}
          aria-label={`${t(`history.back.${became}`)}: ${[title, ...lines].filter(Boolean).join(', ')}`}
        >
          <RotateCcw size={14} aria-hidden="true" />
          {t(`history.back.${became}`)}
        </Button>
      )}
    </li>
  );
}
