import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Revision, Tombstone } from '../../shared/ipc/projectStore.ts';
import { PICTURE_TYPES } from '../../shared/records/asset.ts';
import { CURRENT_SCHEMA, migrateRecords } from '../../shared/records/migrations.ts';
import type { RawRecord } from '../../shared/records/rawRecord.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import type { Stamps } from '../../shared/store/stamps.ts';
import { DocumentDamage, needInteger, needText } from './documentDamage.ts';
import { chooseRecords } from './documentLimits.ts';
import { hashBytes, hashRow } from './hashing.ts';
import { sortRevisions } from './revisionOrder.ts';
import {
  isAnyId,
  makeRow,
  parseCanonical,
  parseStamps,
  parseTrusted,
  REVISION_ID,
  type RecordRow,
  readRecord,
} from './storedRecord.ts';

/** A picture a document carries, without its bytes. */
export interface AssetHead {
  readonly hash: string;
  readonly mime: string;
}

/** One record with what stands beside it, in the form of the current schema. */
export interface StoredRecord {
  readonly record: MeanderRecord;
  readonly stamps: Stamps;
  readonly row: RecordRow;
}

/** Everything a project database says but the pictures' bytes, read and verified. */
export interface StoredDocument {
  /** Schema of the database as it was found. */
  readonly schema: number;
  readonly meta: ReadonlyMap<string, string>;
  readonly records: readonly StoredRecord[];
  readonly revisions: readonly Revision[];
  readonly tombstones: readonly Tombstone[];
  readonly assets: readonly AssetHead[];
}

const parentsSchema = z.array(z.string().regex(REVISION_ID));

/**
 * Rows that may come from anybody are judged. A row that was judged before, or that this store wrote, is trusted: when
 * its hash is right it is taken for the record it holds.
 */
export type Belief = 'judge' | 'trust';

/**
 * Reads a database that has passed the schema gate. Verifies types, row hashes, pictures and records, and carries
 * older records to the current schema. Throws DocumentDamage. The digest is `checkSeal`'s matter. Reads the records of
 * the ids in `only`, or for null all.
 */
export function readDocument(
  database: Database,
  schema: number,
  belief: Belief,
  only: readonly string[] | null = null,
): StoredDocument {
  return {
    schema,
    meta: readMeta(database),
    records: readRecords(database, schema, belief, only),
    revisions: readRevisions(database),
    tombstones: readTombstones(database),
    assets: readAssets(database),
  };
}

function readMeta(database: Database): ReadonlyMap<string, string> {
  const rows = database.prepare<[], { key: unknown; value: unknown }>('SELECT key, value FROM meta').all();
  return new Map(rows.map(({ key, value }) => [needText(key, 'A key of meta'), needText(value, `Meta ${key}`)]));
}

function readRecords(
  database: Database,
  schema: number,
  belief: Belief,
  only: readonly string[] | null,
): readonly StoredRecord[] {
  const chosen = chooseRecords(only);
  const rows = database
    .prepare<string[], readonly unknown[]>(
      `SELECT id, type, map_id, json, stamps, hash FROM ${chosen.from} ORDER BY id`,
    )
    .raw();
  const stamps = new StampsReader();
  const records: StoredRecord[] = [];
  for (const columns of rows.iterate(...chosen.values)) {
    const row = checkRow(columns);
    if (schema !== CURRENT_SCHEMA) {
      const record = readOlder(row, schema, stamps);
      if (record !== null) records.push(record);
    } else {
      if (belief === 'judge') readRecord(parseCanonical(row.json, row.id), row);
      records.push(new CurrentRecord(row, stamps.read(row)));
    }
  }
  return records;
}

/**
 * A record of the current schema, read when somebody asks for it: a proof does without, and twenty thousand that nobody
 * asks for are much to clear away.
 */
class CurrentRecord implements StoredRecord {
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

/** Most records of a document have the same stamps: each text is read once. */
class StampsReader {
  readonly #read = new Map<string, Stamps>();

  read({ id, stamps }: RecordRow): Stamps {
    const known = this.#read.get(stamps);
    if (known !== undefined) return known;
    const parsed = parseStamps(stamps, id);
    this.#read.set(stamps, parsed);
    return parsed;
  }
}

function checkRow(columns: readonly unknown[]): RecordRow {
  const [id, type, mapId, json, stamps, hash] = columns;
  if (!isText(id) || !isText(type) || !isText(json) || !isText(stamps) || !isText(hash)) {
    throw new DocumentDamage(`${id} has a column that is no text`);
  }
  if (mapId !== null && !isText(mapId)) throw new DocumentDamage(`${id} lies on no map that is a text`);
  const row = { id, type, mapId, json, stamps, hash };
  if (hashRow(row) !== hash) throw new DocumentDamage(`${id} does not match its hash`);
  return row;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * The record of a single row whose hash is right, in the form of the current schema; null when it is left out of that.
 * Throws DocumentDamage when it is no record.
 */
export function judgeRow(row: RecordRow, schema: number): MeanderRecord | null {
  if (schema === CURRENT_SCHEMA) return readRecord(parseCanonical(row.json, row.id), row);
  return readOlder(row, schema, new StampsReader())?.record ?? null;
}

function readOlder(row: RecordRow, schema: number, reader: StampsReader): StoredRecord | null {
  const raw = parseCanonical(row.json, row.id);
  if (!isRawRecord(raw)) throw new DocumentDamage(`${row.id} is no record`);
  const [migrated] = migrateRecords([raw], schema);
  if (migrated === undefined) return null;
  const record = readRecord(migrated, row);
  const stamps = reader.read(row);
  return { record, stamps, row: makeRow(record, row.mapId, stamps) };
}

function isRawRecord(value: ReturnType<typeof parseCanonical>): value is RawRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function readRevisions(database: Database): readonly Revision[] {
  const rows = database
    .prepare<[], Record<keyof Revision, unknown>>('SELECT id, parents, at, author, label FROM revision ORDER BY id')
    .all();
  const revisions = rows.map((columns): Revision => {
    const id = needText(columns.id, 'The id of a revision');
    if (!REVISION_ID.test(id)) throw new DocumentDamage(`${id} is no id of a revision`);
    const parents = parentsSchema.safeParse(parseCanonical(needText(columns.parents, id), id));
    if (!parents.success) throw new DocumentDamage(`Revision ${id} has malformed parents`);
    return {
      id,
      parents: parents.data,
      at: needInteger(columns.at, `Revision ${id}, at`),
      author: needText(columns.author, `Revision ${id}, author`),
      label: needText(columns.label, `Revision ${id}, label`),
    };
  });
  return sortRevisions(revisions);
}

function readTombstones(database: Database): readonly Tombstone[] {
  const rows = database.prepare<[], Record<keyof Tombstone, unknown>>('SELECT id, revision FROM tombstone ORDER BY id');
  return rows.all().map((columns) => {
    const id = needText(columns.id, 'The id of a tombstone');
    if (!isAnyId(id)) throw new DocumentDamage(`${id} is no id of a record`);
    return { id, revision: needText(columns.revision, `The tombstone of ${id}`) };
  });
}

function readAssets(database: Database): readonly AssetHead[] {
  const rows = database.prepare<[], { hash: unknown; mime: unknown; bytes: unknown }>(
    'SELECT hash, mime, bytes FROM asset ORDER BY hash',
  );
  const assets: AssetHead[] = [];
  // One at a time: together they may be hundreds of megabytes.
  for (const row of rows.iterate()) {
    const hash = needText(row.hash, 'The hash of a picture');
    const mime = needText(row.mime, `Picture ${hash}, mime`);
    if (!PICTURE_TYPES.some((type) => type === mime)) throw new DocumentDamage(`Picture ${hash} is of type ${mime}`);
    if (!(row.bytes instanceof Uint8Array)) throw new DocumentDamage(`Picture ${hash} has no bytes`);
    if (hashBytes(row.bytes) !== hash) throw new DocumentDamage(`Picture ${hash} does not match its hash`);
    assets.push({ hash, mime });
  }
  return assets;
}
