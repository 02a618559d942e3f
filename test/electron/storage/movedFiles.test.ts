import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFileSystem } from '../../../electron/storage/fileSystem.ts';
import type { DocumentHandle } from '../../../shared/ipc/projectStore.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import {
  byId,
  firstCard,
  need,
  needFault,
  openAndEdit,
  SAVE,
  saveNew,
  TestBench,
  update,
} from './support/testStore.ts';
import { systemError } from './support/watchedFileSystem.ts';

let bench: TestBench;
let store: Awaited<ReturnType<TestBench['start']>>;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  mkdirSync(bench.path('work/maps'), { recursive: true });
  path = bench.path('work/maps/journey.meander');
  store = await bench.start();
  await saveNew(store, path, sampleRecords());
  // Never to be mistaken for it.
  await saveNew(store, bench.path('work/maps/another.meander'), sampleRecords());
  writeFileSync(bench.path('work/maps/broken.meander'), 'no project');
});
afterEach(() => bench.remove());

/** Moves the file to a place in the bench. */
function moveTo(name: string): string {
  const to = bench.path(name);
  mkdirSync(bench.path(name.slice(0, Math.max(0, name.lastIndexOf('/')))), { recursive: true });
  renameSync(path, to);
  return to;
}

function find(handle: DocumentHandle, near: readonly string[] = []): Promise<string | null> {
  return store.findMoved({ handle, near });
}

test.each([
  ['renamed', 'work/maps/Summer party.meander'],
  ['moved into a folder beside it', 'work/old/journey.meander'],
  ['moved into a folder below it', 'work/maps/2025/journey.meander'],
  ['moved one folder up', 'work/journey.meander'],
])('an open document whose file was %s is found, goes on there and is saved there', async (_how, name) => {
  const { handle, records } = await openAndEdit(store, path, 'Edited after the move');
  const to = moveTo(name);
  expect(await store.lookAtFile(handle)).toBe('gone');
  expect(needFault(await store.publish(handle, SAVE))).toEqual({ code: 'goneFromDisk' });
  expect(await find(handle)).toBe(to);
  expect(need(await store.followFile(handle, to))).toMatchObject({ unsavedEdits: 1, readOnly: false });
  expect(await store.lookAtFile(handle)).toBe('unchanged');
  need(await store.publish(handle, SAVE));
  expect(existsSync(path)).toBe(false);
  expect(byId(need(await store.read(to)).records)).toEqual(records);
  await store.close(handle, false);
  expect(existsSync(`${to.slice(0, to.lastIndexOf('/'))}/.~journey.meander.open`)).toBe(false);
});

test('a file whose whole folder was renamed is out of reach at its place, and is found', async () => {
  const { handle } = need(await store.open(path));
  renameSync(bench.path('work/maps'), bench.path('work/journeys'));
  expect(await store.lookAtFile(handle)).toBe('away');
  expect(await find(handle)).toBe(bench.path('work/journeys/journey.meander'));
});

test('a file far away is found in the folders named', async () => {
  const { handle } = need(await store.open(path));
  const to = moveTo('far/away/from/it.meander');
  expect(await find(handle)).toBeNull();
  expect(await find(handle, [bench.path('far/away/from')])).toBe(to);
});

test('the file itself is found before a copy of it', async () => {
  const { handle } = need(await store.open(path));
  copyFileSync(path, bench.path('work/maps/a copy.meander'));
  const to = moveTo('work/maps/the moved one.meander');
  expect(await find(handle)).toBe(to);
});

test('a deleted file is found nowhere, and no other project is taken for it', async () => {
  const { handle } = await openAndEdit(store, path, 'Kept all the same');
  rmSync(path);
  expect(await store.lookAtFile(handle)).toBe('gone');
  expect(await find(handle)).toBeNull();
  expect(needFault(await store.followFile(handle, path))).toEqual({ code: 'missing' });
  need(await store.publish(handle, { ...SAVE, replace: true }));
  expect(firstCard(need(await store.read(path)).records).text).toBe('Kept all the same');
});

test('a project that is not open is found by its id', async () => {
  const { uuid } = need(await store.read(path));
  const to = moveTo('work/maps/renamed.meander');
  expect(await store.findMoved({ uuid, path, near: [] })).toBe(to);
  expect(await store.findMoved({ uuid: '00000000-0000-4000-8000-000000000000', path, near: [] })).toBeNull();
});

test('a document does not go on in a file that another window shows', async () => {
  const { handle } = need(await store.open(path));
  const to = moveTo('work/maps/renamed.meander');
  const other = need(await store.open(to));
  expect(other.handle).not.toBe(handle);
  expect(needFault(await store.followFile(handle, to))).toEqual({ code: 'alreadyOpen' });
});

test('what somebody else saved to the moved file is compared before it is replaced', async () => {
  const { handle } = await openAndEdit(store, path, 'Mine');
  const to = moveTo('work/maps/renamed.meander');
  const there = await bench.start('there');
  const theirs = await openAndEdit(there, to, 'Theirs');
  need(await there.publish(theirs.handle, SAVE));
  const before = readFileSync(to);
  need(await store.followFile(handle, to));
  expect(await store.lookAtFile(handle)).toBe('changed');
  expect(needFault(await store.publish(handle, SAVE))).toEqual({ code: 'changedOnDisk' });
  expect(readFileSync(to).equals(before)).toBe(true);
});

test('unsaved work goes on when its file is opened at the place it was moved to', async () => {
  const { handle, records } = await openAndEdit(store, path, 'Not saved yet');
  await store.close(handle, false);
  const to = moveTo('work/maps/renamed.meander');
  const opened = need(await store.open(to));
  expect(opened).toMatchObject({ recoveredEdits: 1, file: 'unchanged' });
  expect(opened.save.fileName).toBe('renamed.meander');
  expect(byId(opened.records)).toEqual(records);
  need(await store.publish(opened.handle, SAVE));
  expect(byId(need(await store.read(to)).records)).toEqual(records);
});

test('unsaved work of a file that is still at its place is not taken into a copy of it', async () => {
  const { handle } = await openAndEdit(store, path, 'Not saved yet');
  await store.close(handle, false);
  const copy = bench.path('work/maps/copy.meander');
  copyFileSync(path, copy);
  expect(need(await store.open(copy)).recoveredEdits).toBe(0);
  expect(await store.listUnsaved()).toHaveLength(1);
});

test('a drive that is gone is told from a file that is gone, and edits are kept meanwhile', async () => {
  let isGone = false;
  const stat: typeof nodeFileSystem.stat = (place) =>
    isGone && place.startsWith(bench.path('work')) ? Promise.reject(systemError('ESTALE')) : nodeFileSystem.stat(place);
  const onShare = await bench.start('share', { fileSystem: { ...nodeFileSystem, stat } });
  const { handle } = await openAndEdit(onShare, path, 'Before');
  isGone = true;
  expect(await onShare.lookAtFile(handle)).toBe('away');
  expect(needFault(await onShare.publish(handle, SAVE))).toEqual({ code: 'away' });
  expect(needFault(await onShare.read(path))).toEqual({ code: 'away' });
  const card = firstCard((await onShare.contents(handle))?.records ?? []);
  need(await onShare.commit(handle, update(2, card, { ...card, text: 'Meanwhile' })));
  isGone = false;
  need(await onShare.publish(handle, SAVE));
  expect(firstCard(need(await onShare.read(path)).records).text).toBe('Meanwhile');
});

test('a file in a folder that is not there is out of reach', async () => {
  expect(needFault(await store.open(bench.path('gone/new.meander')))).toEqual({ code: 'away' });
});
