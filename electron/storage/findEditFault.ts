import type { Id } from '../../shared/records/ids.ts';
import { parseRecord } from '../../shared/records/parseRecord.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import type { RecordsDiff } from '../../shared/store/recordsDiff.ts';
import { fieldsOf } from '../../shared/store/stamps.ts';
import { isRecord } from './isRecord.ts';

/** What keeps a change out of every file: a record that is none, or one under another's id. Null when nothing does. */
export function findEditFault(diff: RecordsDiff): string | null {
  const written: (readonly [Id, MeanderRecord])[] = [
    ...diff.added,
    ...[...diff.updated].map(([id, [, to]]) => [id, to] as const),
  ];
  for (const [id, record] of written) {
    const parsed = isRecord(record) ? null : parseRecord(fieldsOf(record));
    if (parsed?.ok === false) return `${id}: ${parsed.reason.field} ${parsed.reason.message}`;
    if (record.id !== id) return `${id} holds ${record.id}`;
  }
  return null;
}
