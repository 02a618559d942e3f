import sqlite, { type BindValues, type QueryResult } from 'node-sqlite3-wasm';

type Value = null | number | bigint | string | Uint8Array;

/** A statement as better-sqlite3 has them. */
class StatementInNode {
  readonly #statement: InstanceType<typeof sqlite.Statement>;
  #shape: 'object' | 'array' | 'first' = 'object';

  constructor(statement: InstanceType<typeof sqlite.Statement>) {
    this.#statement = statement;
  }

  pluck(): this {
    this.#shape = 'first';
    return this;
  }

  raw(): this {
    this.#shape = 'array';
    return this;
  }

  run(...values: readonly Value[]): unknown {
    return this.#statement.run(bound(values));
  }

  get(...values: readonly Value[]): unknown {
    const row = this.#statement.get(bound(values));
    return row === null ? undefined : this.#shaped(row);
  }

  all(...values: readonly Value[]): readonly unknown[] {
    return this.#statement.all(bound(values)).map((row) => this.#shaped(row));
  }

  *iterate(...values: readonly Value[]): Generator<unknown> {
    yield* this.all(...values);
  }

  finalize(): void {
    if (!this.#statement.isFinalized) this.#statement.finalize();
  }

  #shaped(row: QueryResult): unknown {
    if (this.#shape === 'object') return row;
    return this.#shape === 'array' ? Object.values(row) : Object.values(row)[0];
  }
}

/**
 * A database with what the storage process asks of better-sqlite3, on an SQLite whose every file operation is a call of
 * Node's `fs`, so that a test can see what it writes and when it makes the disk keep it.
 */
export class DatabaseInNode {
  readonly name: string;
  readonly #database: InstanceType<typeof sqlite.Database>;
  readonly #statements: StatementInNode[] = [];

  constructor(path: string) {
    this.name = path;
    this.#database = new sqlite.Database(path);
    // It has no memory that processes share, without which a log can be read by the only one alone.
    this.#database.exec('PRAGMA locking_mode = exclusive');
  }

  prepare(sql: string): StatementInNode {
    const statement = new StatementInNode(this.#database.prepare(sql));
    this.#statements.push(statement);
    return statement;
  }

  exec(sql: string): this {
    this.#database.exec(sql);
    return this;
  }

  pragma(sql: string, { simple = false } = {}): unknown {
    const rows = this.#database.all(`PRAGMA ${sql}`);
    return simple ? Object.values(rows[0] ?? {})[0] : rows;
  }

  transaction<Args extends readonly unknown[], Result>(work: (...args: Args) => Result): (...args: Args) => Result {
    return (...args) => {
      this.#database.exec('BEGIN');
      try {
        const result = work(...args);
        this.#database.exec('COMMIT');
        return result;
      } catch (error) {
        if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
        throw error;
      }
    };
  }

  close(): this {
    for (const statement of this.#statements) statement.finalize();
    this.#database.close();
    return this;
  }
}

function bound(values: readonly Value[]): BindValues {
  return [...values];
}
