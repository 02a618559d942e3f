import type { TFunction } from 'i18next';
import type { CountsByType } from '../../shared/edits/consequences.ts';

/** The types a person counts in, largest first; the rest goes along unsaid. */
const COUNTED = ['map', 'stage', 'step', 'lane', 'card', 'emotion', 'comment'] as const;

/** Numbers of things as a list, such as "2 steps, 4 cards and 1 comment". */
export function countWords(t: TFunction, counts: CountsByType): string {
  const parts = COUNTED.flatMap((type) => {
    const count = counts[type] ?? 0;
    return count === 0 ? [] : [t(`ask.count.${type}`, { count })];
  });
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : t('ask.and', { first: parts.slice(0, -1).join(', '), last });
}
