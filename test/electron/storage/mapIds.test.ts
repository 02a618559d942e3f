import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DocumentWriter } from '../../../electron/storage/documentWriter.ts';
import { fillMapIds } from '../../../electron/storage/mapIds.ts';
import { createTables } from '../../../electron/storage/schema.ts';
import { makeRow } from '../../../electron/storage/storedRecord.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { CURRENT_SCHEMA } from '../../../shared/records/migrations.ts';
import { type MeanderRecord, recordsOfType } from '../../../shared/records/records.ts';
import { smallProject } from '../../fixtures/projects.ts';

const records = [...smallProject().values()];
let database: Database.Database;
beforeEach(() => {
  database = new Database(':memory:');
  createTables(database, CURRENT_SCHEMA);
  put(...records);
  fillMapIds(database, null);
});
afterEach(() => {
  database.close();
});

/** Writes records as an edit does: one that is there keeps the map it had. */
function put(...changed: readonly MeanderRecord[]): ReadonlySet<Id> {
  const before = database.prepare<[string], string | null>('SELECT map_id FROM record WHERE id = ?').pluck();
  const writer = new DocumentWriter(database);
  for (const record of changed) writer.putRow(makeRow(record, before.get(record.id) ?? null, { '*': 'r1' }));
  return new Set(changed.map(({ id }) => id));
}

function mapIds(): unknown {
  return database.prepare('SELECT id, map_id, hash FROM record ORDER BY id').raw().all();
}

function remove(...gone: readonly MeanderRecord[]): void {
  for (const { id } of gone) database.prepare('DELETE FROM record WHERE id = ?').run(id);
}

/** The same as if everything had been looked at. */
function expectAllRight(changed: ReadonlySet<Id>): void {
  fillMapIds(database, changed);
  const found = mapIds();
  fillMapIds(database, null);
  expect(found).toEqual(mapIds());
}

const [lanes, [card], [map]] = [
  recordsOfType(smallProject(), 'lane'),
  recordsOfType(smallProject(), 'card'),
  recordsOfType(smallProject(), 'map'),
];
if (card === undefined || map === undefined) throw new Error('There is no card on a map');
const other = { ...map, id: 'map:other' } as const;
const mapOfCard = () => database.prepare('SELECT map_id FROM record WHERE id = ?').pluck().get(card.id);

test('nothing lies on a map but what belongs to it', () => {
  const rows = database.prepare<[], [string, string | null]>('SELECT type, map_id FROM record').raw().all();
  const without = new Set(rows.filter(([, mapId]) => mapId === null).map(([type]) => type));
  expect([...without].sort()).toEqual(expect.arrayContaining(['persona', 'project']));
  for (const type of ['map', 'lane', 'stage', 'step', 'card']) expect(without.has(type)).toBe(false);
});

test('what was changed or added is looked at, and nothing else need be', () => {
  expectAllRight(put({ ...card, text: 'Otherwise' }, { ...card, id: 'card:new' }));
});

test('what moves to another map takes along what belongs to it', () => {
  expectAllRight(put(other, ...lanes.map((lane) => ({ ...lane, map: other.id }))));
  expect(mapOfCard()).toBe(other.id);
});

test('what was without its parent lies on a map again when that comes back', () => {
  remove(...lanes);
  fillMapIds(database, null);
  expect(mapOfCard()).toBeNull();
  expectAllRight(put(...lanes));
  expect(mapOfCard()).toBe(map.id);
});
