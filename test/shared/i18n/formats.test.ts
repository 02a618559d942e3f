import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatDay,
  formatNumber,
  formatSaved,
  formatTime,
  formatWhen,
} from '../../../shared/i18n/formats.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';

const now = new Date(2025, 5, 12, 14, 2).getTime();
const english = createTranslator('en');
const dutch = createTranslator('nl');

describe('formatWhen', () => {
  test('says the time of something today', () => {
    expect(formatWhen('en', english, new Date(2025, 5, 12, 9, 5).getTime(), now)).toBe('Today 09:05');
    expect(formatWhen('nl', dutch, new Date(2025, 5, 12, 9, 5).getTime(), now)).toBe('Vandaag 09:05');
  });

  test('says yesterday as soon as midnight has passed', () => {
    expect(formatWhen('en', english, new Date(2025, 5, 11, 23, 59).getTime(), now)).toBe('Yesterday');
  });

  test('says the day of this year and the year of an earlier one', () => {
    expect(formatWhen('en', english, new Date(2025, 4, 21).getTime(), now)).toBe('21 May');
    expect(formatWhen('nl', dutch, new Date(2024, 4, 21).getTime(), now)).toBe('21 mei 2024');
  });
});

test('formatSaved says the time alone on the same day', () => {
  expect(formatSaved('en', english, now, now)).toBe(formatTime('en', now));
  expect(formatSaved('en', english, new Date(2025, 5, 11).getTime(), now)).toBe('Yesterday');
});

test('formatDay reads a record’s day as that day in every time zone', () => {
  expect(formatDay('en', '2025-06-12')).toBe('12 June 2025');
  expect(formatDay('nl', '2025-06-12')).toBe('12 juni 2025');
  expect(formatDay('en', '')).toBe('');
});

test('formatBytes takes the unit that reads best', () => {
  expect(formatBytes('en', 0)).toBe('0 bytes');
  expect(formatBytes('en', 12_400_000)).toBe('12.4 MB');
  expect(formatBytes('nl', 2_100_000_000)).toBe('2,1 GB');
});

test('formatNumber uses the separators of the language', () => {
  expect(formatNumber('nl', 7200)).toBe('7.200');
});
