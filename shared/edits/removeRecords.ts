import type { Id } from '../records/ids.ts';
import { keepReferences, needsAny, refersToAny } from '../records/recordIds.ts';
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
  const naming: MeanderRecord[] = [];
  for (const record of tx.records.values()) if (refersToAny(record, gone)) naming.push(record);
  for (const record of naming) tx.put(keepReferences(record, (id) => !gone.has(id)));
}

/** The ids with those of everything that goes when they go. */
export function withDependents(records: Records, ids: readonly Id[]): ReadonlySet<Id> {
  const found = new Set(ids);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const record of records.values()) {
      if (standsOnAny(record, found) && !found.has(record.id)) found.add(record.id);
    }
  }
  return found;
}

/** An arrow loses its sense with either card, so a person who removes a card removes its arrows. */
function standsOnAny(record: MeanderRecord, gone: ReadonlySet<Id>): boolean {
  if (needsAny(record, gone)) return true;
  if (!isOfType(record, 'arrow')) return false;
  return [record.from, record.to].some((id) => id !== null && gone.has(id));
}
