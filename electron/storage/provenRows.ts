import type { Database } from 'better-sqlite3';
import type { Stamps } from '../../shared/store/stamps.ts';
import { DocumentDamage } from './documentDamage.ts';
import { type RecordBlock, RecordGatherer } from './gatherRecords.ts';
import { hashRow } from './hashing.ts';
import type { RecordChoice } from './recordChoice.ts';
import { parseStamps, type RecordRow } from './storedRecord.ts';

/** What is left of rows of records when each has been proven by its hash. */
export interface ProvenRows {
  /** What a digest takes of them. */
  readonly blocks: readonly RecordBlock[];
  /** Every stamps there are, each with the first record that has them. */
  readonly stamps: ReadonlyMap<Stamps, string>;
}

/**
 * Goes over the chosen records in the order of their ids and gives each row to `take`. Keeps none of them: there may be 200,000. Throws DocumentDamage for a row that is not as it was written.
 */
export function walkRows(
  database: Database,
  { where, values }: RecordChoice,
  take: (row: RecordRow, stamps: Stamps) => void,
): ProvenRows {
  const rows = database
    .prepare<string[], readonly unknown[]>(
      `SELECT id, type, map_id, json, stamps, hash FROM record ${where} ORDER BY id`,
    )
    .raw();
  const gatherer = new RecordGatherer();
  const stamps = new StampsReader();
  for (const columns of rows.iterate(...values)) {
    const row = checkRow(columns);
    take(row, stamps.read(row));
    gatherer.add(row.id, row.hash);
  }
  return { blocks: gatherer.finish(), stamps: stamps.first };
}

/** Most records of a document have the same stamps: each text is read once. */
class StampsReader {
  readonly #read = new Map<string, Stamps>();
  readonly first = new Map<Stamps, string>();

  read({ id, stamps }: RecordRow): Stamps {
    const known = this.#read.get(stamps);
    if (known !== undefined) return known;
    const parsed = parseStamps(stamps, id);
    this.#read.set(stamps, parsed);
    this.first.set(parsed, id);
    return parsed;
  }
}

function checkRow(columns: readonly unknown[]): RecordRow {
  const [id, type, mapId, json, stamps, hash] = columns;
  if (!isText(id) || !isText(type) || !isText(json) || !isText(stamps) || !isText(hash)) {
    throw new DocumentDamage(`${id} has a column that is no text`);
  }
  if (mapId !== null && !isText(mapId)) throw new DocumentDamage(`${id} lies on no map that is a text`);
  const row = { id, type, mapId, json, stamps, hash };
  if (hashRow(row) !== hash) throw new DocumentDamage(`${id} does not match its hash`);
  return row;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
