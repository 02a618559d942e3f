import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileSystem } from '../../../electron/storage/fileSystem.ts';
import { nodeFileSystem } from '../../../electron/storage/fileSystem.ts';
import { inspectHere } from '../../../electron/storage/inspectHere.ts';
import type { Inspector } from '../../../electron/storage/inspector.ts';
import { failure } from '../../../shared/util/result.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import {
  benchWithJourney,
  byId,
  firstCard,
  need,
  needFault,
  openAndEdit,
  saveNew,
  type TestBench,
  update,
} from './support/testStore.ts';

let bench: TestBench;
let path: string;
beforeEach(async () => {
  ({ bench, path } = await benchWithJourney());
});
afterEach(() => bench.remove());

/** A drive that does not answer until it is told to. */
function stalledDrive() {
  let answer = (): void => undefined;
  const answers = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    stat: async (at) => {
      if (at.startsWith(path)) await answers;
      return nodeFileSystem.stat(at);
    },
  };
  return { fileSystem, answer };
}

/** An inspector that never comes to an end by itself. */
const ENDLESS: Inspector = {
  inspect: (_request, signal) =>
    new Promise((resolve) => signal?.addEventListener('abort', () => resolve(failure({ code: 'cancelled' })))),
};

test.each(['open', 'openCopy', 'read'] as const)('%s on a drive that does not answer can be given up', async (way) => {
  const { fileSystem, answer } = stalledDrive();
  const store = await bench.start('private', { fileSystem });
  const waiting = store[way](path);
  await store.giveUp({ path });
  expect(needFault(await waiting)).toEqual({ code: 'cancelled' });
  answer();
});

test('a salvage can be given up too', async () => {
  const { fileSystem, answer } = stalledDrive();
  const store = await bench.start('private', { fileSystem });
  const waiting = store.salvage({ path });
  await store.giveUp({ path });
  expect(needFault(await waiting)).toEqual({ code: 'cancelled' });
  answer();
});

test('while a drive does not answer, work on another one goes on', async () => {
  const { fileSystem, answer } = stalledDrive();
  const near = bench.path('near.meander');
  await saveNew(await bench.start('other'), near, sampleRecords());
  const store = await bench.start('private', { fileSystem });
  const waiting = store.open(path);
  const { handle, records } = await openAndEdit(store, near, 'Written meanwhile');
  const card = firstCard([...records.values()]);
  need(await store.commit(handle, update(2, card, { ...card, text: 'And again' })));
  need(await store.publish(handle, { author: '', target: null, asCopy: false, replace: false }));
  answer();
  expect(byId(need(await waiting).records)).toEqual(byId(sampleRecords()));
});

test('what was given up and opens late is put away, so that it can be opened again', async () => {
  const { fileSystem, answer } = stalledDrive();
  const store = await bench.start('private', { fileSystem });
  const waiting = store.open(path);
  await store.giveUp({ path });
  expect(needFault(await waiting)).toEqual({ code: 'cancelled' });
  const again = store.open(path);
  answer();
  expect(byId(need(await again).records)).toEqual(byId(sampleRecords()));
});

test('an inspection without an end can be given up, and the file is opened by the next inspector', async () => {
  let isEndless = true;
  const inspector: Inspector = {
    inspect: (request, signal) => (isEndless ? ENDLESS : inspectHere).inspect(request, signal),
  };
  const store = await bench.start('private', { inspector });
  const waiting = store.open(path);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await store.giveUp({ path });
  expect(needFault(await waiting)).toEqual({ code: 'cancelled' });
  isEndless = false;
  expect(byId(need(await store.open(path)).records)).toEqual(byId(sampleRecords()));
});

test('whether a file is there is asked once of a drive that does not answer', async () => {
  let looks = 0;
  const { fileSystem, answer } = stalledDrive();
  const counting: FileSystem = {
    ...fileSystem,
    stat: (at) => {
      looks += 1;
      return fileSystem.stat(at);
    },
  };
  const store = await bench.start('private', { fileSystem: counting });
  await store.listUnsaved();
  looks = 0;
  const answers = [store.isThere(path), store.isThere(path), store.isThere(path)];
  answer();
  expect(await Promise.all(answers)).toEqual([true, true, true]);
  expect(looks).toBe(1);
  expect(await store.isThere(bench.path('gone'))).toBe(false);
});
