import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CURRENT_SCHEMA, type Migration } from '../../../shared/records/migrations.ts';
import { firstCard, need, openAndEdit, SAVE, TestBench, update } from './support/testStore.ts';

const meander = vi.hoisted(() => ({ isOld: false }));

// A schema to come, until there is one: cards are renamed, one kind of record is dropped.
vi.mock('../../../shared/records/migrations.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../shared/records/migrations.ts')>();
  const toCome: Migration = {
    schema: original.CURRENT_SCHEMA + 1,
    name: 'cardsShout',
    migrate: (record) => {
      if (record.type === 'persona') return null;
      return record.type === 'card' ? { ...record, text: String(record.text).toUpperCase() } : record;
    },
  };
  return {
    ...original,
    get CURRENT_SCHEMA() {
      return meander.isOld ? original.CURRENT_SCHEMA : toCome.schema;
    },
    migrateRecords: (records: Parameters<typeof original.migrateRecords>[0], from: number) =>
      original.migrateRecords(records, from, [...original.MIGRATIONS, toCome]),
  };
});

let bench: TestBench;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  path = bench.path('old.meander');
  copyFileSync(join(import.meta.dirname, '../../fixtures/schema-1.meander'), path);
});
afterEach(async () => {
  meander.isOld = false;
  await bench.remove();
});

function schemaOf(file: string): number {
  return readFileSync(file).readUInt32BE(60);
}

test('a file of an older schema is migrated while it is opened and written anew only by a save', async () => {
  const bytes = readFileSync(path);
  const store = await bench.start();
  const opened = need(await store.open(path));
  expect(opened.schema).toBe(1);
  const card = firstCard(opened.records);
  expect(card.text).toBe(card.text.toUpperCase());
  expect(opened.records.some(({ type }) => type === 'persona')).toBe(false);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  need(await store.publish(opened.handle, SAVE));
  expect(schemaOf(path)).toBe(1);

  need(await store.commit(opened.handle, update(1, card, { ...card, text: 'Quiet again' })));
  need(await store.publish(opened.handle, SAVE));
  expect(schemaOf(path)).toBe(CURRENT_SCHEMA);
  const saved = need(await store.read(path));
  expect(saved.schema).toBe(CURRENT_SCHEMA);
  expect(firstCard(saved.records).text).toBe('Quiet again');
  // The old state stays as it was, in its schema: whoever needs it has it in the history.
  const version = (await store.listVersions({ uuid: opened.uuid })).at(-1);
  const old = need(await store.read(version?.path ?? ''));
  expect(old.schema).toBe(1);
  expect(old.records).toEqual(opened.records);
});

test('unsaved edits kept by an older Meander are carried to the new schema and can be saved', async () => {
  meander.isOld = true;
  const before = await bench.start();
  const { handle } = await openAndEdit(before, path, 'kept in lower case');
  await before.close(handle, false);
  await before.stop();

  meander.isOld = false;
  const store = await bench.start();
  const [left] = await store.listUnsaved();
  const resumed = need(await store.resume(left?.workId ?? ''));
  expect(resumed).toMatchObject({ recoveredEdits: 1, lastEdit: 1, file: 'unchanged' });
  expect(firstCard(resumed.records).text).toBe('KEPT IN LOWER CASE');
  need(await store.publish(resumed.handle, SAVE));
  expect(firstCard(need(await store.read(path)).records).text).toBe('KEPT IN LOWER CASE');
  expect(schemaOf(path)).toBe(CURRENT_SCHEMA);
});
