import type { Database } from 'better-sqlite3';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import { type Result, success } from '../../shared/util/result.ts';
import { checkLengths } from './documentLimits.ts';
import { checkSeal } from './documentSeal.ts';
import { framedInSql, type GatheredRecords } from './gatherRecords.ts';
import { checkPages, inspectDocument, readBehindGate } from './inspectDocument.ts';
import { readDocument } from './readDocument.ts';

/**
 * Proves that a version which was just written reads back whole, with the help of an earlier version of the same
 * document that was judged. A row that stands there byte for byte was judged with its hash; all others are judged here.
 * SQLite compares the rows: that takes a fifth of the time of hashing each.
 */
export function proveVersion(path: string, judged: string): Result<Seal, OpenFault> {
  if (!canSpeak(judged)) return judgeWhole(path);
  const proven = readBehindGate(path, (database, schema) => {
    checkPages(database);
    database.prepare('ATTACH ? AS judged').run(judged);
    if (schema !== CURRENT_SCHEMA || forgetsRevisions(database)) return null;
    const { gathered, others } = compareRows(database);
    checkLengths(database, others);
    return checkSeal(database, readDocument(database, schema, 'judge', others), gathered);
  });
  if (!proven.ok) return proven;
  return proven.value === null ? judgeWhole(path) : success(proven.value);
}

/** Judges a version by itself. */
export function judgeWhole(path: string): Result<Seal, OpenFault> {
  const inspected = inspectDocument(path);
  return inspected.ok ? success(inspected.value.seal) : inspected;
}

/** One that is of another schema, or cannot be read any more, speaks for no row. */
function canSpeak(judged: string): boolean {
  const schema = readBehindGate(judged, (_database, found) => found);
  return schema.ok && schema.value === CURRENT_SCHEMA;
}

/** Whether a revision that stamps of judged rows may name is not listed any more. */
function forgetsRevisions(database: Database): boolean {
  const query = 'SELECT 1 FROM judged.revision WHERE id NOT IN (SELECT id FROM main.revision)';
  return database.prepare(query).get() !== undefined;
}

/** All records as a digest takes them, and the ids of those that do not stand in the judged version as they are. */
function compareRows(database: Database): { readonly gathered: GatheredRecords; readonly others: readonly string[] } {
  const columns = ['id', 'type', 'json', 'stamps', 'hash'];
  const isSame = columns.map((column) => `old.${column} = new.${column}`).join(' AND ');
  // Scanned in the order of its key; in another one the digest would not be right, which is no danger.
  const found = database
    .prepare<[], readonly [number, string | null, string]>(
      `SELECT count(*), group_concat(${framedInSql('new')}, ''), json_group_array(new.id) FILTER (WHERE old.id IS NULL)
       FROM main.record AS new
       LEFT JOIN judged.record AS old ON ${isSame} AND old.map_id IS new.map_id`,
    )
    .raw()
    .get();
  const [count, framed, others] = found ?? [0, null, '[]'];
  return { gathered: { count, framed: framed ?? '' }, others: JSON.parse(others) };
}
