import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inspectHere } from '../../../electron/storage/inspectHere.ts';
import { countFigures, patienceOf, roundsOf } from '../../fixtures/endurance.ts';
import { isInsideSave } from './support/interruptedSave.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { seededRandom } from './support/seededRandom.ts';
import { type StorageChild, startStorage } from './support/storageChild.ts';
import {
  byId,
  firstCard,
  need,
  needFault,
  openAndEdit,
  SAVE,
  saveAs,
  saveNew,
  TestBench,
  update,
} from './support/testStore.ts';
import { watchFiles } from './support/watchedFileSystem.ts';

let bench: TestBench;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  path = bench.path('home/journey.meander');
  mkdirSync(bench.path('home'));
});
afterEach(() => bench.remove());

/** What stands in the person's folder. */
function home(): readonly string[] {
  return readdirSync(bench.path('home'));
}

test('a crash between any two file operations of a save loses no edit and leaves nothing behind', async () => {
  await saveNew(await bench.start('maker'), path, sampleRecords());
  let moments = 0;
  let isWatching = false;
  const fileSystem = watchFiles(() => {
    if (!isWatching) return;
    moments += 1;
    for (const name of ['home', '.private']) {
      cpSync(bench.path(name), bench.path(`moments/${moments}/${name}`), { recursive: true });
    }
  });
  const store = await bench.start('private', { fileSystem });
  const before = byId(need(await store.read(path)).records);
  const { handle, records: after } = await openAndEdit(store, path, 'Worth keeping');
  isWatching = true;
  need(await store.publish(handle, SAVE));
  isWatching = false;
  await store.stop();
  expect(moments).toBeGreaterThan(20);

  let repeated = 0;
  for (let moment = 1; moment <= moments; moment += 1) {
    for (const name of ['home', '.private']) {
      rmSync(bench.path(name), { recursive: true });
      cpSync(bench.path(`moments/${moment}/${name}`), bench.path(name), { recursive: true });
    }
    expect([before, after]).toContainEqual(byId(need(await store.read(path)).records));
    const next = await bench.start('private');
    const [unsaved] = await next.listUnsaved();
    expect(home(), `moment ${moment}`).toEqual(['journey.meander']);
    if (unsaved === undefined) {
      repeated += 1;
      expect(byId(need(await next.read(path)).records)).toEqual(after);
    } else {
      const resumed = need(await next.resume(unsaved.workId));
      expect(byId(resumed.records)).toEqual(after);
      expect(resumed).toMatchObject({ recoveredEdits: 1, file: 'unchanged' });
    }
    await next.stop();
  }
  // From the moment the intent is written, the next start does what the person had asked for.
  expect(repeated).toBeGreaterThan(moments / 2);
}, 180_000);

test('what was kept before a crash is offered at the next start and can be continued and saved', async () => {
  await saveNew(await bench.start('maker'), path, sampleRecords());
  const first = await bench.start();
  const { records } = await openAndEdit(first, path, 'Kept');
  const second = await bench.start(await bench.crash());
  const unsaved = await second.listUnsaved();
  expect(unsaved).toMatchObject([{ path, edits: 1, title: 'Parcel to the door' }]);
  const resumed = need(await second.resume(unsaved[0]?.workId ?? ''));
  expect(resumed).toMatchObject({ recoveredEdits: 1, lastEdit: 1, file: 'unchanged' });
  expect(byId(resumed.records)).toEqual(records);
  expect(await second.listUnsaved()).toEqual([]);
  need(await second.publish(resumed.handle, SAVE));
  expect(byId(need(await second.read(path)).records)).toEqual(records);
});

test('opening a file continues what was kept of it', async () => {
  await saveNew(await bench.start('maker'), path, sampleRecords());
  const first = await bench.start();
  const { records, handle } = await openAndEdit(first, path, 'Kept');
  await first.close(handle, false);
  const opened = need(await first.open(path));
  expect(opened).toMatchObject({ recoveredEdits: 1, lastEdit: 1, file: 'unchanged', save: { unsavedEdits: 1 } });
  expect(byId(opened.records)).toEqual(records);
});

test('what was kept is offered with the file as changed, gone, or another document', async () => {
  await saveNew(await bench.start('maker'), path, sampleRecords());
  const first = await bench.start();
  const { handle, records } = await openAndEdit(first, path, 'Kept');
  await first.close(handle, false);
  const other = await bench.start('other');
  const theirs = await openAndEdit(other, path, 'Theirs');
  need(await other.publish(theirs.handle, SAVE));

  const changed = need(await first.open(path));
  expect(changed).toMatchObject({ recoveredEdits: 1, file: 'changed' });
  expect(byId(changed.records)).toEqual(records);
  await first.close(changed.handle, false);

  rmSync(path);
  expect(needFault(await first.open(path))).toEqual({ code: 'missing' });
  const [gone] = await first.listUnsaved();
  const resumed = need(await first.resume(gone?.workId ?? ''));
  expect(resumed).toMatchObject({ recoveredEdits: 1, file: 'gone' });
  await first.close(resumed.handle, false);

  await saveNew(other, path, sampleRecords(1));
  const fresh = need(await first.open(path));
  expect(fresh).toMatchObject({ recoveredEdits: 0, file: 'unchanged' });
  expect(await first.listUnsaved()).toHaveLength(1);
});

test('what is discarded is gone, and the file is as it was', async () => {
  await saveNew(await bench.start('maker'), path, sampleRecords());
  const store = await bench.start();
  const first = await openAndEdit(store, path, 'Not wanted');
  await store.close(first.handle, true);
  expect(await store.listUnsaved()).toEqual([]);
  const second = await openAndEdit(store, path, 'Not wanted either');
  await store.close(second.handle, false);
  const [left] = await store.listUnsaved();
  await store.discard(left?.workId ?? '');
  expect(await store.listUnsaved()).toEqual([]);
  expect(needFault(await store.resume(left?.workId ?? ''))).toEqual({ code: 'missing' });
  expect(byId(need(await store.read(path)).records)).toEqual(byId(sampleRecords()));
  expect(readdirSync(bench.path('.private/work'))).toEqual([]);
});

test('a working copy that was done with when the computer stopped is gone after two starts', async () => {
  await saveNew(await bench.start('maker'), path, sampleRecords());
  const first = await bench.start();
  need(await first.open(path));
  const afterOne = await bench.crash();
  const second = await bench.start(afterOne);
  expect(await second.listUnsaved()).toEqual([]);
  await second.stop();
  const third = await bench.start(afterOne);
  await third.listUnsaved();
  expect(readdirSync(bench.path(`.${afterOne}/work`))).toEqual([]);
});

test('a private folder that another running process has is left alone', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const first = startStorage(bench.path('.private'));
  try {
    const made = need(await first.store.create(sampleRecords(), []));
    const card = firstCard(made.records);
    need(await first.store.commit(made.handle, update(1, card, { ...card, text: 'Mine' })));
    const second = await bench.start();
    expect(await second.listUnsaved()).toEqual([]);
    expect(String(told.mock.calls)).toContain('locked');
    told.mockRestore();
    need(await first.store.publish(made.handle, saveAs(path)));
    expect(firstCard(need(await second.read(path)).records).text).toBe('Mine');
  } finally {
    first.child.kill('SIGKILL');
    await first.ended;
  }
});

test(
  'a process killed at any moment of editing and saving loses no acknowledged edit and no file',
  async () => {
    await saveNew(await bench.start('maker'), path, sampleRecords());
    const random = seededRandom(Number(process.env.MEANDER_SEED ?? 1));
    const folder = bench.path('.private');
    let acknowledged = firstCard(sampleRecords()).text;
    for (let round = 0; round < roundsOf(4, 1_000); round += 1) {
      const storage = startStorage(folder, (request) => inspectHere.inspect(request));
      const kept = await editUntilKilled(storage, round, 20 + random() * 400);
      const inside = isInsideSave(folder);
      acknowledged = kept.at(-1) ?? acknowledged;
      const after = startStorage(folder, (request) => inspectHere.inspect(request));
      const read = need(await after.store.read(path));
      const [unsaved] = await after.store.listUnsaved();
      const newest =
        unsaved === undefined ? need(await after.store.read(path)) : need(await after.store.resume(unsaved.workId));
      // The last one that was sent may have been kept without an answer.
      expect(kept.length === 0 ? [acknowledged, `${round}:1`] : [acknowledged, nextText(acknowledged)]).toContain(
        firstCard(newest.records).text,
      );
      acknowledged = firstCard(newest.records).text;
      expect(read.records).toHaveLength(sampleRecords().length);
      after.child.kill('SIGKILL');
      await after.ended;
      expect(home()).toEqual(expect.arrayContaining(['journey.meander']));
      expect(home().filter((name) => name.endsWith('.tmp'))).toEqual([]);
      // Each of these has just been expected to be none.
      const none = { 'lost edits': 0, 'unreadable files': 0, 'stray temp files': 0 };
      countFigures({ kills: 1, 'kills inside a save': inside ? 1 : 0, ...none });
    }
  },
  patienceOf(60_000),
);

function nextText(text: string): string {
  const [round, number] = text.split(':');
  return `${round}:${Number(number) + 1}`;
}

/** Edits and saves until the process is killed after `lifetime` milliseconds; gives the texts that were acknowledged. */
async function editUntilKilled(storage: StorageChild, round: number, lifetime: number): Promise<readonly string[]> {
  const kept: string[] = [];
  try {
    const opened = need(await storage.store.open(path));
    setTimeout(() => storage.child.kill('SIGKILL'), lifetime);
    let card = firstCard(opened.records);
    for (let number = 1; ; number += 1) {
      const next = { ...card, text: `${round}:${number}` };
      need(await storage.store.commit(opened.handle, update(opened.lastEdit + number, card, next)));
      kept.push(next.text);
      card = next;
      // A save is under way most of the time.
      if (number % 3 === 0) void storage.store.publish(opened.handle, SAVE).catch(() => {});
    }
  } catch (error) {
    expect(String(error)).toContain('ended');
  }
  await storage.ended;
  return kept;
}
