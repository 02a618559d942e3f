import type { Id } from '../../records/ids.ts';
import { keepReferences, refersToSome } from '../../records/recordIds.ts';
import { isOfType, type MeanderRecord } from '../../records/records.ts';
import type { Mender } from './mender.ts';

/** References to what is gone are dropped; so are links of a card to itself and people hidden where they do not walk. */
export function repairReferences({ tx, note }: Mender): void {
  const isThere = (id: Id): boolean => tx.records.has(id);
  const isGone = (id: Id): boolean => !isThere(id);
  for (const record of [...tx.records.values()]) {
    const kept = withoutNonsense(refersToSome(record, isGone) ? keepReferences(record, isThere) : record);
    if (kept === record) continue;
    tx.put(kept);
    note('referenceDropped', record.id);
  }
}

function withoutNonsense(record: MeanderRecord): MeanderRecord {
  if (isOfType(record, 'card') && record.links.includes(record.id)) {
    return { ...record, links: record.links.filter((link) => link !== record.id) };
  }
  if (isOfType(record, 'map') && record.hiddenPersonas.some((id) => !record.personas.includes(id))) {
    return { ...record, hiddenPersonas: record.hiddenPersonas.filter((id) => record.personas.includes(id)) };
  }
  return record;
}
