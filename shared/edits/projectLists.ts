import type { Id } from '../records/ids.ts';
import type { RecordShapes } from '../records/records.ts';
import type { OrderedRecord } from '../store/placing.ts';
import type { NewFields, Transaction } from '../store/transact.ts';
import { addEntered } from './enterFields.ts';
import { type Place, placeMoved, placeOne } from './place.ts';

/** The types of which a project has one list that people put in order. */
export type ListType = 'map' | 'persona' | 'source' | 'channel' | 'tag';

/** Adds a record to the end of its list. */
export function addToList<Type extends ListType>(
  tx: Transaction,
  type: Type,
  fields: NewFields<Type>,
): RecordShapes[Type] {
  const siblings: readonly OrderedRecord[] = tx.roots(type);
  return addEntered(tx, type, { ...fields, order: placeOne(tx, siblings, 'last') });
}

/** Moves a record to another place of its list. */
export function moveInList<Type extends ListType>(tx: Transaction, type: Type, id: Id<Type>, at: Place<Type>): void {
  const siblings: readonly OrderedRecord[] = tx.roots(type);
  const record: OrderedRecord = tx.need(id);
  const [order] = placeMoved(tx, siblings, at, [record]);
  tx.put({ ...record, order: order ?? record.order });
}
