import { rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { Revision, StoredAsset } from '../../shared/ipc/projectStore.ts';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import { parseRecord } from '../../shared/records/parseRecord.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import { ALL_FIELDS, fieldsOf } from '../../shared/store/stamps.ts';
import { writeSeal } from './documentSeal.ts';
import { DocumentWriter } from './documentWriter.ts';
import { fillMapIds } from './mapIds.ts';
import { createTables, PAGE_SIZE } from './schema.ts';
import { makeRow } from './storedRecord.ts';

/** Who a written document is. */
export interface DocumentIdentity {
  /** A UUID in lower case. */
  readonly uuid: string;
  /** The one revision the file holds; it has no parents. */
  readonly revision: Revision;
}

/**
 * Writes a project file for scripts that make samples and fixtures: the same input gives the same bytes (with the same
 * SQLite). Replaces what stands at `path`. Throws when a record is not valid; the application itself saves through
 * ProjectStore, which looks after the person's file.
 */
export async function writeDocument(
  path: string,
  records: readonly MeanderRecord[],
  assets: readonly StoredAsset[],
  identity: DocumentIdentity,
): Promise<void> {
  const database = new Database(':memory:');
  const fresh = `${path}.new`;
  try {
    database.pragma(`page_size = ${PAGE_SIZE}`);
    createTables(database, CURRENT_SCHEMA);
    const writer = new DocumentWriter(database);
    writer.putMeta('uuid', identity.uuid);
    writer.putRevision(identity.revision);
    for (const asset of assets) writer.putAsset(asset);
    for (const record of records) {
      const parsed = parseRecord(fieldsOf(record));
      if (!parsed.ok) throw new Error(`${record.id}: ${parsed.reason.field} ${parsed.reason.message}`);
      writer.putRow(makeRow(record, null, { [ALL_FIELDS]: identity.revision.id }));
    }
    fillMapIds(database, null);
    writeSeal(database, CURRENT_SCHEMA, identity.revision.id);
    rmSync(fresh, { force: true });
    database.prepare('VACUUM INTO ?').run(fresh);
  } finally {
    database.close();
  }
  await rename(fresh, path);
}
