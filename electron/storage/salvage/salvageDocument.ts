import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { MissingRecord, OpenFault, SalvageReport } from '../../../shared/ipc/projectStore.ts';
import type { Finding, Seal } from '../../../shared/ipc/storageMessages.ts';
import { PICTURE_TYPES } from '../../../shared/records/asset.ts';
import { type Id, RECORD_TYPES, typeOfId } from '../../../shared/records/ids.ts';
import { LIMITS } from '../../../shared/records/limits.ts';
import { CURRENT_SCHEMA } from '../../../shared/records/migrations.ts';
import { namedIds } from '../../../shared/records/recordIds.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { repairRecords } from '../../../shared/store/integrity.ts';
import { ALL_FIELDS } from '../../../shared/store/stamps.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { writeSeal } from '../documentSeal.ts';
import { DocumentWriter } from '../documentWriter.ts';
import { HEADER_BYTES, type HeaderRemains, readRemains } from '../fileHeader.ts';
import { hashBytes } from '../hashing.ts';
import { fillMapIds } from '../mapIds.ts';
import { createTables, PAGE_SIZE } from '../schema.ts';
import { makeRow } from '../storedRecord.ts';
import { type CollectedRows, collectRows } from './collectRows.ts';
import { DatabasePages, type HidingLog } from './databasePages.ts';
import { findRows } from './findRows.ts';

/** Of so many missing records a report tells at most. */
const MOST_KNOWN = 1_000;

/** The columns of the table `asset`. */
const PICTURE_COLUMNS = 3;

/** The one revision of the new document. */
const REVISION = 'salvaged';

/**
 * Writes what can still be read of a private copy into a new document at `target`: records and pictures whose hash is
 * the one they were written with, mended where what they belonged to is missing. The copy is read page by page and
 * SQLite never opens it, so that neither damage nor a planted statement stands in the way. `log` is the one that lay
 * beside it, when SQLite could not take all of it.
 */
export function salvageDocument(path: string, target: string, log: HidingLog | null): Result<Finding, OpenFault> {
  const remains = readHeaderRemains(path);
  const found = collectBest(path, remains, log);
  if (found.rows.records.size === 0) return failure(faultOfNothing(remains, found.rows));
  const pages = new DatabasePages(path, found.pageSize, log);
  try {
    return success(writeRemains(pages, found.rows, target));
  } finally {
    pages.close();
  }
}

function faultOfNothing(remains: HeaderRemains, { damaged, hasUnknown }: CollectedRows): OpenFault {
  const { schema } = remains;
  if (hasUnknown && schema > CURRENT_SCHEMA) return { code: 'newerSchema', schema, known: CURRENT_SCHEMA };
  return remains.isProject || damaged.length > 0 ? { code: 'nothingLeft' } : { code: 'notAProject' };
}

function readHeaderRemains(path: string): HeaderRemains {
  const file = openSync(path, 'r');
  try {
    const header = new Uint8Array(HEADER_BYTES);
    readSync(file, header, 0, HEADER_BYTES, 0);
    return readRemains(header);
  } finally {
    closeSync(file);
  }
}

/** The rows at the page size the header names; at the usual one when that gives more. */
function collectBest(
  path: string,
  { pageSize, schema }: HeaderRemains,
  log: HidingLog | null,
): { readonly pageSize: number; readonly rows: CollectedRows } {
  const known = schema >= 1 && schema <= CURRENT_SCHEMA ? schema : CURRENT_SCHEMA;
  const collect = (size: number) => {
    const pages = new DatabasePages(path, size, log);
    try {
      return { pageSize: size, rows: collectRows(pages, known) };
    } finally {
      pages.close();
    }
  };
  if (pageSize === null || pageSize === PAGE_SIZE) return collect(PAGE_SIZE);
  const asNamed = collect(pageSize);
  const isWhole = asNamed.rows.records.size === asNamed.rows.counts.get('record');
  if (isWhole) return asNamed;
  const usual = collect(PAGE_SIZE);
  return usual.rows.records.size > asNamed.rows.records.size ? usual : asNamed;
}

function writeRemains(pages: DatabasePages, rows: CollectedRows, target: string): Finding {
  const database = new Database(target);
  try {
    database.pragma(`page_size = ${PAGE_SIZE}`);
    // Nobody relies on it before it has been read back.
    database.pragma('synchronous = 0');
    return database.transaction(() => fillDocument(database, pages, rows))();
  } finally {
    database.close();
  }
}

function fillDocument(database: Database.Database, pages: DatabasePages, rows: CollectedRows): Finding {
  createTables(database, CURRENT_SCHEMA);
  const writer = new DocumentWriter(database);
  const kept = writePictures(writer, pages, rows.records);
  const { records, mendings } = repairRecords(withoutLostPictures(rows.records, kept));
  for (const record of records.values()) writer.putRow(makeRow(record, null, { [ALL_FIELDS]: REVISION }));
  writer.putMeta('uuid', randomUUID());
  writer.putRevision({ id: REVISION, parents: [], at: Date.now(), author: '', label: '' });
  fillMapIds(database, null);
  const seal: Seal = writeSeal(database, CURRENT_SCHEMA, REVISION);
  const lostPictures = pictureHashes(rows.records).size - kept.size;
  const missingPictures = Math.max(lostPictures, (rows.counts.get('asset') ?? 0) - kept.size);
  return {
    seal,
    salvage: { ...reportRecords(rows), pictures: kept.size, missingPictures, mended: mendings.length },
  };
}

/** Writes the pictures that records name and that are as they were; gives their hashes. */
function writePictures(writer: DocumentWriter, pages: DatabasePages, records: Records): ReadonlySet<string> {
  const wanted = pictureHashes(records);
  const kept = new Set<string>();
  if (wanted.size === 0) return kept;
  for (const [hash, mime, bytes] of findRows(pages, [PICTURE_COLUMNS])) {
    if (typeof hash !== 'string' || !wanted.has(hash) || kept.has(hash)) continue;
    if (!(bytes instanceof Uint8Array) || bytes.byteLength > LIMITS.pictureBytes || hashBytes(bytes) !== hash) continue;
    const type = PICTURE_TYPES.find((known) => known === mime);
    if (type === undefined) continue;
    writer.putAsset({ hash, mime: type, bytes });
    kept.add(hash);
  }
  return kept;
}

function pictureHashes(records: Records): ReadonlySet<string> {
  return new Set(recordsOfType(records, 'asset').map(({ hash }) => hash));
}

/** A picture without its bytes shows nothing: what names it loses the reference when it is mended. */
function withoutLostPictures(records: Records, kept: ReadonlySet<string>): Records {
  return new Map([...records].filter(([, record]) => record.type !== 'asset' || kept.has(record.hash)));
}

/** What is missing: what is there and broken, what others name, and what the file counts beyond that. */
function reportRecords({
  records,
  damaged,
  counts,
}: CollectedRows): Pick<SalvageReport, 'records' | 'missing' | 'known'> {
  const words = new Map<Id, string>();
  for (const record of records.values()) for (const id of namedIds(record)) if (!records.has(id)) words.set(id, '');
  for (const row of damaged) if (row.id !== null) words.set(row.id, row.words);
  const known = [...words].map(([id, text]): MissingRecord => ({ type: typeOfId(id), words: text }));
  known.sort((a, b) => RECORD_TYPES.indexOf(a.type) - RECORD_TYPES.indexOf(b.type));
  const missing = Math.max(known.length, (counts.get('record') ?? 0) - records.size);
  return { records: records.size, missing, known: known.slice(0, MOST_KNOWN) };
}
