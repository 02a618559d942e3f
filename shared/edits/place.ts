import type { Id, RecordType } from '../records/ids.ts';
import { makeRoom, type OrderedRecord } from '../store/placing.ts';
import type { Transaction } from '../store/transact.ts';
import { healOrder } from '../util/orderKey.ts';
import { refuse } from './refusal.ts';

/** Where something shall stand among its siblings. */
export type Place<Type extends RecordType> =
  | 'first'
  | 'last'
  | { readonly before: Id<Type> }
  | { readonly after: Id<Type> };

/** Keys for `count` new records at a place among siblings, which are in their order. */
export function placeNew<Sibling extends OrderedRecord>(
  tx: Transaction,
  siblings: readonly Sibling[],
  place: Place<Sibling['type']>,
  count: number,
): readonly string[] {
  return makeRoom(tx, siblings, indexOfPlace(siblings, siblings, place), count);
}

/** The key for one new record. */
export function placeOne<Sibling extends OrderedRecord>(
  tx: Transaction,
  siblings: readonly Sibling[],
  place: Place<Sibling['type']>,
): string {
  return placeNew(tx, siblings, place, 1)[0] ?? '';
}

/**
 * Keys for records that move to a place, in the order given; they may have been among the siblings. Who stands there
 * already keeps its key, so that a move to where one is changes nothing.
 */
export function placeMoved<Sibling extends OrderedRecord>(
  tx: Transaction,
  siblings: readonly Sibling[],
  place: Place<Sibling['type']>,
  movers: readonly Sibling[],
): readonly string[] {
  const moving = new Set<Id>(movers.map(({ id }) => id));
  const others = siblings.filter(({ id }) => !moving.has(id));
  const index = indexOfPlace(siblings, others, place);
  const arranged = [...others.slice(0, index), ...movers, ...others.slice(index)];
  const stands = arranged.length === siblings.length && arranged.every(({ id }, at) => id === siblings[at]?.id);
  if (stands && healOrder(siblings).size === 0) {
    return siblings.filter(({ id }) => moving.has(id)).map(({ order }) => order);
  }
  return makeRoom(tx, others, index, movers.length);
}

/** The index among `others` (siblings without the movers). Beside a mover is where that mover stands. */
function indexOfPlace<Sibling extends OrderedRecord>(
  siblings: readonly Sibling[],
  others: readonly Sibling[],
  place: Place<Sibling['type']>,
): number {
  if (place === 'first') return 0;
  if (place === 'last') return others.length;
  const target: Id = 'before' in place ? place.before : place.after;
  const among = others.findIndex(({ id }) => id === target);
  if (among >= 0) return 'before' in place ? among : among + 1;
  const at = siblings.findIndex(({ id }) => id === target);
  if (at < 0) return refuse('gone', target);
  const next = siblings.slice(at).find((sibling) => others.includes(sibling));
  return next === undefined ? others.length : others.indexOf(next);
}
