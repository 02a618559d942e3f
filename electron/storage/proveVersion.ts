import type { Database } from 'better-sqlite3';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import type { Result } from '../../shared/util/result.ts';
import { readFrame } from './documentFrame.ts';
import { checkLengths } from './documentLimits.ts';
import { checkSeal } from './documentSeal.ts';
import { framedInSql, type GatheredRecords } from './gatherRecords.ts';
import { judgeRow } from './judgeRow.ts';
import { checkPages } from './judgeVersion.ts';
import { walkRows } from './provenRows.ts';
import { readBehindGate } from './readBehindGate.ts';
import { chooseIds } from './recordChoice.ts';

/**
 * Proves that a version which was just written reads back whole, with the help of an earlier version of the same
 * document that was judged. A row that stands there byte for byte was judged with its hash; all others are judged here.
 * SQLite compares the rows: that takes a fifth of the time of hashing each. Null when the earlier version speaks for no
 * row: then all are to be judged.
 */
export function proveVersion(path: string, judged: string): Result<Seal | null, OpenFault> {
  return readBehindGate(path, (database, schema) => {
    if (schema !== CURRENT_SCHEMA || !canSpeak(judged)) return null;
    checkPages(database);
    database.prepare('ATTACH ? AS judged').run(judged);
    if (forgetsRevisions(database)) return null;
    const { gathered, others } = compareRows(database);
    checkLengths(database, others);
    const { stamps } = walkRows(database, chooseIds(others), (row) => judgeRow(row, schema));
    return checkSeal(database, readFrame(database, schema), stamps, gathered);
  });
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
export function compareRows(database: Database): {
  readonly gathered: GatheredRecords;
  readonly others: readonly string[];
} {
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
