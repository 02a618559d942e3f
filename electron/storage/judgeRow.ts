import { CURRENT_SCHEMA, migrateRecords } from '../../shared/records/migrations.ts';
import type { RawRecord } from '../../shared/records/rawRecord.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import { DocumentDamage } from './documentDamage.ts';
import { parseCanonical, type RecordRow, readRecord } from './storedRecord.ts';

/**
 * The record of a row that may come from anybody and whose hash is right, in the form of the current schema; null when
 * it is left out of that. Throws DocumentDamage when it is no record.
 */
export function judgeRow(row: RecordRow, schema: number): MeanderRecord | null {
  const value = parseCanonical(row.json, row.id);
  if (schema === CURRENT_SCHEMA) return readRecord(value, row);
  if (!isRawRecord(value)) throw new DocumentDamage(`${row.id} is no record`);
  const [migrated] = migrateRecords([value], schema);
  return migrated === undefined ? null : readRecord(migrated, row);
}

function isRawRecord(value: ReturnType<typeof parseCanonical>): value is RawRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
