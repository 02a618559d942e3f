import type { Database, Statement } from 'better-sqlite3';

/** Characters of text that are kept; when there are more, the oldest half goes. A larger edit is not kept at all. */
const MOST = 16 * 1024 * 1024;

/**
 * The edits of a working copy in the order they came, for undo and redo after a crash. Written before the edit itself
 * and without waiting for the disk: a crash of the process loses nothing, and after a power cut undo may reach less
 * far. Whatever goes wrong here must not keep an edit from being kept.
 */
export class UndoLog {
  readonly #database: Database;
  readonly #put: Statement<[number, string]>;
  #size: number;

  /** `database` waits for the disk at every commit but those of this log. Throws SqliteError. */
  constructor(database: Database) {
    this.#database = database;
    database.exec('CREATE TABLE IF NOT EXISTS undo (edit INTEGER NOT NULL PRIMARY KEY, line TEXT NOT NULL) STRICT');
    this.#put = database.prepare('INSERT OR REPLACE INTO undo (edit, line) VALUES (?, ?)');
    this.#size = this.#measure();
  }

  /** Notes the edit of a number. */
  add(edit: number, line: string): void {
    if (line.length > MOST) return;
    try {
      this.#database.pragma('synchronous = 1');
      this.#put.run(edit, line);
      this.#size += line.length;
      if (this.#size > MOST) this.#thin();
    } catch (error) {
      console.error('Undo after a crash will not reach back', error);
    } finally {
      this.#database.pragma('synchronous = 2');
    }
  }

  /** The lines that lead without a gap to the edit of this number. */
  linesTo(lastEdit: number): readonly string[] {
    const query = this.#database.prepare<[number], { edit: number; line: string }>(
      'SELECT edit, line FROM undo WHERE edit <= ? ORDER BY edit DESC',
    );
    const lines: string[] = [];
    for (const { edit, line } of query.iterate(lastEdit)) {
      if (edit !== lastEdit - lines.length) break;
      lines.push(line);
    }
    return lines.reverse();
  }

  #thin(): void {
    const query = this.#database.prepare<[], { edit: number; size: number }>(
      'SELECT edit, length(line) AS size FROM undo ORDER BY edit DESC',
    );
    let kept = 0;
    let oldest = 0;
    for (const { edit, size } of query.iterate()) {
      kept += size;
      if (kept > MOST / 2) {
        oldest = edit;
        break;
      }
    }
    this.#database.prepare('DELETE FROM undo WHERE edit <= ?').run(oldest);
    this.#size = this.#measure();
  }

  #measure(): number {
    return this.#database.prepare<[], number>('SELECT coalesce(sum(length(line)), 0) FROM undo').pluck().get() ?? 0;
  }
}
