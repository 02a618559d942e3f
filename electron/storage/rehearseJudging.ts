import Database from 'better-sqlite3';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import { type MeanderRecord, RECORD_DEFINITIONS } from '../../shared/records/records.ts';
import { ALL_FIELDS } from '../../shared/store/stamps.ts';
import { readFrame } from './documentFrame.ts';
import { checkSeal, writeSeal } from './documentSeal.ts';
import { DocumentWriter } from './documentWriter.ts';
import { joinBlocks } from './gatherRecords.ts';
import { judgeRow } from './judgeRow.ts';
import { checkWhole } from './judgeVersion.ts';
import { walkRows } from './provenRows.ts';
import { compareRows } from './proveVersion.ts';
import { ALL_RECORDS, chooseRange } from './recordChoice.ts';
import { createTables } from './schema.ts';
import { makeRow } from './storedRecord.ts';

/** So many that what judges them is made fit for many. */
const ROWS = 200;

const REVISION = 'rehearsal';

/**
 * Judges a document that is only in memory, so that the first file does not wait for code that has not run yet: that
 * took a fifth of a save's proof. Throws only when nothing could be judged at all.
 */
export function rehearseJudging(): void {
  const database = new Database(':memory:');
  try {
    fillDocument(database);
    checkWhole(database);
    const { blocks, stamps } = walkRows(database, chooseRange(ALL_RECORDS), (row) => judgeRow(row, CURRENT_SCHEMA));
    checkSeal(database, readFrame(database, CURRENT_SCHEMA), stamps, joinBlocks(blocks));
    database.exec("ATTACH ':memory:' AS judged");
    database.exec('CREATE TABLE judged.record AS SELECT * FROM main.record');
    compareRows(database);
  } finally {
    database.close();
  }
}

function fillDocument(database: Database.Database): void {
  createTables(database, CURRENT_SCHEMA);
  const writer = new DocumentWriter(database);
  writer.putMeta('uuid', '00000000-0000-4000-8000-000000000000');
  writer.putRevision({ id: REVISION, parents: [], at: 0, author: '', label: '' });
  for (let at = 0; at < ROWS; at += 1) writer.putRow(makeRow(cardOf(at), null, { [ALL_FIELDS]: REVISION }));
  writeSeal(database, CURRENT_SCHEMA, REVISION);
}

/** Cards are what a project has most of. */
function cardOf(at: number): MeanderRecord {
  const { schema, defaults } = RECORD_DEFINITIONS.card;
  const id = `card:${at}`;
  return schema.parse({ ...defaults, type: 'card', id, lane: 'lane:1', step: 'step:1', order: 'a0', kind: 'action' });
}
