import type { Database } from 'better-sqlite3';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import type { Result } from '../../shared/util/result.ts';
import { readFrame } from './documentFrame.ts';
import { checkLengths } from './documentLimits.ts';
import { checkSeal } from './documentSeal.ts';
import { type GatheredRecords, gatherRecords } from './gatherRecords.ts';
import { judgeRow } from './judgeRow.ts';
import { checkPages } from './judgeVersion.ts';
import { walkRows } from './provenRows.ts';
import { readBehindGate } from './readBehindGate.ts';
import { chooseIds } from './recordChoice.ts';

/**
 * Bytes of each version that are mapped, a third of the time of reading them. They count as memory of the process, which
 * may not have much.
 */
const MAPPED = 256 * 1024 * 1024;

/**
 * Proves that a version which was just written reads back whole, with the help of an earlier version of the same
 * document that was judged. A row that stands there byte for byte was judged with its hash; all others are judged here.
 * SQLite compares the rows: that takes a fifth of the time of hashing each. Null when the earlier version speaks for no
 * row: then all are to be judged.
 */
export function proveVersion(path: string, judged: string): Result<Seal | null, OpenFault> {
  const prove = (database: Database, schema: number): Seal | null => {
    if (schema !== CURRENT_SCHEMA || !canSpeak(judged)) return null;
    checkPages(database);
    database.prepare('ATTACH ? AS judged').run(judged);
    if (forgetsRevisions(database)) return null;
    const { gathered, others } = compareRows(database);
    checkLengths(database, others);
    const { stamps } = walkRows(database, chooseIds(others), (row) => judgeRow(row, schema));
    return checkSeal(database, readFrame(database, schema), stamps, gathered);
  };
  return readBehindGate(path, prove, MAPPED);
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
  const row = 'SELECT id, type, map_id, json, stamps, hash FROM';
  // Both tables lie in the order of their ids, so that SQLite walks along them once: looking each row up takes twice as
  // long. A row is left out only where it was found to be the same, in whatever order a broken table gives its rows.
  const others = database.prepare<[], string>(`${row} main.record EXCEPT ${row} judged.record ORDER BY id`).pluck();
  return { gathered: gatherRecords(database), others: others.all() };
}
