import type { Database } from 'better-sqlite3';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import type { Stamps } from '../../shared/store/stamps.ts';
import type { Result } from '../../shared/util/result.ts';
import { DocumentDamage } from './documentDamage.ts';
import { readFrame } from './documentFrame.ts';
import { checkLengths } from './documentLimits.ts';
import { checkSeal } from './documentSeal.ts';
import { framedInSql, type GatheredRecords, joinBlocks } from './gatherRecords.ts';
import { judgeRow } from './judgeRow.ts';
import { walkRows } from './provenRows.ts';
import { readBehindGate } from './readBehindGate.ts';
import { ALL_RECORDS, chooseIds, chooseRange, type RecordRange } from './recordChoice.ts';

/** What is to be judged: records of a private copy that follow each other. */
export interface PartOfVersion {
  readonly path: string;
  /** An earlier version of the same document that was judged; null when nothing speaks for any row. */
  readonly judged: string | null;
  readonly range: RecordRange;
}

/** What is left of a part in which nothing was found. */
export interface JudgedPart {
  /** What a digest takes of all its records. */
  readonly gathered: GatheredRecords;
  /** Stamps of rows that nothing spoke for, each with the first record that has them. */
  readonly stamps: ReadonlyMap<Stamps, string>;
}

/** Judges a part somewhere else while this thread is busy. */
export type JudgeElsewhere = (part: PartOfVersion) => Promise<Result<JudgedPart, OpenFault>>;

/** Fewer records than this are judged before another thread has heard of them. */
const WORTH_SHARING = 1000;

/**
 * Judges a private copy of a project file with every check there is. With `judged`, an earlier version of the same
 * document that was judged, a row that stands there byte for byte was judged with its hash, and only the others are
 * judged here: SQLite compares rows in a fifth of the time that hashing each takes.
 */
export function judgeVersion(path: string, judged: string | null): Result<Seal, OpenFault> {
  const version = { path, judged: whoSpeaks(path, judged) };
  const whole = readBehindGate(path, (database) => checkWhole(database, version.judged));
  if (!whole.ok) return whole;
  const part = judgePart({ ...version, range: ALL_RECORDS });
  return part.ok ? sealParts(path, [part.value]) : part;
}

/** The same, the second half of the records judged elsewhere at the same time. What is found first is the same too. */
export async function judgeTogether(
  path: string,
  judged: string | null,
  elsewhere: JudgeElsewhere,
): Promise<Result<Seal, OpenFault>> {
  const version = { path, judged: whoSpeaks(path, judged) };
  const middle = readBehindGate(path, (database) => {
    checkWhole(database, version.judged);
    return findMiddle(database);
  });
  if (!middle.ok) return middle;
  if (middle.value === null) {
    const part = judgePart({ ...version, range: ALL_RECORDS });
    return part.ok ? sealParts(path, [part.value]) : part;
  }
  const second = elsewhere({ ...version, range: { after: middle.value, upTo: null } });
  const first = judgePart({ ...version, range: { after: null, upTo: middle.value } });
  if (!first.ok) return first;
  const rest = await second;
  return rest.ok ? sealParts(path, [first.value, rest.value]) : rest;
}

/** Judges the records of a part of a version whose pages and lengths were found sound. */
export function judgePart({ path, judged, range }: PartOfVersion): Result<JudgedPart, OpenFault> {
  return readBehindGate(path, (database, schema) => {
    if (judged === null) {
      const { blocks, stamps } = walkRows(database, chooseRange(range), (row) => judgeRow(row, schema));
      return { gathered: joinBlocks(blocks), stamps };
    }
    database.prepare('ATTACH ? AS judged').run(judged);
    const { gathered, others } = compareRows(database, range);
    checkLengths(database, others);
    const { stamps } = walkRows(database, chooseIds(others), (row) => judgeRow(row, schema));
    return { gathered, stamps };
  });
}

/** Walks every page, and without a judged version looks at the length of every value before any is read. */
function checkWhole(database: Database, judged: string | null): void {
  if (judged === null) checkLengths(database);
  checkPages(database);
}

/** Walks every page. `quick_check` gives one row "ok", or what is wrong. Throws DocumentDamage. */
function checkPages(database: Database): void {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new DocumentDamage(String(found));
  const orphans = database.pragma('foreign_key_check');
  if (!Array.isArray(orphans) || orphans.length > 0) throw new DocumentDamage('A foreign key names nothing');
}

function sealParts(path: string, parts: readonly JudgedPart[]): Result<Seal, OpenFault> {
  return readBehindGate(path, (database, schema) => {
    const stamps = new Map(parts.flatMap((part) => [...part.stamps]));
    const gathered = {
      count: parts.reduce((sum, part) => sum + part.gathered.count, 0),
      framed: parts.map((part) => part.gathered.framed).join(''),
    };
    return checkSeal(database, readFrame(database, schema), stamps, gathered);
  });
}

/** The id up to which half of the records go; null when there are too few to share them. */
function findMiddle(database: Database): string | null {
  const count = database.prepare<[], number>('SELECT count(*) FROM record').pluck().get() ?? 0;
  if (count < WORTH_SHARING) return null;
  const at = database.prepare<[number], string>('SELECT id FROM record ORDER BY id LIMIT 1 OFFSET ?').pluck();
  return at.get(Math.floor(count / 2)) ?? null;
}

/** The judged version if it speaks for rows: not one of another schema, that cannot be read, or that knows more. */
function whoSpeaks(path: string, judged: string | null): string | null {
  if (judged === null) return null;
  const schema = readBehindGate(judged, (_database, found) => found);
  if (!schema.ok || schema.value !== CURRENT_SCHEMA) return null;
  const speaks = readBehindGate(path, (database, found) => {
    database.prepare('ATTACH ? AS judged').run(judged);
    return found === CURRENT_SCHEMA && !forgetsRevisions(database);
  });
  // What is wrong with the version itself is found when it is judged by itself.
  return speaks.ok && speaks.value ? judged : null;
}

/** Whether a revision that stamps of judged rows may name is not listed any more. */
function forgetsRevisions(database: Database): boolean {
  const query = 'SELECT 1 FROM judged.revision WHERE id NOT IN (SELECT id FROM main.revision)';
  return database.prepare(query).get() !== undefined;
}

/** The records of a range as a digest takes them, and the ids of those that do not stand in the judged version as they are. */
function compareRows(
  database: Database,
  range: RecordRange,
): { readonly gathered: GatheredRecords; readonly others: readonly string[] } {
  const columns = ['id', 'type', 'json', 'stamps', 'hash'];
  const isSame = columns.map((column) => `old.${column} = new.${column}`).join(' AND ');
  const { where, values } = chooseRange(range, 'new');
  // Scanned in the order of its key; in another one the digest would not be right, which is no danger.
  const found = database
    .prepare<string[], readonly [number, string | null, string]>(
      `SELECT count(*), group_concat(${framedInSql('new')}, ''), json_group_array(new.id) FILTER (WHERE old.id IS NULL)
       FROM main.record AS new
       LEFT JOIN judged.record AS old ON ${isSame} AND old.map_id IS new.map_id
       ${where}`,
    )
    .raw()
    .get(...values);
  const [count, framed, others] = found ?? [0, null, '[]'];
  return { gathered: { count, framed: framed ?? '' }, others: JSON.parse(others) };
}
