import type { KeyboardEvent, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_LIKING } from '../../../shared/records/persona.ts';
import styles from './persona.module.css';

interface LikingDotsProps {
  /** The channel's name. */
  readonly name: string;
  /** 1 to 5; 0 where nobody has said so. */
  readonly liking: number;
  readonly onWrite: (liking: number) => void;
}

const DOTS = Array.from({ length: MOST_LIKING }, (_, at) => at + 1);

/**
 * How much a channel is liked, as dots of five: pressing one fills all up to it, pressing the last filled one takes the
 * answer back. To the keyboard it is a slider from 0 to 5.
 */
export function LikingDots({ name, liking, onWrite }: LikingDotsProps) {
  const { t } = useTranslation();
  const set = (next: number): void => {
    if (next !== liking) onWrite(next);
  };
  const onClick = ({ target }: MouseEvent): void => {
    const dot = target instanceof Element ? target.closest('[data-dot]') : null;
    const chosen = Number(dot?.getAttribute('data-dot') ?? 0);
    if (chosen > 0) set(chosen === liking ? 0 : chosen);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextLiking(event.key, liking);
    if (next === null) return;
    event.preventDefault();
    set(next);
  };
  return (
    <span
      className={styles.liking}
      role="slider"
      tabIndex={0}
      aria-label={t('persona.likes', { name })}
      aria-valuemin={0}
      aria-valuemax={MOST_LIKING}
      aria-valuenow={liking}
      aria-valuetext={liking === 0 ? t('persona.likesNothing') : t('persona.likesWords', { liking, most: MOST_LIKING })}
      title={liking === 0 ? t('persona.likes', { name }) : t('persona.likesWords', { liking, most: MOST_LIKING })}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {DOTS.map((dot) => (
        <i key={dot} data-dot={dot} data-on={dot <= liking || undefined} />
      ))}
    </span>
  );
}

/** What a key makes of it; null for a key that means nothing here. */
function nextLiking(key: string, liking: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(MOST_LIKING, liking + 1);
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, liking - 1);
  if (key === 'Home' || key === 'Delete' || key === 'Backspace') return 0;
  if (key === 'End') return MOST_LIKING;
  return /^[0-5]$/.test(key) ? Number(key) : null;
}
