import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFullDay, formatMonth, formatShortDay, readDay, weekdayNames } from '../../../shared/i18n/days.ts';
import { formatDay } from '../../../shared/i18n/formats.ts';
import { LANGUAGES } from '../../../shared/ipc/bridge.ts';
import { addDays, addMonths, dayOf, weeksOfMonth } from '../../../shared/util/calendarDay.ts';

const today = '2026-11-22';
const days = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => dayOf(year, month, day) ?? '');

describe('a day that a person wrote', () => {
  test.each([
    ['3-6-2026', '2026-06-03'],
    ['03/06/26', '2026-06-03'],
    ['3.6.2026', '2026-06-03'],
    ['03062026', '2026-06-03'],
    ['3 June 2026', '2026-06-03'],
    ['3 juni 2026', '2026-06-03'],
    [' 3  JUN.  2026 ', '2026-06-03'],
    ['June 3, 2026', '2026-06-03'],
    ['12 mrt 2027', '2027-03-12'],
    ['12 sept 2027', '2027-09-12'],
    ['9 okt', '2026-10-09'],
    ['31-12', '2026-12-31'],
    ['2026-06-03', '2026-06-03'],
    ['29-2-2028', '2028-02-29'],
    ['', ''],
  ])('“%s” is %s', (text, day) => {
    expect(readDay(text, today)).toBe(day);
  });

  test.each(['30-2-2026', '29-2-2026', '32-1-2026', '3-13-2026', '0-1-2026', '1-1-0000', '3', 'soon', '3 ju', '3-6-2'])(
    '“%s” is none',
    (text) => {
      expect(readDay(text, today)).toBeNull();
    },
  );

  test('is read as it is shown, in every language', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...LANGUAGES), (day, language) => {
        // A year of one or two digits would be written by nobody for a map.
        fc.pre(day >= '1000');
        expect(readDay(formatShortDay(language, day), today)).toBe(day);
        expect(readDay(formatDay(language, day), today)).toBe(day);
      }),
    );
  });
});

test('days are said in the language', () => {
  expect([formatShortDay('en', today), formatShortDay('nl', today)]).toEqual(['22 Nov 2026', '22 nov 2026']);
  expect([formatMonth('en', today), formatMonth('nl', today)]).toEqual(['November 2026', 'november 2026']);
  expect(formatFullDay('nl', today)).toBe('zondag 22 november 2026');
  expect(weekdayNames('nl', 'short')).toEqual(['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']);
  expect(formatShortDay('en', '')).toBe('');
});

describe('the calendar', () => {
  test('adds days and months over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect([addDays('9999-12-31', 1), addDays('0001-01-01', -1)]).toEqual(['9999-12-31', '0001-01-01']);
  });

  test('shows every day of a month once, in weeks from Monday', () => {
    expect(weeksOfMonth('2026-11-22')[0]?.[0]).toBe('2026-10-26');
    fc.assert(
      fc.property(days, (day) => {
        fc.pre(day > '0001-02' && day < '9999-11');
        const weeks = weeksOfMonth(day);
        expect(weeks.every((week) => week.length === 7 && new Date(`${week[0]}T00:00Z`).getUTCDay() === 1)).toBe(true);
        const own = weeks.flat().filter((each) => each.startsWith(day.slice(0, 7)));
        expect(own).toHaveLength(Number(addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1).slice(8)));
      }),
    );
  });
});
