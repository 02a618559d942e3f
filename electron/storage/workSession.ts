import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { StoredAsset } from '../../shared/ipc/projectStore.ts';
import { LIMITS } from '../../shared/records/limits.ts';
import { openForWriting } from './openDatabase.ts';
import type { PictureStash } from './workingCopy.ts';

const bigInteger = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt);

const stampSchema = z.object({
  device: bigInteger,
  inode: bigInteger,
  size: bigInteger,
  modified: bigInteger,
  changed: bigInteger,
});

const fileStateSchema = z.object({
  path: z.string().min(1),
  /** Hash of the file as last read or written. */
  sha256: z.string(),
  stamp: stampSchema,
  /** When the stamp was taken, in milliseconds since 1970. */
  seenAt: z.number(),
  /** The revision the file holds, and when that was saved. */
  head: z.string(),
  headAt: z.number(),
  isNamed: z.boolean(),
  /** Whether this run of Meander wrote the version, not only read it. */
  isOurs: z.boolean(),
});

const intentSchema = z.object({
  target: z.string().min(1),
  asCopy: z.boolean(),
  replace: z.boolean(),
  author: z.string(),
  label: z.string(),
  /** The last edit the version holds. */
  edit: z.number(),
  /** The file beside the target that takes its place. */
  temp: z.string(),
  /** What reaches the target; null until it is sealed, copied and verified. */
  version: z.strictObject({ head: z.string(), at: z.number(), sha256: z.string(), bytes: z.number() }).nullable(),
});

const stateSchema = z.object({
  /** The document's file; null while it was never saved. */
  file: fileStateSchema.nullable(),
  /** The last edit the file holds. */
  savedEdit: z.number(),
  /** The last edit of the last sealed revision, for a working copy without a draft. */
  headEdit: z.number(),
  /** When the file was last written or read, in milliseconds since 1970. */
  savedAt: z.number().nullable(),
  intent: intentSchema.nullable(),
  /** Hash of a version that may have reached the file although its saving was reported as failed. */
  attempt: z.string().nullable(),
  /** A start has found the working copy with nothing unsaved; when the next one does too, it is let go. */
  isIdle: z.boolean(),
  /** Files beside a target that could not be removed. */
  strays: z.array(z.string()),
});

/** What is known of the document's file. */
export type FileState = z.infer<typeof fileStateSchema>;

/** A save under way, written down so that the next start can finish or repeat it. */
export type PublishIntent = z.infer<typeof intentSchema>;

/** What is remembered of a working copy apart from its contents. */
export type SessionState = z.infer<typeof stateSchema>;

/** The state of a document that was never saved. */
export const UNSAVED_STATE: SessionState = {
  file: null,
  savedEdit: 0,
  headEdit: 0,
  savedAt: null,
  intent: null,
  attempt: null,
  isIdle: false,
  strays: [],
};

/** The private database beside a working copy (SESSION); nothing of it ever reaches a project file. */
export class WorkSession implements PictureStash {
  readonly #database: Database;
  #state: SessionState;

  /** Opens the session at `path`, or makes it with `initial`. Throws SqliteError. */
  constructor(path: string, initial: SessionState) {
    this.#database = openForWriting(path, LIMITS.documentBytes);
    try {
      this.#database.exec(
        'CREATE TABLE IF NOT EXISTS session (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
      );
      this.#database.exec(
        'CREATE TABLE IF NOT EXISTS picture (hash TEXT NOT NULL PRIMARY KEY, mime TEXT NOT NULL, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID',
      );
      this.#state = this.#read() ?? initial;
      this.#write();
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Changes the state; kept on the disk when this returns. */
  update(change: Partial<SessionState>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    try {
      this.#write();
    } catch (error) {
      this.#state = before;
      throw error;
    }
  }

  put({ hash, mime, bytes }: StoredAsset): void {
    this.#database.prepare('INSERT OR IGNORE INTO picture (hash, mime, bytes) VALUES (?, ?, ?)').run(hash, mime, bytes);
  }

  find(hash: string): StoredAsset | null {
    const query = this.#database.prepare<[string], StoredAsset>('SELECT hash, mime, bytes FROM picture WHERE hash = ?');
    return query.get(hash) ?? null;
  }

  close(): void {
    this.#database.close();
  }

  #read(): SessionState | null {
    const query = this.#database.prepare<[], string>("SELECT value FROM session WHERE key = 'state'").pluck();
    const text = query.get();
    if (text === undefined) return null;
    const state = stateSchema.safeParse({ ...UNSAVED_STATE, ...JSON.parse(text) });
    // Of another version of Meander: without its file, all its edits count as unsaved, which loses nothing.
    return state.success ? state.data : UNSAVED_STATE;
  }

  #write(): void {
    const text = JSON.stringify(this.#state, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
    this.#database.prepare("INSERT OR REPLACE INTO session (key, value) VALUES ('state', ?)").run(text);
  }
}
