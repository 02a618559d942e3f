import type { Id } from '../../shared/records/ids.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';

/** A step as the map numbers it, such as "2.3 Checks her size"; empty when it is gone. */
export function stepWithNumber(records: Records, id: Id<'step'>): string {
  const step = getRecord(records, id);
  const stage = step && getRecord(records, step.stage);
  if (step === undefined || stage === undefined) return '';
  const index = indexRecords(records);
  const stageAt = index.children(stage.map, 'stage').findIndex((each) => each.id === stage.id) + 1;
  const stepAt = index.children(stage.id, 'step').findIndex((each) => each.id === id) + 1;
  return `${stageAt}.${stepAt} ${step.name}`.trim();
}
