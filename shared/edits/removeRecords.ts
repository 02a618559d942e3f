import type { Id } from '../records/ids.ts';
import { keepReferences, neededIds, referredIds } from '../records/recordIds.ts';
import { isOfType, type MeanderRecord, type Records } from '../records/records.ts';
import type { Transaction } from '../store/transact.ts';

/**
 * Removes records with everything that cannot be without them: what belongs to them, what stands on them, comments,
 * and arrows that join them. Whoever merely named one of them no longer does. Throws when one of them is not there.
 */
export function removeRecords(tx: Transaction, ids: readonly Id[]): void {
  for (const id of ids) tx.need(id);
  const gone = withDependents(tx.records, ids);
  for (const id of gone) tx.remove(id);
  const naming = [...tx.records.values()].filter((record) => referredIds(record).some((id) => gone.has(id)));
  for (const record of naming) tx.put(keepReferences(record, (id) => !gone.has(id)));
}

/** The ids with those of everything that goes when they go. */
export function withDependents(records: Records, ids: readonly Id[]): ReadonlySet<Id> {
  const found = new Set(ids);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const record of records.values()) {
      if (!found.has(record.id) && standsOn(record).some((id) => found.has(id))) found.add(record.id);
    }
  }
  return found;
}

/** An arrow loses its sense with either card, so a person who removes a card removes its arrows. */
function standsOn(record: MeanderRecord): readonly Id[] {
  if (!isOfType(record, 'arrow')) return neededIds(record);
  return [record.map, record.from, record.to].filter((id) => id !== null);
}
