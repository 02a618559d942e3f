import type { MeanderRecord, Records } from '../../../shared/records/records.ts';

/** Records as a Map: what windows and exports work with. */
export function recordsById(records: readonly MeanderRecord[]): Records {
  return new Map(records.map((record) => [record.id, record]));
}
