import type { Database } from 'better-sqlite3';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { tablesOfSchema } from './schema.ts';

interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/**
 * Lets a database through only when it has exactly the tables of its schema, each made by our own statement. Comes
 * before everything else that asks SQLite: a planted trigger, view, CHECK expression or generated column runs in
 * ordinary queries and in `quick_check`.
 */
export function checkSchema(database: Database, schema: number): Result<null, OpenFault> {
  const expected = tablesOfSchema(schema);
  const names = Object.keys(expected);
  // One more than expected is enough to refuse it; a planted list of millions is not read.
  const entries = database
    .prepare<[number], SchemaEntry>('SELECT type, name, sql FROM sqlite_schema LIMIT ?')
    .all(names.length + 1);
  for (const { type, name, sql } of entries) {
    if (type !== 'table' || expected[name] === undefined)
      return failure({ code: 'hostile', detail: `${type} ${name}` });
    if (sql !== expected[name]) return failure({ code: 'hostile', detail: `table ${name} is made differently` });
  }
  const missing = names.filter((name) => !entries.some((entry) => entry.name === name));
  if (missing.length > 0) return failure({ code: 'damaged', detail: `There is no table ${missing.join(', ')}` });
  return success(null);
}
