import type { Database } from 'better-sqlite3';
import type { GatheredRecords } from './gatherRecords.ts';
import { DocumentDigest } from './hashing.ts';

/**
 * What is digested of the other tables: their columns as text, in the order of the key. docs/file-format.md repeats
 * this. The records come between revisions and tombstones.
 */
const BEFORE_RECORDS: readonly DigestedTable[] = [
  ['meta', "SELECT key, value FROM meta WHERE key <> 'digest' ORDER BY key"],
  ['revision', 'SELECT id, parents, CAST(at AS TEXT), author, label FROM revision ORDER BY id'],
];
const AFTER_RECORDS: readonly DigestedTable[] = [
  ['tombstone', 'SELECT id, revision FROM tombstone ORDER BY id'],
  ['asset', 'SELECT hash, mime, CAST(octet_length(bytes) AS TEXT) FROM asset ORDER BY hash'],
];

type DigestedTable = readonly [table: string, query: string];

/** The digest over everything a document says. It holds only together with the hashes of rows and pictures. */
export function digestDocument(database: Database, schema: number, records: GatheredRecords): string {
  const digest = new DocumentDigest(schema);
  addTables(digest, database, BEFORE_RECORDS);
  for (const framed of records.framed) digest.addFramed(framed);
  addTables(digest, database, AFTER_RECORDS);
  return digest.finish();
}

function addTables(digest: DocumentDigest, database: Database, tables: readonly DigestedTable[]): void {
  for (const [table, query] of tables) {
    const rows = database.prepare<[], readonly string[]>(query).raw();
    for (const columns of rows.iterate()) digest.add(table, ...columns);
  }
}
