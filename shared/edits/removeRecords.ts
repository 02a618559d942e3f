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
  const dependents = new Map<Id, Id[]>();
  for (const record of records.values()) {
    for (const id of standsOn(record)) {
      const list = dependents.get(id);
      if (list === undefined) dependents.set(id, [record.id]);
      else list.push(record.id);
    }
  }
  const found = new Set<Id>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(dependents.get(id) ?? []));
  }
  return found;
}

/** An arrow loses its sense with either card, so a person who removes a card removes its arrows. */
function standsOn(record: MeanderRecord): readonly Id[] {
  if (!isOfType(record, 'arrow')) return neededIds(record);
  return [record.map, record.from, record.to].filter((id) => id !== null);
}
