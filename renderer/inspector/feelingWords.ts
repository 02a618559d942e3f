import type { TFunction } from 'i18next';

/** A feeling of -2 to +2 in words. */
export function feelingWords(t: TFunction, value: number): string {
  if (value <= -1.5) return t('inspector.feelingLevel.veryBad');
  if (value <= -0.5) return t('inspector.feelingLevel.bad');
  if (value < 0.5) return t('inspector.feelingLevel.neutral');
  return t(value < 1.5 ? 'inspector.feelingLevel.good' : 'inspector.feelingLevel.veryGood');
}
