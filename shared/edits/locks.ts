import type { CardRecord } from '../records/card.ts';
import type { EmotionRecord } from '../records/emotion.ts';
import type { Id } from '../records/ids.ts';
import type { LaneRecord } from '../records/lane.ts';
import { isOfType, type MeanderRecord } from '../records/records.ts';
import type { Transaction } from '../store/transact.ts';
import { refuse } from './refusal.ts';

/*
 * What is locked is neither changed nor removed, by itself or with its step, stage or persona; only with its whole map.
 * It may be shown, hidden and moved along with its column or row.
 */

/** The lane, when it may be changed. */
export function needOpenLane(tx: Transaction, id: Id<'lane'>): LaneRecord {
  const lane = tx.need(id);
  return lane.locked ? refuse('laneLocked', id) : lane;
}

/** The cards, when every one of them may be changed. Names all that may not. */
export function needOpenCards(tx: Transaction, ids: readonly Id<'card'>[]): readonly CardRecord[] {
  const cards = ids.map((id) => tx.need(id));
  refuseLocked(tx, cards);
  return cards;
}

/** The curve points, when every one of them may be changed. */
export function needOpenFeelings(tx: Transaction, ids: readonly Id<'emotion'>[]): readonly EmotionRecord[] {
  const points = ids.map((id) => tx.need(id));
  refuseLocked(tx, points);
  return points;
}

/** Refuses when anything among the records is locked. */
export function refuseLocked(tx: Transaction, records: readonly MeanderRecord[]): void {
  const lanes = new Set<Id<'lane'>>();
  for (const record of records) {
    if (isOfType(record, 'lane')) lanes.add(record.id);
    if (isOfType(record, 'card') || isOfType(record, 'emotion')) lanes.add(record.lane);
  }
  const lockedLanes = [...lanes].filter((id) => tx.get(id)?.locked === true);
  if (lockedLanes.length > 0) refuse('laneLocked', ...lockedLanes);
  const lockedCards = records.filter((record) => isOfType(record, 'card') && record.locked);
  if (lockedCards.length > 0) refuse('cardLocked', ...lockedCards.map(({ id }) => id));
}
