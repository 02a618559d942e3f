import { Minus, MoveVertical, Pencil, Plus, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DifferenceWords } from '../../shared/i18n/differenceWords.ts';
import type { Taken, TakenKind } from '../../shared/merge/merge.ts';
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
}

/** What is taken without asking, a line for each; what looks different only comes last. */
export function TakenList({ taken, words }: TakenListProps) {
  const { t } = useTranslation();
  const sorted = [...taken].sort((a, b) => rank(a) - rank(b));
  return (
    <>
      <h3 className={styles.heading}>{t('merge.taken')}</h3>
      <ul className={styles.taken}>
        {sorted.slice(0, MOST_LINES).map((one) => (
          <TakenLine key={`${one.record.id} ${one.side} ${one.kind}`} taken={one} words={words} />
        ))}
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

function TakenLine({ taken, words }: { readonly taken: Taken; readonly words: DifferenceWords }) {
  const { t } = useTranslation();
  const { side, kind, record, other, fields } = taken;
  const Icon = ICONS[kind];
  const isWhole = other === null || kind === 'kept';
  const what = kind === 'kept' && side === 'theirs' ? 'keptTheirs' : kind;
  return (
    <li className={styles.line} data-side={side}>
      <span className={styles.sign}>
        <Icon size={13} strokeWidth={2.2} aria-hidden="true" />
      </span>
      <span className={styles.lineWords}>
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
      </span>
    </li>
  );
}
