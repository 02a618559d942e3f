import type { Database, Statement } from 'better-sqlite3';
import type { Revision, StoredAsset } from '../../shared/ipc/projectStore.ts';
import type { Id } from '../../shared/records/ids.ts';
import { canonicalJson } from '../../shared/util/canonicalJson.ts';
import type { RecordRow } from './storedRecord.ts';

/** Writes rows of a project database. Transactions are the caller's. */
export class DocumentWriter {
  readonly #wroteRecord: (id: string) => void;
  readonly #meta: Statement<[string, string]>;
  readonly #revision: Statement<[string, string, number, string, string]>;
  readonly #row: Statement<[string, string, string | null, string, string, string]>;
  readonly #removal: Statement<[string]>;
  readonly #tombstone: Statement<[string, string]>;
  readonly #asset: Statement<[string, string, Uint8Array]>;

  /** `wroteRecord` is told of every record that is written or removed. */
  constructor(database: Database, wroteRecord: (id: string) => void = () => {}) {
    this.#wroteRecord = wroteRecord;
    this.#meta = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
    this.#revision = database.prepare(
      'INSERT OR IGNORE INTO revision (id, parents, at, author, label) VALUES (?, ?, ?, ?, ?)',
    );
    this.#row = database.prepare(
      'INSERT OR REPLACE INTO record (id, type, map_id, json, stamps, hash) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#removal = database.prepare('DELETE FROM record WHERE id = ?');
    this.#tombstone = database.prepare('INSERT OR REPLACE INTO tombstone (id, revision) VALUES (?, ?)');
    this.#asset = database.prepare('INSERT OR IGNORE INTO asset (hash, mime, bytes) VALUES (?, ?, ?)');
  }

  putMeta(key: string, value: string): void {
    this.#meta.run(key, value);
  }

  /** A revision that is there already stays as it is: revisions never change. */
  putRevision({ id, parents, at, author, label }: Revision): void {
    this.#revision.run(id, canonicalJson(parents), at, author, label);
  }

  putRow({ id, type, mapId, json, stamps, hash }: RecordRow): void {
    this.#row.run(id, type, mapId, json, stamps, hash);
    this.#wroteRecord(id);
  }

  removeRow(id: string): void {
    this.#removal.run(id);
    this.#wroteRecord(id);
  }

  putTombstone(id: Id, revision: string): void {
    this.#tombstone.run(id, revision);
  }

  /** A picture that is there already stays as it is: its hash says that it is the same. */
  putAsset({ hash, mime, bytes }: StoredAsset): void {
    this.#asset.run(hash, mime, bytes);
  }
}
