import type { Database } from 'better-sqlite3';
import { DocumentDigest } from './hashing.ts';

/** What is digested of every table: its columns as text, in the order of its key. docs/file-format.md repeats this. */
const DIGESTED: readonly (readonly [table: string, query: string])[] = [
  ['meta', "SELECT key, value FROM meta WHERE key <> 'digest' ORDER BY key"],
  ['revision', 'SELECT id, parents, CAST(at AS TEXT), author, label FROM revision ORDER BY id'],
  ['record', 'SELECT id, hash FROM record ORDER BY id'],
  ['tombstone', 'SELECT id, revision FROM tombstone ORDER BY id'],
  ['asset', 'SELECT hash, mime, CAST(octet_length(bytes) AS TEXT) FROM asset ORDER BY hash'],
];

/** The digest over everything a document says. It holds only together with the hashes of rows and pictures. */
export function digestDocument(database: Database, schema: number): string {
  const digest = new DocumentDigest(schema);
  for (const [table, query] of DIGESTED) {
    const rows = database.prepare<[], readonly string[]>(query).raw();
    for (const columns of rows.iterate()) digest.add(table, ...columns);
  }
  return digest.finish();
}
