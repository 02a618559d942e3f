import type { Id } from '../../shared/records/ids.ts';
import type { Records } from '../../shared/records/records.ts';
import { GUIDE_MOVES, isBeingBegun, movesDone } from './guideMoves.ts';

/** How far the moves of the map in a window are. */
export interface GuideCourse {
  readonly map: Id<'map'> | null;
  readonly isBegun: boolean;
  /** The last move was done here: with every tick the list is yet to be seen, or was at these records. */
  readonly finish: 'none' | 'unseen' | Records;
}

/** Before anything is shown. */
export const NO_COURSE: GuideCourse = { map: null, isBegun: false, finish: 'none' };

/** What a window shows. */
interface Shown {
  readonly map: Id<'map'> | null;
  readonly records: Records;
  /** Nothing is selected, so the list has its place. */
  readonly isFree: boolean;
}

/**
 * Follows the moves of a map. The list would go with its last tick, which mostly falls while a card is selected: it is
 * shown once more when nothing is, until the person edits or selects something. The same object while nothing changes.
 */
export function followGuide(before: GuideCourse, { map, records, isFree }: Shown): GuideCourse {
  const isBegun = map !== null && isBeingBegun(records, map);
  if (map === null || isBegun || before.map !== map) {
    const isSame = before.map === map && before.isBegun === isBegun && before.finish === 'none';
    return isSame ? before : { map, isBegun, finish: 'none' };
  }
  const seen = isFree ? records : 'unseen';
  if (before.isBegun) {
    const isFinished = movesDone(records, map).size === GUIDE_MOVES.length;
    return { map, isBegun, finish: isFinished ? seen : 'none' };
  }
  if (before.finish === 'unseen') return isFree ? { ...before, finish: seen } : before;
  const isOver = before.finish !== 'none' && before.finish !== seen;
  return isOver ? { ...before, finish: 'none' } : before;
}
