import type { Id, RecordType } from '../../shared/records/ids.ts';
import { getRecord, type RecordShapes, type Records } from '../../shared/records/records.ts';

/** The record under an id that may be missing. */
export function recordOf<Type extends RecordType>(
  records: Records,
  id: Id<Type> | null,
): RecordShapes[Type] | undefined {
  return id === null ? undefined : getRecord(records, id);
}
