import { LANGUAGES, type Language } from '../ipc/bridge.ts';
import { dayOf, timeOfDay } from '../util/calendarDay.ts';
import { formatDay, LOCALES } from './formats.ts';

const UTC = { timeZone: 'UTC' } as const;

/** A day (YYYY-MM-DD) as it stands in a field, such as "3 Jun 2026": no two readings. Empty stays empty. */
export function formatShortDay(language: Language, day: string): string {
  if (day === '') return '';
  const form = { day: 'numeric', month: 'short', year: 'numeric', ...UTC } as const;
  return new Intl.DateTimeFormat(LOCALES[language], form).format(timeOfDay(day));
}

/** A day with its weekday, to be read aloud: "Wednesday 3 June 2026". */
export function formatFullDay(language: Language, day: string): string {
  const weekday = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', ...UTC }).format(timeOfDay(day));
  return `${weekday} ${formatDay(language, day)}`;
}

/** A day's month: "June 2026". */
export function formatMonth(language: Language, day: string): string {
  return new Intl.DateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric', ...UTC }).format(timeOfDay(day));
}

/** The names of the weekdays from Monday. */
export function weekdayNames(language: Language, form: 'short' | 'long'): readonly string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { weekday: form, ...UTC });
  return Array.from({ length: 7 }, (_, at) => format.format(timeOfDay(`2024-01-0${at + 1}`)));
}

/**
 * The day (YYYY-MM-DD) that a person wrote: "3-6-2026", "03/06/26", "3 June 2026", "3 jun", "2026-06-03", in whichever
 * language; a day stands before its month, and the year of `today` (YYYY-MM-DD) counts where none is given. Empty for
 * empty text, null for what is no day.
 */
export function readDay(text: string, today: string): string | null {
  const plain = text.trim().toLowerCase().replaceAll(/[.,]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  if (plain === '') return '';
  const thisYear = today.slice(0, 4);
  const iso = /^(\d{4})[-/ ](\d{1,2})[-/ ](\d{1,2})$/.exec(plain);
  if (iso !== null) return made(iso[1], Number(iso[2]), iso[3]);
  const numbers = /^(\d{1,2})[-/ ](\d{1,2})(?:[-/ ](\d{4}|\d{2}))?$/.exec(plain) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(plain);
  if (numbers !== null) return made(numbers[3] ?? thisYear, Number(numbers[2]), numbers[1]);
  const words = /^(\d{1,2})[- ]?(\p{L}+)[- ]?(\d{4}|\d{2})?$/u.exec(plain);
  if (words !== null) return made(words[3] ?? thisYear, monthNamed(words[2] ?? ''), words[1]);
  const monthFirst = /^(\p{L}+) (\d{1,2})(?: (\d{4}|\d{2}))?$/u.exec(plain);
  return monthFirst === null ? null : made(monthFirst[3] ?? thisYear, monthNamed(monthFirst[1] ?? ''), monthFirst[2]);
}

function made(year: string | undefined, month: number, day: string | undefined): string | null {
  return dayOf(Number(year) + (year?.length === 2 ? 2000 : 0), month, Number(day));
}

/** The number of a month by its name or its beginning, 1 to 12; 0 when there is none. */
function monthNamed(word: string): number {
  for (const language of LANGUAGES) {
    const [long, short] = [monthNames(language, 'long'), monthNames(language, 'short')];
    const at = long.findIndex((name, index) => name === word || short[index] === word);
    const begun = at >= 0 || word.length < 3 ? at : long.findIndex((name) => name.startsWith(word));
    if (begun >= 0) return begun + 1;
  }
  return 0;
}

function monthNames(language: Language, form: 'long' | 'short'): readonly string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { month: form, ...UTC });
  return Array.from({ length: 12 }, (_, at) =>
    format
      .format(Date.UTC(2024, at, 1))
      .toLowerCase()
      .replace('.', ''),
  );
}
