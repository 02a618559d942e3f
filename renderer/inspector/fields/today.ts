import { dayOf } from '../../../shared/util/calendarDay.ts';

/** The day it is on this computer: YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '';
}
