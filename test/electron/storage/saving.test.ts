import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalProjectStore } from '../../../electron/storage/localProjectStore.ts';
import type { OpenedDocument } from '../../../shared/ipc/projectStore.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import {
  add,
  byId,
  firstCard,
  need,
  openAndEdit,
  remove,
  SAVE,
  saveAs,
  saveNew,
  TestBench,
  update,
} from './support/testStore.ts';

let bench: TestBench;
let store: LocalProjectStore;
let path: string;
let made: OpenedDocument;
beforeEach(async () => {
  bench = await TestBench.make();
  store = await bench.start();
  path = bench.path('journey.meander');
  made = await saveNew(store, path, sampleRecords());
});
afterEach(() => bench.remove());

test('what was saved is what is opened', async () => {
  const opened = need(await store.open(path));
  expect(byId(opened.records)).toEqual(byId(sampleRecords()));
  expect(opened.uuid).toBe(made.uuid);
  expect(opened.save).toMatchObject({ fileName: 'journey.meander', unsavedEdits: 0, readOnly: false });
});

test('an edit is in the file after a save and not before', async () => {
  const before = readFileSync(path);
  const { handle, records } = await openAndEdit(store, path, 'Written anew');
  expect(readFileSync(path).equals(before)).toBe(true);
  const saved = need(await store.publish(handle, SAVE));
  expect(saved).toMatchObject({ unsavedEdits: 0, fileName: 'journey.meander' });
  const read = need(await store.read(path));
  expect(byId(read.records)).toEqual(records);
  expect(read.revisions).toHaveLength(2);
  expect(read.revisions[1]?.parents).toEqual([read.revisions[0]?.id]);
});

test('a save leaves nothing beside the file but the note that it is open, and that goes with closing', async () => {
  const { handle } = await openAndEdit(store, path, 'Once more');
  need(await store.publish(handle, SAVE));
  expect(readdirSync(bench.folder)).toEqual(['.private', '.~journey.meander.open', 'journey.meander']);
  await store.close(handle, false);
  expect(readdirSync(bench.folder)).toEqual(['.private', 'journey.meander']);
});

test('a document that was opened and saved elsewhere without a change has the same bytes', async () => {
  const opened = need(await store.open(path));
  need(await store.publish(opened.handle, saveAs(bench.path('copy.meander'), { asCopy: true })));
  expect(readFileSync(bench.path('copy.meander')).equals(readFileSync(path))).toBe(true);
});

test('a save with nothing to save leaves the file as it is', async () => {
  const before = readFileSync(path);
  const opened = need(await store.open(path));
  need(await store.publish(opened.handle, SAVE));
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a saved copy has the edits, and the document keeps its own file', async () => {
  const { handle, records } = await openAndEdit(store, path, 'Only in the copy');
  const state = need(await store.publish(handle, saveAs(bench.path('copy.meander'), { asCopy: true })));
  expect(state).toMatchObject({ fileName: 'journey.meander', unsavedEdits: 1 });
  expect(byId(need(await store.read(bench.path('copy.meander'))).records)).toEqual(records);
  expect(byId(need(await store.read(path)).records)).toEqual(byId(sampleRecords()));
});

test("a copy saved over the document's own file is a save", async () => {
  const { handle, records } = await openAndEdit(store, path, 'Both');
  const state = need(await store.publish(handle, saveAs(path, { asCopy: true, replace: true })));
  expect(state).toMatchObject({ fileName: 'journey.meander', unsavedEdits: 0 });
  expect(byId(need(await store.read(path)).records)).toEqual(records);
  need(await store.publish(handle, SAVE));
});

test('a version can be named without an edit', async () => {
  const { handle } = need(await store.open(path));
  need(await store.publish(handle, { ...SAVE, label: 'For the board' }));
  expect(need(await store.read(path)).revisions.map(({ label }) => label)).toEqual(['', 'For the board']);
});

test('a document saved under another name goes on there', async () => {
  const { handle } = await openAndEdit(store, path, 'First');
  expect(need(await store.publish(handle, saveAs(bench.path('other.meander'))))).toMatchObject({
    fileName: 'other.meander',
  });
  const card = firstCard((await store.contents(handle))?.records ?? []);
  need(await store.commit(handle, update(2, card, { ...card, text: 'Second' })));
  need(await store.publish(handle, SAVE));
  expect(firstCard(need(await store.read(bench.path('other.meander'))).records).text).toBe('Second');
  expect(firstCard(need(await store.read(path)).records).text).not.toBe('Second');
});

test('a removed record leaves a tombstone, its text leaves no byte in the file', async () => {
  const secret = { ...firstCard(sampleRecords()), id: 'card:secret', text: 'Nobody shall read this' } as const;
  const opened = need(await store.open(path));
  need(await store.commit(opened.handle, add(1, secret)));
  need(await store.publish(opened.handle, SAVE));
  expect(readFileSync(path).includes('Nobody shall read this')).toBe(true);
  need(await store.commit(opened.handle, remove(2, secret)));
  need(await store.publish(opened.handle, SAVE));
  expect(readFileSync(path).includes('Nobody shall read this')).toBe(false);
  const read = need(await store.read(path));
  expect(read.tombstones).toEqual([{ id: secret.id, revision: read.revisions.at(-1)?.id }]);
});

test('a record added and removed between two saves leaves no trace', async () => {
  const opened = need(await store.open(path));
  const passing = { ...firstCard(sampleRecords()), id: 'card:passing' } as const;
  need(await store.commit(opened.handle, add(1, passing)));
  need(await store.commit(opened.handle, remove(2, passing)));
  need(await store.publish(opened.handle, SAVE));
  expect(need(await store.read(path)).tombstones).toEqual([]);
});
