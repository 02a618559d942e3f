import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DocumentWriter } from '../../../electron/storage/documentWriter.ts';
import { type GatheredRecords, gatherRecords, RememberedRecords } from '../../../electron/storage/gatherRecords.ts';
import { createTables } from '../../../electron/storage/schema.ts';
import { hashedRow } from '../../../electron/storage/storedRecord.ts';
import { CURRENT_SCHEMA } from '../../../shared/records/migrations.ts';
import { seededRandom } from './support/seededRandom.ts';

let database: Database.Database;
let remembered: RememberedRecords;
let writer: DocumentWriter;
beforeEach(() => {
  database = new Database(':memory:');
  createTables(database, CURRENT_SCHEMA);
  remembered = new RememberedRecords(database);
  writer = new DocumentWriter(database, (id) => remembered.touch(id));
});
afterEach(() => {
  database.close();
});

function put(id: string, json: string): void {
  writer.putRow(hashedRow({ id, type: 'card', mapId: null, json, stamps: '{}' }));
}

/** In however many pieces it came. */
function joined({ count, framed }: GatheredRecords) {
  return { count, framed: framed.join('') };
}

test('what is remembered of the records is what stands there, after whatever was written', () => {
  const random = seededRandom(7);
  const anyId = () => `card:${Math.floor(random() * 5000)}`;
  expect(remembered.gather()).toEqual({ count: 0, framed: [] });
  for (let at = 0; at < 3500; at += 1) put(anyId(), String(at));
  remembered.forget();
  for (let round = 0; round < 30; round += 1) {
    for (let at = 0; at < random() * 5; at += 1) put(anyId(), `round ${round}`);
    for (let at = 0; at < random() * 3; at += 1) writer.removeRow(anyId());
    put(round % 2 === 0 ? 'arrow:first' : 'tag:last', `round ${round}`);
    expect(joined(remembered.gather())).toEqual(joined(gatherRecords(database)));
  }
});
