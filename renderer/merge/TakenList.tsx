import { Minus, MoveVertical, Pencil, Plus, RotateCcw } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceWords } from '../../shared/i18n/differenceWords.ts';
import { keyOfTaken, type Taken, type TakenKind } from '../../shared/merge/merge.ts';
import styles from './merge.module.css';

/** More lines than these say nothing more. */
const MOST_LINES = 200;

const ICONS: Readonly<Record<TakenKind, typeof Plus>> = {
  added: Plus,
  changed: Pencil,
  removed: Minus,
  kept: RotateCcw,
  settled: MoveVertical,
};

interface TakenListProps {
  readonly taken: readonly Taken[];
  readonly words: DifferenceWords;
  /** Keys of what is not wanted. */
  readonly refused: ReadonlySet<string>;
  readonly onWant: (key: string, isWanted: boolean) => void;
}

/**
 * What is taken without asking, a line for each; what looks different only comes last. What comes from the other copy
 * is ticked, and can be unticked.
 */
export function TakenList({ taken, words, refused, onWant }: TakenListProps) {
  const { t } = useTranslation();
  const sorted = [...taken].sort((a, b) => rank(a) - rank(b));
  return (
    <>
      <h3 className={styles.heading}>{t('merge.taken')}</h3>
      <ul className={styles.taken}>
        {sorted.slice(0, MOST_LINES).map((one) => {
          const key = keyOfTaken(one);
          return (
            <TakenLine
              key={key}
              taken={one}
              words={words}
              isWanted={!refused.has(key)}
              onWant={(isWanted) => onWant(key, isWanted)}
            />
          );
        })}
      </ul>
      {sorted.length > MOST_LINES && (
        <p className={styles.before}>{t('merge.more', { count: sorted.length - MOST_LINES })}</p>
      )}
    </>
  );
}

function rank({ kind, side }: Taken): number {
  if (kind === 'kept') return 0;
  if (kind === 'settled') return 3;
  return side === 'theirs' ? 1 : 2;
}

interface TakenLineProps {
  readonly taken: Taken;
  readonly words: DifferenceWords;
  readonly isWanted: boolean;
  readonly onWant: (isWanted: boolean) => void;
}

function TakenLine({ taken, words, isWanted, onWant }: TakenLineProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const { side, kind, record, other, fields } = taken;
  const Icon = ICONS[kind];
  const isWhole = other === null || kind === 'kept';
  const what = kind === 'kept' && side === 'theirs' ? 'keptTheirs' : kind;
  return (
    <li className={styles.line} data-side={side} data-wanted={isWanted}>
      <span className={styles.sign}>
        <Icon size={13} strokeWidth={2.2} aria-hidden="true" />
      </span>
      <span className={styles.lineWords} id={titleId}>
        <strong>{words.title(record)}</strong>
        {kind !== 'changed' && <span>{t(`merge.kind.${what}`)}</span>}
        {isWhole ? (
          <span className={kind === 'removed' ? styles.gone : undefined}>{words.excerpt(record)}</span>
        ) : (
          words.changes(other, record, fields).map((line) => <span key={line}>{line}</span>)
        )}
      </span>
      <span className={styles.side}>
        <span className={styles.mark} aria-hidden="true" />
        {t(side === 'mine' ? 'merge.mine' : 'merge.theirs')}
        {side === 'theirs' && (
          <input
            type="checkbox"
            className={styles.tick}
            checked={isWanted}
            aria-label={t('merge.take')}
            aria-describedby={titleId}
            onChange={(event) => onWant(event.currentTarget.checked)}
          />
        )}
      </span>
    </li>
  );
}
