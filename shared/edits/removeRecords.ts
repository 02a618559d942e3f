import type { Id } from '../records/ids.ts';
import { keepReferences, needsSome, refersToSome } from '../records/recordIds.ts';
import { isOfType, type MeanderRecord, type Records } from '../records/records.ts';
import type { Transaction } from '../store/transact.ts';

/**
 * Removes records with everything that cannot be without them: what belongs to them, what stands on them, comments,
 * and arrows that join them. Whoever merely named one of them no longer does. Throws when one of them is not there.
 */
export function removeRecords(tx: Transaction, ids: readonly Id[]): void {
  if (ids.length === 0) return;
  for (const id of ids) tx.need(id);
  const gone = withDependents(tx.records, ids);
  for (const id of gone) tx.remove(id);
  const isGone = (id: Id): boolean => gone.has(id);
  const naming: MeanderRecord[] = [];
  for (const record of tx.records.values()) if (refersToSome(record, isGone)) naming.push(record);
  for (const record of naming) tx.put(keepReferences(record, (id) => !isGone(id)));
}

/** The ids with those of everything that goes when they go. */
export function withDependents(records: Records, ids: readonly Id[]): ReadonlySet<Id> {
  const found = new Set(ids);
  const isFound = (id: Id): boolean => found.has(id);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const record of records.values()) {
      if (standsOnSome(record, isFound) && !isFound(record.id)) found.add(record.id);
    }
  }
  return found;
}

/** An arrow loses its sense with either card, so a person who removes a card removes its arrows. */
function standsOnSome(record: MeanderRecord, isMeant: (id: Id) => boolean): boolean {
  if (needsSome(record, isMeant)) return true;
  return isOfType(record, 'arrow') && [record.from, record.to].some((id) => id !== null && isMeant(id));
}
