/* Days without a time or a zone, as records have them: YYYY-MM-DD, of the years 1 to 9999. */

const DAY_MS = 86_400_000;

/** The day of a year, a month (1 to 12) and a day of it; null where the calendar has none. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 ? textOf(date) : null;
}

/** Milliseconds since 1970 of a day's first moment in UTC. */
export function timeOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day so many days later; the same one where the calendar of records ends. */
export function addDays(day: string, days: number): string {
  return within(new Date(timeOfDay(day) + days * DAY_MS), day);
}

/** The same day so many months later, or the last one of a month that is shorter. */
export function addMonths(day: string, months: number): string {
  const date = new Date(timeOfDay(day));
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(date);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()));
  return within(date, day);
}

/** The weeks of a day's month, each from Monday; days of the months beside it fill the first and last one. */
export function weeksOfMonth(day: string): readonly (readonly string[])[] {
  const first = `${day.slice(0, 8)}01`;
  const fromMonday = (new Date(timeOfDay(first)).getUTCDay() + 6) % 7;
  const month = day.slice(0, 7);
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => addDays(first, week * 7 + at - fromMonday)),
  ).filter((week) => week.some((each) => each.startsWith(month)));
}

function within(date: Date, otherwise: string): string {
  return date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999 ? textOf(date) : otherwise;
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
