import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceWords } from '../../shared/i18n/differenceWords.ts';
import type { Choice, Conflict } from '../../shared/merge/merge.ts';
import type { Side } from '../../shared/merge/mergeCopy.ts';
import { Button } from '../controls/Button.tsx';
import styles from './merge.module.css';

interface ConflictCardProps {
  readonly conflict: Conflict;
  /** Counted from 1. */
  readonly number: number;
  readonly words: DifferenceWords;
  /** Null while it is not decided. */
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice) => void;
  /** The keyboard has come to it. */
  readonly onFocus: () => void;
}

/** One clash: both values, and a button for each way to end it. */
export function ConflictCard({ conflict, number, words, choice, onChoose, onFocus }: ConflictCardProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const { mine, theirs, before, fields, both } = conflict;
  // Its own words stand in the values; else they say which one it is.
  const isAboutWords = fields.some((field) => ['text', 'label'].includes(field)) || words.excerpt(mine) === '';
  return (
    <section
      className={styles.clash}
      data-clash={conflict.key}
      data-decided={choice !== null}
      tabIndex={-1}
      aria-labelledby={titleId}
      onFocus={onFocus}
    >
      <h4
        id={titleId}
        className={styles.clashTitle}
        aria-label={t('merge.number', { number, what: words.title(mine) })}
      >
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        {words.title(mine)}
      </h4>
      {!isAboutWords && <p className={styles.before}>{words.excerpt(mine)}</p>}
      <Value side="mine" isChosen={choice === 'mine' || choice === 'both'} lines={words.values(mine, fields)} />
      <Value side="theirs" isChosen={choice === 'theirs' || choice === 'both'} lines={words.values(theirs, fields)} />
      <div className={styles.choices}>
        <Button
          look={choice === 'mine' ? 'main' : 'plain'}
          aria-pressed={choice === 'mine'}
          onClick={() => onChoose('mine')}
        >
          {t('merge.takeMine')}
        </Button>
        <Button
          look={choice === 'theirs' ? 'main' : 'plain'}
          aria-pressed={choice === 'theirs'}
          onClick={() => onChoose('theirs')}
        >
          {t('merge.takeTheirs')}
        </Button>
        {both !== null && (
          <Button
            look={choice === 'both' ? 'main' : 'plain'}
            aria-pressed={choice === 'both'}
            onClick={() => onChoose('both')}
          >
            {t('merge.keepBoth')}
          </Button>
        )}
      </div>
      {before !== null && (
        <p className={styles.before}>{t('merge.before', { text: words.values(before, fields).join(', ') })}</p>
      )}
    </section>
  );
}

interface ValueProps {
  readonly side: Side;
  readonly isChosen: boolean;
  readonly lines: readonly string[];
}

/** What one side says; known by its mark as well as by its colour. */
function Value({ side, isChosen, lines }: ValueProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.value} data-side={side} data-chosen={isChosen}>
      <span className={styles.side}>
        <span className={styles.mark} aria-hidden="true" />
        {t(side === 'mine' ? 'merge.mine' : 'merge.theirs')}
      </span>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
