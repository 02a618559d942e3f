import { Minus, MoveVertical, Pencil, Plus, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceWords } from '../../shared/i18n/differenceWords.ts';
import type { Difference } from '../../shared/merge/listDifferences.ts';
import type { Id } from '../../shared/records/ids.ts';
import { Button } from '../controls/Button.tsx';
import styles from './history.module.css';
import { becameOf } from './versionMarks.ts';

interface ChangeListProps {
  readonly differences: readonly Difference[];
  readonly words: DifferenceWords;
  readonly onLookAt: (id: Id) => void;
  /** Makes this one thing what it was. */
  readonly onBringBack: (id: Id) => void;
}

const SIGNS = { added: Plus, changed: Pencil, moved: MoveVertical, removed: Minus } as const;

/** How many stand in the list at first, and come with each "show more". */
const AT_ONCE = 60;

/** Everything that is not as it was, each with the way back. */
export function ChangeList({ differences, ...rest }: ChangeListProps) {
  const { t } = useTranslation();
  const [most, setMost] = useState(AT_ONCE);
  const more = differences.length - most;
  return (
    <>
      <ul className={styles.changes}>
        {differences.slice(0, most).map((difference) => (
          <ChangeRow key={difference.record.id} difference={difference} {...rest} />
        ))}
      </ul>
      {more > 0 && (
        <Button look="ghost" onClick={() => setMost(most + AT_ONCE)}>
          {t('history.more', { count: more })}
        </Button>
      )}
    </>
  );
}

interface ChangeRowProps extends Omit<ChangeListProps, 'differences'> {
  readonly difference: Difference;
}

function ChangeRow({ difference, words, onLookAt, onBringBack }: ChangeRowProps) {
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
      <Button
        onClick={() => onBringBack(record.id)}
        aria-label={`${t(`history.back.${became}`)}: ${[title, ...lines].filter(Boolean).join(', ')}`}
      >
        <RotateCcw size={14} aria-hidden="true" />
        {t(`history.back.${became}`)}
      </Button>
    </li>
  );
}
