import type { Database } from 'better-sqlite3';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import type { Result } from '../../shared/util/result.ts';
import { DocumentDamage } from './documentDamage.ts';
import { readFrame } from './documentFrame.ts';
import { checkLengths } from './documentLimits.ts';
import { checkSeal } from './documentSeal.ts';
import { joinBlocks } from './gatherRecords.ts';
import { judgeRow } from './judgeRow.ts';
import { type ProvenRows, walkRows } from './provenRows.ts';
import { readBehindGate } from './readBehindGate.ts';
import { ALL_RECORDS, chooseRange, type RecordRange } from './recordChoice.ts';

/** What is to be judged: records of a private copy that follow each other. */
export interface PartOfVersion {
  readonly path: string;
  readonly range: RecordRange;
}

/** Judges a part somewhere else while this thread is busy. */
export type JudgeElsewhere = (part: PartOfVersion) => Promise<Result<ProvenRows, OpenFault>>;

/** Fewer records than this are judged before another thread has heard of them. */
const WORTH_SHARING = 1000;

/** Judges a private copy of a project file with every check there is. */
export function judgeVersion(path: string): Result<Seal, OpenFault> {
  const whole = readBehindGate(path, checkWhole);
  if (!whole.ok) return whole;
  const rows = judgePart({ path, range: ALL_RECORDS });
  return rows.ok ? sealParts(path, [rows.value]) : rows;
}

/** The same, the second half of the records judged elsewhere at the same time. What is told of damage is the same too. */
export async function judgeTogether(path: string, elsewhere: JudgeElsewhere): Promise<Result<Seal, OpenFault>> {
  const middle = readBehindGate(path, (database) => {
    checkWhole(database);
    return findMiddle(database);
  });
  if (!middle.ok) return middle;
  const rest = middle.value === null ? null : elsewhere({ path, range: { after: middle.value, upTo: null } });
  const first = judgePart({ path, range: { after: null, upTo: middle.value } });
  if (!first.ok || rest === null) return first.ok ? sealParts(path, [first.value]) : first;
  const second = await rest;
  return second.ok ? sealParts(path, [first.value, second.value]) : second;
}

/** Judges a part of the records of a copy in which `checkWhole` found nothing. */
export function judgePart({ path, range }: PartOfVersion): Result<ProvenRows, OpenFault> {
  return readBehindGate(path, (database, schema) =>
    walkRows(database, chooseRange(range), (row) => judgeRow(row, schema)),
  );
}

/** Walks every page. `quick_check` gives one row "ok", or what is wrong. Throws DocumentDamage. */
export function checkPages(database: Database): void {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new DocumentDamage(String(found));
  const orphans = database.pragma('foreign_key_check');
  if (!Array.isArray(orphans) || orphans.length > 0) throw new DocumentDamage('A foreign key names nothing');
}

/** Looks at the lengths of values and at the pages, before any row is read. Throws DocumentDamage. */
export function checkWhole(database: Database): void {
  checkLengths(database);
  checkPages(database);
}

/** The id up to which half of the records go; null when there are too few to share them. */
function findMiddle(database: Database): string | null {
  const count = database.prepare<[], number>('SELECT count(*) FROM record').pluck().get() ?? 0;
  if (count < WORTH_SHARING) return null;
  const at = database.prepare<[number], string>('SELECT id FROM record ORDER BY id LIMIT 1 OFFSET ?').pluck();
  return at.get(Math.floor(count / 2)) ?? null;
}

function sealParts(path: string, parts: readonly ProvenRows[]): Result<Seal, OpenFault> {
  return readBehindGate(path, (database, schema) => {
    const stamps = new Map(parts.flatMap((part) => [...part.stamps]));
    const gathered = joinBlocks(parts.flatMap(({ blocks }) => blocks));
    return checkSeal(database, readFrame(database, schema), stamps, gathered);
  });
}
