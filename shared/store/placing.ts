import type { MeanderRecord } from '../records/records.ts';
import { type Ordered, placeAt } from '../util/orderKey.ts';
import type { Transaction } from './transact.ts';

/** A record that stands in an order among others. */
export type OrderedRecord = Extract<MeanderRecord, Ordered>;

/**
 * Keys for `count` newcomers before `siblings[index]`; siblings whose own keys leave no room get new ones.
 * `siblings` are in their order and do not hold the newcomers.
 */
export function makeRoom<Sibling extends OrderedRecord>(
  tx: Pick<Transaction, 'put'>,
  siblings: readonly Sibling[],
  index: number,
  count: number,
): readonly string[] {
  const { keys, rekeyed } = placeAt(siblings, index, count);
  for (const sibling of siblings) {
    const order = rekeyed.get(sibling.id);
    if (order !== undefined) tx.put({ ...sibling, order });
  }
  return keys;
}

/** The key for one newcomer after all its siblings. */
export function makeRoomAtEnd<Sibling extends OrderedRecord>(
  tx: Pick<Transaction, 'put'>,
  siblings: readonly Sibling[],
): string {
  const [key] = makeRoom(tx, siblings, siblings.length, 1);
  if (key === undefined) throw new Error('No key for one newcomer');
  return key;
}
