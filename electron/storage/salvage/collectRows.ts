import type { Id } from '../../../shared/records/ids.ts';
import { RECORD_TYPES } from '../../../shared/records/ids.ts';
import type { MeanderRecord } from '../../../shared/records/records.ts';
import { cleanLine } from '../../../shared/util/cleanText.ts';
import { DocumentDamage } from '../documentDamage.ts';
import { hashRow } from '../hashing.ts';
import { judgeRow } from '../judgeRow.ts';
import { isAnyId } from '../storedRecord.ts';
import type { DatabasePages } from './databasePages.ts';
import { findEarlierRecords, findLooseRecords, findRows } from './findRows.ts';
import type { RowValue } from './rowReader.ts';

/** A record of which only a part can be read. */
export interface DamagedRow {
  /** Null when not even that can be read. */
  readonly id: Id | null;
  /** What can be made out of its words: not proven, and perhaps nothing. */
  readonly words: string;
}

/** What the rows of a broken file say. */
export interface CollectedRows {
  /** Records whose row has the hash it was written with. */
  readonly records: Map<Id, MeanderRecord>;
  readonly damaged: readonly DamagedRow[];
  /** How many rows the file says it has, by table; not proven. */
  readonly counts: ReadonlyMap<string, number>;
  /** A row was written as one record and holds what this Meander does not know. */
  readonly hasUnknown: boolean;
}

/** Columns of the tables `record`, and of `meta` and `tombstone`. */
const RECORD_COLUMNS = 6;
const PAIR_COLUMNS = 2;

/** Rows that cannot be proven are told of one by one as far as this. */
const MOST_DAMAGED = 10_000;

/** Characters shown of a damaged record. */
const MOST_WORDS = 120;

/** The fields by which a person knows a record, whatever its type. */
const WORDS_IN_JSON = /"(?:text|title|name|fileName)":"((?:[^"\\]|\\.){1,400})/;

/** Reads all records of a broken file that are as they were written; with what is left of the others. */
export function collectRows(pages: DatabasePages, schema: number): CollectedRows {
  const collector = new RowCollector(schema);
  for (const row of findRows(pages, [RECORD_COLUMNS, PAIR_COLUMNS])) {
    if (row.length === RECORD_COLUMNS) collector.takeRecord(row);
    else collector.takePair(row);
  }
  for (const row of findLooseRecords(pages)) collector.takeLoose(row);
  for (const row of findEarlierRecords(pages)) collector.takeEarlier(row);
  return collector.finish();
}

class RowCollector {
  readonly #schema: number;
  readonly #records = new Map<Id, MeanderRecord>();
  readonly #damaged: DamagedRow[] = [];
  readonly #counts = new Map<string, number>();
  readonly #removed = new Set<string>();
  #hasUnknown = false;

  constructor(schema: number) {
    this.#schema = schema;
  }

  takeRecord(row: readonly RowValue[]): void {
    const record = this.#judge(row);
    if (record === null) this.#noteDamaged(row);
    else if (!this.#records.has(record.id)) this.#records.set(record.id, record);
  }

  /** A row that stood in no list: it may have been removed, or be an older state of one that was found. */
  takeLoose(row: readonly RowValue[]): void {
    const record = this.#judge(row);
    if (record === null) {
      if (isIdValue(row[0])) this.#noteDamaged(row);
    } else if (!this.#records.has(record.id) && !this.#removed.has(record.id)) this.#records.set(record.id, record);
  }

  /** An earlier state of a row: it counts when the row is there and cannot be read any more. */
  takeEarlier(row: readonly RowValue[]): void {
    const [id] = row;
    if (!this.#damaged.some((damaged) => damaged.id === id)) return;
    const record = this.#judge(row);
    if (record !== null && !this.#records.has(record.id)) this.#records.set(record.id, record);
  }

  takePair([key, value]: readonly RowValue[]): void {
    if (typeof key !== 'string' || typeof value !== 'string') return;
    if (/^\d{1,7}$/.test(value)) this.#counts.set(key, Number(value));
    else if (isAnyId(key)) this.#removed.add(key);
  }

  finish(): CollectedRows {
    const known = new Map<string, DamagedRow>();
    const nameless: DamagedRow[] = [];
    for (const row of this.#damaged) {
      if (row.id === null) nameless.push(row);
      else if (!this.#records.has(row.id) && !this.#removed.has(row.id) && !known.get(row.id)?.words)
        known.set(row.id, row);
    }
    const damaged = [...known.values(), ...nameless];
    return { records: this.#records, damaged, counts: this.#counts, hasUnknown: this.#hasUnknown };
  }

  /** The record of a row that has the hash it was written with; null for any other row. */
  #judge([id, type, mapId, json, stamps, hash]: readonly RowValue[]): MeanderRecord | null {
    if (typeof id !== 'string' || typeof type !== 'string' || typeof hash !== 'string') return null;
    if (typeof json !== 'string' || typeof stamps !== 'string' || mapId instanceof Uint8Array) return null;
    const row = { id, type, mapId: mapId ?? null, json, stamps, hash };
    if (hashRow(row) !== hash) return null;
    try {
      return judgeRow(row, this.#schema);
    } catch (error) {
      if (!(error instanceof DocumentDamage || error instanceof RangeError)) throw error;
      this.#hasUnknown = true;
      return null;
    }
  }

  #noteDamaged([id, type, , json]: readonly RowValue[]): void {
    const isRecord = isIdValue(id) || RECORD_TYPES.some((known) => known === type);
    if (!isRecord || this.#damaged.length === MOST_DAMAGED) return;
    this.#damaged.push({ id: isIdValue(id) ? id : null, words: readableWords(json) });
  }
}

function isIdValue(value: RowValue | undefined): value is Id {
  return typeof value === 'string' && isAnyId(value);
}

/** The words of a record whose JSON may be broken anywhere; empty when none can be made out. */
function readableWords(json: RowValue | undefined): string {
  const [, found = ''] = typeof json === 'string' ? (WORDS_IN_JSON.exec(json) ?? []) : [];
  const words = cleanLine(found.replaceAll('\\n', ' ').replace(/\\(.)/g, '$1'));
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS - 1)}…` : words;
}
