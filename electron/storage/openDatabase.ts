import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { PAGE_SIZE } from './schema.ts';

/** Pragmas of every connection: they keep a malformed file from reaching code or memory it should not. */
const CAREFUL = {
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  foreign_keys: 1,
  temp_store: 2,
} as const;

/** Pragmas under which a commit that returned survives a power cut. 2 is FULL: WAL's usual NORMAL lost edits. */
const DURABLE = {
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
} as const;

/** Bytes a log has before it is needed. */
const LOG_ROOM = 4 * 1024 * 1024;

/**
 * A private copy of a project file, to look at only. The first `mapped` bytes of it and of what is attached are read
 * where the system keeps them, without a copy: only for what this application wrote itself, and only in a process that
 * may end, as it does when the disk fails under a mapping. Throws SqliteError.
 */
export function openForReading(path: string, mapped = 0): Database.Database {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  return closeOnFailure(database, () => setPragmas(database, { ...CAREFUL, query_only: 1, mmap_size: mapped }));
}

/**
 * A private database that this process alone writes: the working copy or what belongs to it. Made when it is not there.
 * Throws SqliteError, with SQLITE_BUSY when another process has it open.
 */
export function openForWriting(path: string, mostBytes: number): Database.Database {
  const database = new Database(path, { timeout: 0 });
  return closeOnFailure(database, () => {
    database.pragma(`page_size = ${PAGE_SIZE}`);
    database.pragma(`max_page_count = ${Math.floor(mostBytes / PAGE_SIZE)}`);
    assertPragma(database, 'locking_mode', 'exclusive');
    assertPragma(database, 'journal_mode', 'wal');
    setPragmas(database, { ...CAREFUL, ...DURABLE });
  });
}

/**
 * Makes a database at a path where nothing is, in one go; for `fill` the rows of another one are at hand as `whole`.
 * Writes every page once and syncs nothing: one that was not finished is thrown away. Throws SqliteError.
 */
export function makeDatabase(path: string, whole: string | null, fill: (database: Database.Database) => void): void {
  const database = new Database(path);
  try {
    database.pragma(`page_size = ${PAGE_SIZE}`);
    assertPragma(database, 'journal_mode', 'memory');
    setPragmas(database, { ...CAREFUL, synchronous: 0 });
    if (whole !== null) database.prepare('ATTACH ? AS whole').run(whole);
    database.transaction(() => fill(database))();
  } finally {
    database.close();
  }
}

/**
 * Gives a database that was just made a log with room in it: a commit is on the disk sooner when no file grows by it.
 * SQLite takes a log of zeros for an empty one.
 */
export function makeRoomForLog(path: string): void {
  writeFileSync(`${path}-wal`, new Uint8Array(LOG_ROOM));
}

/**
 * Writes a database, as it is after its last transaction and without what was deleted from it, into a file that must
 * not be there yet. Syncs nothing: SQLite would do so four times, each while nothing else can go on. Throws SqliteError.
 */
export function writeCopy(database: Database.Database, path: string): void {
  const before = Number(database.pragma('synchronous', { simple: true }));
  // The copy is written with the setting of its source. No commit comes in between: all this is one call.
  assertPragma(database, 'synchronous', 0);
  try {
    database.prepare('VACUUM INTO ?').run(path);
  } finally {
    assertPragma(database, 'synchronous', before);
  }
}

function setPragmas(database: Database.Database, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) assertPragma(database, name, value);
}

/** Sets a pragma and reads it back: SQLite passes over what it cannot do in silence. */
function assertPragma(database: Database.Database, name: string, value: number | string): void {
  database.pragma(`${name} = ${value}`);
  const found = database.pragma(name, { simple: true });
  if (found !== value) throw new Error(`SQLite has ${name} = ${found} instead of ${value}`);
}

function closeOnFailure(database: Database.Database, prepare: () => void): Database.Database {
  try {
    prepare();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
