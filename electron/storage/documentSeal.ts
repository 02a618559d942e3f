import type { Database } from 'better-sqlite3';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import { DocumentDamage } from './documentDamage.ts';
import { digestDocument } from './documentDigest.ts';
import type { DocumentFrame } from './documentFrame.ts';
import { type GatheredRecords, gatherRecords } from './gatherRecords.ts';
import type { ProvenRows } from './provenRows.ts';

/** The tables whose rows are counted in `meta`, each under its own name. */
const COUNTED = ['asset', 'record', 'revision', 'tombstone'] as const;

/** All keys of `meta` in a saved file. */
const SEALED_KEYS: readonly string[] = [...COUNTED, 'digest', 'head', 'uuid'];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Writes what proves a document whole: the revision it holds, the counts of its rows and its digest. */
export function writeSeal(
  database: Database,
  schema: number,
  head: string,
  records: GatheredRecords = gatherRecords(database),
): Seal {
  const put = database.prepare<[string, string]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  put.run('head', head);
  for (const table of COUNTED) put.run(table, String(countRows(database, table, records)));
  const digest = digestDocument(database, schema, records);
  put.run('digest', digest);
  const uuid = database.prepare<[], string>("SELECT value FROM meta WHERE key = 'uuid'").pluck().get();
  if (uuid === undefined) throw new Error('A document without an id cannot be sealed');
  return { uuid, head, digest };
}

/** Compares a document that was read with its seal. Throws DocumentDamage when it is not as it was sealed. */
export function checkSeal(
  database: Database,
  frame: DocumentFrame,
  stamps: ProvenRows['stamps'],
  records: GatheredRecords,
): Seal {
  const { meta, schema } = frame;
  const keys = [...meta.keys()].sort();
  const expected = [...SEALED_KEYS].sort();
  if (keys.join() !== expected.join()) throw new DocumentDamage(`Meta has the keys ${keys.join(', ')}`);
  for (const table of COUNTED) {
    const count = countRows(database, table, records);
    if (meta.get(table) !== String(count)) {
      throw new DocumentDamage(`Table ${table} has ${count} rows instead of ${meta.get(table)}`);
    }
  }
  const [uuid = '', head = '', digest = ''] = ['uuid', 'head', 'digest'].map((key) => meta.get(key));
  if (!UUID.test(uuid)) throw new DocumentDamage('The document has a malformed id');
  if (digestDocument(database, schema, records) !== digest)
    throw new DocumentDamage('The document does not match its digest');
  checkRevisions(frame, stamps, head);
  return { uuid, head, digest };
}

/** Every revision that is named must be listed: the foreign keys of this format. */
function checkRevisions(frame: DocumentFrame, stamps: ProvenRows['stamps'], head: string): void {
  const known = new Set(frame.revisions.map(({ id }) => id));
  const need = (revision: string, place: string): void => {
    if (!known.has(revision)) throw new DocumentDamage(`${place} names the unknown revision ${revision}`);
  };
  need(head, 'The document');
  for (const [named, id] of stamps) for (const revision of Object.values(named)) need(revision, id);
  for (const { id, revision } of frame.tombstones) need(revision, `The tombstone of ${id}`);
}

function countRows(database: Database, table: (typeof COUNTED)[number], records: GatheredRecords): number {
  if (table === 'record') return records.count;
  return database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}
