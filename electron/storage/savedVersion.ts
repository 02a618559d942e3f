import type { Database, Statement } from 'better-sqlite3';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import type { StampedFields } from '../../shared/store/stamps.ts';
import { openForReading } from './openDatabase.ts';

/** The private copy of the document as last read or written (BASE), open to look records up. */
export class SavedVersion {
  readonly head: string;
  readonly #database: Database;
  readonly #row: Statement<[string], { json: string; stamps: string }>;

  private constructor(database: Database, head: string) {
    this.#database = database;
    this.head = head;
    this.#row = database.prepare('SELECT json, stamps FROM record WHERE id = ?');
  }

  /** Opens a copy that was inspected; null for one of an older schema, whose records read differently. */
  static open(path: string): SavedVersion | null {
    const database = openForReading(path);
    // Nobody writes it: one transaction for all, so that not every look locks the file and lets it go.
    database.exec('BEGIN');
    const head = database.prepare<[], string>("SELECT value FROM meta WHERE key = 'head'").pluck().get();
    if (head !== undefined && database.pragma('user_version', { simple: true }) === CURRENT_SCHEMA) {
      return new SavedVersion(database, head);
    }
    database.close();
    return null;
  }

  /** A record as it was saved, or null. */
  find(id: string): StampedFields | null {
    const row = this.#row.get(id);
    return row === undefined ? null : { fields: JSON.parse(row.json), stamps: JSON.parse(row.stamps) };
  }

  close(): void {
    this.#database.close();
  }
}
