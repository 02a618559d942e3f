import type { Database } from 'better-sqlite3';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import type { Stamps } from '../../shared/store/stamps.ts';
import { type DocumentFrame, readFrame } from './documentFrame.ts';
import { judgeRow } from './judgeRow.ts';
import { type ProvenRows, walkRows } from './provenRows.ts';
import { ALL_RECORDS, chooseRange } from './recordChoice.ts';
import { makeRow, parseTrusted, type RecordRow } from './storedRecord.ts';

/** A record with its stamps, in the form of the current schema. */
export interface StoredRecord {
  readonly record: MeanderRecord;
  readonly stamps: Stamps;
}

/** A record with the row it stands in. */
export interface StoredRow extends StoredRecord {
  readonly row: RecordRow;
}

/** Everything a project database says but the pictures' bytes, read and verified. */
export interface StoredDocument<Kept extends StoredRecord = StoredRecord> extends DocumentFrame {
  readonly records: readonly Kept[];
}

/** A document, and what proves it. */
export interface ReadDocument<Kept extends StoredRecord = StoredRecord> {
  readonly document: StoredDocument<Kept>;
  readonly rows: ProvenRows;
}

/** How a row that was read is kept. */
export type KeepRow<Kept extends StoredRecord> = (row: RecordRow, stamps: Stamps) => Kept;

/** Keeps the record alone: rows beside it are twice as much to clear away. */
export const keepRecord: KeepRow<StoredRecord> = ({ json }, stamps) => ({ record: parseTrusted(json), stamps });

/** Keeps the row too; its record is read when somebody asks for it. */
export const keepRow: KeepRow<StoredRow> = (row, stamps) => new LazyRow(row, stamps);

/**
 * Reads a database that has passed the schema gate and was judged before, or that this store wrote: a row whose hash is
 * right is taken for the record it holds. Carries older records to the current schema. Throws DocumentDamage. The
 * digest is `checkSeal`'s matter.
 */
export function readDocument<Kept extends StoredRecord>(
  database: Database,
  schema: number,
  keep: KeepRow<Kept>,
): ReadDocument<Kept> {
  const records: Kept[] = [];
  const rows = walkRows(database, chooseRange(ALL_RECORDS), (row, stamps) => {
    if (schema === CURRENT_SCHEMA) records.push(keep(row, stamps));
    else {
      const record = judgeRow(row, schema);
      if (record !== null) records.push(keep(makeRow(record, row.mapId, stamps), stamps));
    }
  });
  return { document: { ...readFrame(database, schema), records }, rows };
}

class LazyRow implements StoredRow {
  readonly row: RecordRow;
  readonly stamps: Stamps;
  #record: MeanderRecord | null = null;

  constructor(row: RecordRow, stamps: Stamps) {
    this.row = row;
    this.stamps = stamps;
  }

  get record(): MeanderRecord {
    this.#record ??= parseTrusted(this.row.json);
    return this.#record;
  }
}
