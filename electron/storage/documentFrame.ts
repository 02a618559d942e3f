import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Revision, Tombstone } from '../../shared/ipc/projectStore.ts';
import { PICTURE_TYPES } from '../../shared/records/asset.ts';
import { DocumentDamage, needInteger, needText } from './documentDamage.ts';
import { hashBytes } from './hashing.ts';
import { sortRevisions } from './revisionOrder.ts';
import { isAnyId, parseCanonical, REVISION_ID } from './storedRecord.ts';

/** A picture a document carries, without its bytes. */
export interface AssetHead {
  readonly hash: string;
  readonly mime: string;
}

/** Everything a project database says but its records and the pictures' bytes, read and verified. */
export interface DocumentFrame {
  /** Schema of the database as it was found. */
  readonly schema: number;
  readonly meta: ReadonlyMap<string, string>;
  readonly revisions: readonly Revision[];
  readonly tombstones: readonly Tombstone[];
  readonly assets: readonly AssetHead[];
}

const parentsSchema = z.array(z.string().regex(REVISION_ID));

/** Reads the frame of a database that has passed the schema gate. Throws DocumentDamage. */
export function readFrame(database: Database, schema: number): DocumentFrame {
  return {
    schema,
    meta: readMeta(database),
    revisions: readRevisions(database),
    tombstones: readTombstones(database),
    assets: readAssets(database),
  };
}

function readMeta(database: Database): ReadonlyMap<string, string> {
  const rows = database.prepare<[], { key: unknown; value: unknown }>('SELECT key, value FROM meta').all();
  return new Map(rows.map(({ key, value }) => [needText(key, 'A key of meta'), needText(value, `Meta ${key}`)]));
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
