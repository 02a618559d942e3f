import type { Database } from 'better-sqlite3';

/** `application_id` in the header of every project file: "Mndr" in ASCII. */
export const APPLICATION_ID = 0x4d6e6472;

/** Bytes of a page. At 8,192 a usual record fits its page; at 4,096 most would spill into one of their own. */
export const PAGE_SIZE = 8192;

/**
 * The tables of a project file, one statement each, kept in SQLite's own `sqlite_schema` byte for byte. Without row
 * numbers every table lies in the order of its key, so that equal contents make equal files whatever their past.
 */
const TABLES_OF_SCHEMA_1: Readonly<Record<string, string>> = {
  asset:
    'CREATE TABLE asset (hash TEXT NOT NULL PRIMARY KEY, mime TEXT NOT NULL, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID',
  meta: 'CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  record:
    'CREATE TABLE record (id TEXT NOT NULL PRIMARY KEY, type TEXT NOT NULL, map_id TEXT, json TEXT NOT NULL, stamps TEXT NOT NULL, hash TEXT NOT NULL) STRICT, WITHOUT ROWID',
  revision:
    'CREATE TABLE revision (id TEXT NOT NULL PRIMARY KEY, parents TEXT NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL, label TEXT NOT NULL) STRICT, WITHOUT ROWID',
  tombstone: 'CREATE TABLE tombstone (id TEXT NOT NULL PRIMARY KEY, revision TEXT NOT NULL) STRICT, WITHOUT ROWID',
};

/** The tables, each with the schema it came with, newest first. Append-only, like the migrations of records. */
const TABLES = [{ since: 1, tables: TABLES_OF_SCHEMA_1 }] as const;

/** The statements that made the tables of a schema, by table name. Throws for a schema that never was. */
export function tablesOfSchema(schema: number): Readonly<Record<string, string>> {
  const found = TABLES.find(({ since }) => since <= schema);
  if (found === undefined) throw new Error(`No tables are known for schema ${schema}`);
  return found.tables;
}

/** Makes an empty database of pages of PAGE_SIZE a project of this schema: header values and tables, nothing else. */
export function createTables(database: Database, schema: number): void {
  database.pragma(`application_id = ${APPLICATION_ID}`);
  database.pragma(`user_version = ${schema}`);
  for (const statement of Object.values(tablesOfSchema(schema))) database.exec(statement);
}

/** Copies the rows of tables from the attached database `whole`, which has them of the same schema. */
export function copyRows(database: Database, tables: readonly string[]): void {
  // Spelled like this, SQLite copies rows as they lie and does not take them apart.
  for (const table of tables) database.exec(`INSERT INTO main.${table} SELECT * FROM whole.${table}`);
}
