import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentHandle } from '../../../shared/ipc/projectStore.ts';
import { countFigures, IS_LONG_RUN, patienceOf } from '../../fixtures/endurance.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import {
  benchWithJourney,
  byId,
  firstCard,
  need,
  needFault,
  openAndEdit,
  realParts,
  SAVE,
  saveAs,
  type TestBench,
  update,
} from './support/testStore.ts';
import { type Operation, systemError, type Watcher, watchFiles } from './support/watchedFileSystem.ts';

/** Milliseconds for tests that save dozens of times, on a computer that is busy with other things. */
const LONG = patienceOf(180_000);

let bench: TestBench;
let path: string;
beforeEach(async () => {
  ({ bench, path } = await benchWithJourney());
});
afterEach(() => bench.remove());

describe('a save that may not be is refused, and the file stays as it is', () => {
  test('of a document that was never in a file and is given none', async () => {
    const store = await bench.start();
    const { handle } = need(await store.create(sampleRecords(), []));
    expect(needFault(await store.publish(handle, SAVE))).toEqual({ code: 'noTarget' });
  });

  test('of a document that is not open', async () => {
    const store = await bench.start();
    expect(needFault(await store.publish('document:none', SAVE))).toEqual({ code: 'notOpen' });
    const { handle } = await openAndEdit(store, path, 'Gone with the window');
    await store.close(handle, false);
    expect(needFault(await store.publish(handle, SAVE))).toEqual({ code: 'notOpen' });
  });

  test('over a file that somebody else has saved meanwhile, even with consent', async () => {
    const [here, there] = [await bench.start('here'), await bench.start('there')];
    const mine = await openAndEdit(here, path, 'Mine');
    const theirs = await openAndEdit(there, path, 'Theirs');
    need(await there.publish(theirs.handle, SAVE));
    const bytes = readFileSync(path);
    expect(needFault(await here.publish(mine.handle, SAVE))).toEqual({ code: 'changedOnDisk' });
    expect(needFault(await here.publish(mine.handle, { ...SAVE, replace: true }))).toEqual({ code: 'changedOnDisk' });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('over a file that another program has overwritten, until the person says so', async () => {
    const store = await bench.start();
    const { handle, records } = await openAndEdit(store, path, 'Mine');
    writeFileSync(path, 'Something else');
    expect(needFault(await store.publish(handle, SAVE))).toEqual({ code: 'changedOnDisk' });
    expect(readFileSync(path, 'utf8')).toBe('Something else');
    need(await store.publish(handle, { ...SAVE, replace: true }));
    expect(byId(need(await store.read(path)).records)).toEqual(records);
  });

  test('to a file that is gone, until the person says so', async () => {
    const store = await bench.start();
    const { handle, records } = await openAndEdit(store, path, 'Mine');
    rmSync(path);
    expect(needFault(await store.publish(handle, SAVE))).toEqual({ code: 'goneFromDisk' });
    expect(existsSync(path)).toBe(false);
    need(await store.publish(handle, { ...SAVE, replace: true }));
    expect(byId(need(await store.read(path)).records)).toEqual(records);
  });

  test('over a file marked read-only, and a window learns of that on opening', async () => {
    chmodSync(path, 0o444);
    const store = await bench.start();
    const opened = need(await store.open(path));
    expect(opened.save.readOnly).toBe(true);
    const card = firstCard(opened.records);
    need(await store.commit(opened.handle, update(1, card, { ...card, text: 'Mine' })));
    expect(needFault(await store.publish(opened.handle, SAVE))).toMatchObject({ code: 'notWritable' });
    expect(firstCard(need(await store.read(path)).records)).toEqual(card);
  });

  test('as another file that is there, until the person says so', async () => {
    const other = bench.path('other.meander');
    writeFileSync(other, 'Something else');
    const store = await bench.start();
    const { handle, records } = await openAndEdit(store, path, 'Mine');
    expect(needFault(await store.publish(handle, saveAs(other)))).toEqual({ code: 'changedOnDisk' });
    need(await store.publish(handle, saveAs(other, { replace: true })));
    expect(byId(need(await store.read(other)).records)).toEqual(records);
  });

  test('into a folder that is not there, or as one that is', async () => {
    const store = await bench.start();
    const { handle } = await openAndEdit(store, path, 'Mine');
    const nowhere = saveAs(bench.path('nowhere/journey.meander'));
    expect(needFault(await store.publish(handle, nowhere))).toEqual({ code: 'away' });
    mkdirSync(bench.path('folder.meander'));
    const onFolder = saveAs(bench.path('folder.meander'), { replace: true });
    expect(needFault(await store.publish(handle, onFolder))).toEqual({ code: 'notAFile' });
  });

  test('to the place of its own file where a folder stands by now', async () => {
    const store = await bench.start();
    const { handle } = await openAndEdit(store, path, 'Mine');
    rmSync(path);
    mkdirSync(path);
    expect(await store.lookAtFile(handle)).toBe('changed');
    expect(needFault(await store.compareVersion(handle, path))).toEqual({ code: 'notAFile' });
    expect(needFault(await store.publish(handle, SAVE))).toEqual({ code: 'notAFile' });
    expect(needFault(await store.publish(handle, { ...SAVE, replace: true }))).toEqual({ code: 'notAFile' });
  });

  test('under a name that is longer than the disk takes', async () => {
    const store = await bench.start();
    const { handle } = await openAndEdit(store, path, 'Mine');
    const tooLong = saveAs(bench.path(`${'n'.repeat(300)}.meander`));
    expect(needFault(await store.publish(handle, tooLong))).toEqual({ code: 'nameTooLong' });
    expect(strays()).toEqual([]);
  });

  test('on a disk with less room than it needs, said with the room it needs', async () => {
    const fileSystem = { ...realParts.fileSystem, freeBytes: async () => 5000 };
    const store = await bench.start('private', { fileSystem });
    const { handle } = await openAndEdit(store, path, 'Mine');
    const fault = needFault(await store.publish(handle, SAVE));
    expect(fault).toMatchObject({ code: 'diskFull' });
    expect(fault.code === 'diskFull' && fault.needed > readFileSync(path).length).toBe(true);
  });

  test('when what was written reads back as something else', async () => {
    let isPlanted = false;
    const fileSystem = watchFiles(({ name, paths: [place] }) => {
      if (name !== 'openToRead' || !place?.endsWith('.tmp') || isPlanted) return;
      isPlanted = true;
      writeFileSync(place, Buffer.concat([readFileSync(place).subarray(1), Buffer.alloc(1)]));
    });
    const store = await bench.start('private', { fileSystem });
    const { handle } = await openAndEdit(store, path, 'Mine');
    expect(needFault(await store.publish(handle, SAVE))).toMatchObject({ code: 'notVerified' });
    need(await store.publish(handle, SAVE));
  });

  test('when somebody saves in the moment before the rename', async () => {
    const fileSystem = watchFiles(({ name, paths: [place] }) => {
      if (name === 'create' && place?.endsWith('.tmp')) writeFileSync(path, 'Something else');
    });
    const store = await bench.start('private', { fileSystem });
    const { handle } = await openAndEdit(store, path, 'Mine');
    expect(needFault(await store.publish(handle, SAVE))).toEqual({ code: 'changedOnDisk' });
    expect(readFileSync(path, 'utf8')).toBe('Something else');
  });
});

test('a file with the longest name that the disk takes is opened as it was saved, edited and saved again', async () => {
  const store = await bench.start();
  const { handle } = await openAndEdit(store, path, 'Mine');
  const longest = bench.path(`${'n'.repeat(247)}.meander`);
  need(await store.publish(handle, saveAs(longest)));
  await store.close(handle, false);
  const again = await openAndEdit(store, longest, 'Mine again');
  need(await store.publish(again.handle, SAVE));
  expect(byId(need(await store.read(longest)).records)).toEqual(again.records);
});

test('a save waits for a program that holds the file, and gives up after half a minute', async () => {
  let held = 5;
  let waited = 0;
  const fileSystem = watchFiles(({ name, paths: [place] }) => {
    if (name !== 'rename' || place !== path || held === 0) return;
    held -= 1;
    throw systemError('EBUSY');
  });
  const sleep = async (milliseconds: number) => {
    waited += milliseconds;
  };
  const store = await bench.start('private', { fileSystem, sleep });
  const { handle, records } = await openAndEdit(store, path, 'Mine');
  need(await store.publish(handle, SAVE));
  expect(byId(need(await store.read(path)).records)).toEqual(records);
  expect(waited).toBeGreaterThan(0);

  held = Number.POSITIVE_INFINITY;
  waited = 0;
  const card = firstCard([...records.values()]);
  need(await store.commit(handle, update(2, card, { ...card, text: 'Held back' })));
  expect(needFault(await store.publish(handle, SAVE))).toMatchObject({ code: 'notWritable' });
  expect(waited).toBeGreaterThanOrEqual(30_000);
  expect(strays()).toEqual([]);
});

test('the new file is on the disk before it takes the place of the old, and the rename before it is said', async () => {
  const operations: string[] = [];
  const fileSystem = watchFiles(({ name, paths: [place] }) => {
    if (place?.endsWith('.tmp') || place === path || place === bench.folder) operations.push(name);
  });
  const store = await bench.start('private', { fileSystem });
  const { handle } = await openAndEdit(store, path, 'Mine');
  operations.length = 0;
  need(await store.publish(handle, SAVE));
  const important = operations.filter((name) =>
    ['create', 'file.write', 'file.sync', 'rename', 'syncFolder'].includes(name),
  );
  expect(important).toEqual(['create', 'file.write', 'file.sync', 'rename', 'syncFolder']);
  expect(operations.lastIndexOf('file.read')).toBeLessThan(operations.indexOf('rename'));
  expect(operations[operations.indexOf('rename') - 1]).toBe('stat');
});

test('a version that the private disk may not have does not take the place of the old', async () => {
  let isReached = false;
  // The disk gives no room for what it had taken, a while after everything else is done.
  const fileSystem = watchFiles(async ({ name, paths: [place] }) => {
    if (name !== 'sync' || !place?.endsWith('next.meander')) return;
    isReached = true;
    await setTimeout(200);
    throw systemError('ENOSPC');
  });
  const before = readFileSync(path);
  const store = await bench.start('private', { fileSystem });
  const { handle } = await openAndEdit(store, path, 'Mine');
  expect(needFault(await store.publish(handle, SAVE))).toMatchObject({ code: 'diskFull' });
  expect(isReached).toBe(true);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('the file keeps the permissions it had', async () => {
  chmodSync(path, 0o664);
  const store = await bench.start();
  const { handle } = await openAndEdit(store, path, 'Mine');
  need(await store.publish(handle, SAVE));
  expect((await realParts.fileSystem.stat(path)).mode).toBe(0o664);
});

test('edits kept while a save runs are not in it, and are unsaved after it', async () => {
  let interrupt: (() => Promise<void>) | null = null;
  const fileSystem = watchFiles(async ({ name, paths: [place] }) => {
    if (name === 'create' && place?.endsWith('.tmp')) await interrupt?.();
  });
  const store = await bench.start('private', { fileSystem });
  const { handle, records } = await openAndEdit(store, path, 'In the save');
  const card = firstCard([...records.values()]);
  interrupt = async () => {
    need(await store.commit(handle, update(2, card, { ...card, text: 'After the save' })));
  };
  expect(need(await store.publish(handle, SAVE))).toMatchObject({ unsavedEdits: 1 });
  interrupt = null;
  expect(firstCard(need(await store.read(path)).records).text).toBe('In the save');
  need(await store.publish(handle, SAVE));
  expect(firstCard(need(await store.read(path)).records).text).toBe('After the save');
});

/** What a save must not leave beside the file. */
function strays(): readonly string[] {
  return readdirSync(bench.folder).filter((name) => name.endsWith('.tmp'));
}

describe('whatever operation of a save fails, the file is the old or the new one and nothing is lost', () => {
  /** Counts the operations of one save. */
  async function countOperations(): Promise<number> {
    let last = 0;
    let first = 0;
    const fileSystem = watchFiles(({ number }) => {
      last = number;
    });
    const store = await bench.start('counter', { fileSystem });
    const { handle } = await openAndEdit(store, path, 'Counted');
    first = last;
    need(await store.publish(handle, saveAs(bench.path('counted.meander'))));
    const count = last - first;
    await store.close(handle, false);
    return count;
  }

  async function saveWithFault(
    code: string,
    isFaulty: (operation: Operation, start: number) => boolean,
  ): Promise<void> {
    let start = Number.POSITIVE_INFINITY;
    let last = 0;
    const watch: Watcher = (operation) => {
      last = operation.number;
      if (isFaulty(operation, start)) throw systemError(code);
    };
    const store = await bench.start('faulty', { fileSystem: watchFiles(watch) });
    const before = byId(need(await store.read(path)).records);
    const opened = need(await store.open(path));
    const card = firstCard(opened.records);
    const text = `${card.text}+`;
    need(await store.commit(opened.handle, update(1, card, { ...card, text })));
    start = last;
    const published = await store.publish(opened.handle, SAVE);
    start = Number.POSITIVE_INFINITY;
    const after = byId([...opened.records, { ...card, text }]);
    const found = byId(need(await store.read(path)).records);
    expect(published.ok ? [after] : [before, after]).toContainEqual(found);
    await expectSavedInTheEnd(store, opened.handle, after);
    countFigures({ 'fault points tried': 1 });
  }

  async function expectSavedInTheEnd(
    store: Awaited<ReturnType<TestBench['start']>>,
    handle: DocumentHandle,
    after: ReturnType<typeof byId>,
  ): Promise<void> {
    need(await store.publish(handle, SAVE));
    expect(byId(need(await store.read(path)).records)).toEqual(after);
    await store.close(handle, false);
    await (await bench.start('faulty')).listUnsaved();
    expect(strays()).toEqual([]);
  }

  // The refusals that a rename waits for behave like any other elsewhere, so that they are left to the long runs.
  const codes = IS_LONG_RUN ? ['ENOSPC', 'EIO', 'EACCES', 'EBUSY'] : ['ENOSPC', 'EBUSY'];

  test.each(codes)(
    '%s at one operation, at each in turn',
    async (code) => {
      const count = await countOperations();
      expect(count).toBeGreaterThan(20);
      for (let faulty = 1; faulty <= count; faulty += 1) {
        await saveWithFault(code, ({ number }, start) => number === start + faulty);
      }
    },
    LONG,
  );

  test.each(codes.slice(0, 1))(
    '%s at an operation and at all after it',
    async (code) => {
      const count = await countOperations();
      for (let faulty = 1; faulty <= count; faulty += 1) {
        await saveWithFault(code, ({ number }, start) => number >= start + faulty);
      }
    },
    LONG,
  );

  test('a disk that takes a part of what it is given', async () => {
    const real = realParts.fileSystem;
    const store = await bench.start('private', {
      fileSystem: {
        ...real,
        create: async (place, mode) => {
          const file = await real.create(place, mode);
          return { ...file, write: (bytes) => file.write(bytes.subarray(0, Math.min(1000, bytes.length))) };
        },
      },
    });
    const { handle, records } = await openAndEdit(store, path, 'Piece by piece');
    need(await store.publish(handle, SAVE));
    expect(byId(need(await store.read(path)).records)).toEqual(records);
  });
});

test(
  'whatever operation of an opening fails, it is said, nothing is left and the next opening works',
  async () => {
    let countdown = Number.POSITIVE_INFINITY;
    let operations = 0;
    const fileSystem = watchFiles(() => {
      operations += 1;
      countdown -= 1;
      if (countdown === 0) throw systemError('EIO');
    });
    const store = await bench.start('private', { fileSystem });
    const first = need(await store.open(path));
    await store.close(first.handle, false);
    const count = operations;
    const before = readFileSync(path);
    for (let faulty = 1; faulty <= count; faulty += 1) {
      countdown = faulty;
      const opened = await store.open(path);
      countdown = Number.POSITIVE_INFINITY;
      if (opened.ok) await store.close(opened.value.handle, false);
      else expect(opened.reason.code).toMatch(/away|storageFailed|damaged/);
      const again = need(await store.open(path));
      expect(byId(again.records)).toEqual(byId(sampleRecords()));
      await store.close(again.handle, false);
    }
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(bench.path('.private/work'))).toEqual([]);
    expect(readdirSync(bench.path('.private/staging'))).toEqual([]);
  },
  LONG,
);
