import { parseRecord } from '../records/parseRecord.ts';
import type { MeanderRecord } from '../records/records.ts';
import type { RecordFields } from '../store/stamps.ts';

/** Fields of valid records put together anew. Throws when they make no valid one. */
export function readFields(fields: RecordFields): MeanderRecord {
  const parsed = parseRecord(fields);
  if (!parsed.ok) throw new Error(`${String(fields.id)}: ${parsed.reason.field} ${parsed.reason.message}`);
  return parsed.value;
}
