import type { Language } from '../ipc/bridge.ts';
import type { Translate } from './translator.ts';

/** British order and a 24-hour clock in English: dates of a project must not be read two ways. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL' };

/** A time of day, such as "14:02". `at` in milliseconds since 1970. */
export function formatTime(language: Language, at: number): string {
  return new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** When something was, seen from `now`: "Today 14:02", "Yesterday", "3 June", "3 June 2024". */
export function formatWhen(language: Language, translate: Translate, at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return translate('when.today', { time: formatTime(language, at) });
  if (days === 1) return translate('when.yesterday');
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', ...year }).format(at);
}

/** A day and a time, such as "3 June 2026, 14:02". */
export function formatMoment(language: Language, at: number): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  return `${day}, ${formatTime(language, at)}`;
}

/** When something was, to the minute: "Today 14:02", "Yesterday, 14:02", "3 June, 14:02". */
export function formatRecent(language: Language, translate: Translate, at: number, now: number): string {
  const when = formatWhen(language, translate, at, now);
  return daysBetween(at, now) === 0 ? when : `${when}, ${formatTime(language, at)}`;
}

/** When a file was saved: the time alone while it is the same day. */
export function formatSaved(language: Language, translate: Translate, at: number, now: number): string {
  return daysBetween(at, now) === 0 ? formatTime(language, at) : formatWhen(language, translate, at, now);
}

/** A day of a record (YYYY-MM-DD) as written in prose; empty stays empty. */
export function formatDay(language: Language, day: string): string {
  if (day === '') return '';
  const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], form).format(Date.parse(`${day}T00:00:00Z`));
}

/** A number with the language's separators, and a minus as long as a plus is wide. */
export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value).replace('-', '−');
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the unit that reads best, such as "12 MB". */
export function formatBytes(language: Language, bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = UNITS[power] ?? 'byte';
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

/** Midnights between two moments on this computer's clock. */
function daysBetween(earlier: number, later: number): number {
  const day = (at: number) => {
    const date = new Date(at);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
  };
  return day(later) - day(earlier);
}

/** A number with one decimal. */
export function formatDecimal(language: Language, value: number): string {
  return new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** Names one after the other, such as "Goals, Actions and Measures". */
export function formatList(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
