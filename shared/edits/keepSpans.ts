import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import { LONGEST_SPAN } from '../records/limits.ts';
import { type DocumentReader, stepsOfMap } from '../store/mapParts.ts';
import type { Transaction } from '../store/transact.ts';

/** Every card of a map. */
export function cardsOfMap(reader: DocumentReader, map: Id<'map'>): readonly CardRecord[] {
  return reader.children(map, 'lane').flatMap((lane) => reader.children(lane.id, 'card'));
}

/**
 * Changes the columns of a map so that cards that span keep to what they covered: one that comes to lie between is
 * covered too, one that leaves is not. `moved` are the steps that change their place.
 */
export function keepSpans<Value>(
  tx: Transaction,
  map: Id<'map'>,
  moved: ReadonlySet<Id<'step'>>,
  change: () => Value,
): Value {
  const before = stepsOfMap(tx, map).map(({ id }) => id);
  const wide = cardsOfMap(tx, map).filter(({ span }) => span > 1);
  const value = change();
  const after = stepsOfMap(tx, map).map(({ id }) => id);
  for (const card of wide) {
    const first = before.indexOf(card.step);
    const covered = before.slice(first, first + card.span);
    const start = after.indexOf(card.step);
    const span = spanOver(after, start, new Set(covered), moved);
    // One that reaches beyond the last step goes on doing so.
    const overhangs = covered.length < card.span && start + span === after.length;
    if (span === card.span || overhangs) continue;
    tx.change(card.id, (draft) => {
      draft.span = span;
    });
  }
  return value;
}

function spanOver(
  steps: readonly Id<'step'>[],
  start: number,
  covered: ReadonlySet<Id<'step'>>,
  moved: ReadonlySet<Id<'step'>>,
): number {
  let end = start;
  const first = steps[start];
  // A card that moves with its own step keeps only what still follows that step.
  if (first !== undefined && !moved.has(first)) {
    steps.forEach((step, at) => {
      if (at > end && covered.has(step) && !moved.has(step)) end = at;
    });
  }
  for (let next = steps[end + 1]; next !== undefined && covered.has(next); next = steps[end + 1]) end += 1;
  return Math.min(end - start + 1, LONGEST_SPAN);
}
