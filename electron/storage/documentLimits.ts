import type { Database } from 'better-sqlite3';
import { LIMITS } from '../../shared/records/limits.ts';
import { DocumentDamage } from './documentDamage.ts';
import { ALL_RECORDS, chooseIds, chooseRange } from './recordChoice.ts';

/** UTF-8 needs at most three bytes for what JavaScript counts as one character. */
const BYTES_OF_CHARACTER = 3;

/** Every table's columns with the most bytes a value may have. A column of numbers has no entry. */
const MOST_BYTES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  asset: { hash: 64, mime: 32, bytes: LIMITS.pictureBytes },
  meta: { key: 32, value: 128 },
  record: { id: 80, type: 16, map_id: 80, json: LIMITS.recordBytes, stamps: 20_000, hash: 64 },
  revision: {
    id: 64,
    parents: 20_000,
    author: LIMITS.name * BYTES_OF_CHARACTER,
    label: LIMITS.name * BYTES_OF_CHARACTER,
  },
  tombstone: { id: 80, revision: 64 },
};

/** Every table with the most rows it may have. */
const MOST_ROWS: Readonly<Record<string, number>> = {
  asset: LIMITS.records,
  meta: 32,
  record: LIMITS.records,
  revision: 1_000_000,
  tombstone: 1_000_000,
};

/**
 * Throws DocumentDamage when a table or a value is larger than a project may have it; loads no value to say so. Of the
 * records only those of the ids in `only` are looked at, or for null all.
 */
export function checkLengths(database: Database, only: readonly string[] | null = null): void {
  for (const [table, columns] of Object.entries(MOST_BYTES)) {
    const lengths = Object.keys(columns).map((column) => `max(octet_length(${column}))`);
    const { where, values } = table === 'record' && only !== null ? chooseIds(only) : chooseRange(ALL_RECORDS);
    const [rows, ...longest] = database
      .prepare<string[], readonly (number | null)[]>(`SELECT count(*), ${lengths.join(', ')} FROM ${table} ${where}`)
      .raw()
      .all(...values)
      .flat();
    if ((rows ?? 0) > (MOST_ROWS[table] ?? 0)) throw new DocumentDamage(`Table ${table} has ${rows} rows`);
    Object.entries(columns).forEach(([column, most], at) => {
      const length = longest[at] ?? 0;
      if (length > most) throw new DocumentDamage(`A value of ${table}.${column} has ${length} bytes`);
    });
  }
}
