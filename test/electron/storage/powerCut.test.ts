import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileSystem } from '../../../electron/storage/fileSystem.ts';
import { inspectDocument } from '../../../electron/storage/inspectDocument.ts';
import { countFigures, patienceOf, roundsOf } from '../../fixtures/endurance.ts';
import { LosingDisk, layOut } from './support/losingDisk.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { firstCard, need, openAndEdit, realParts, SAVE, saveNew, TestBench } from './support/testStore.ts';

let bench: TestBench;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  path = bench.path('home/journey.meander');
  mkdirSync(bench.path('home'));
  await saveNew(await bench.start('maker'), path, sampleRecords());
});
afterEach(() => bench.remove());

/** What power cuts during a save did to the person's file. */
interface Cuts {
  cuts: number;
  /** The file was gone, empty, torn, or neither the version before nor the one after. */
  lost: number;
  /** The save had been reported as done, and the version before was there. */
  forgotten: number;
}

/** Saves a change with a disk that may lose what it was not told to keep, and cuts the power at every moment. */
async function cutPowerDuringSave(name: string, real: FileSystem): Promise<Cuts> {
  const disk = new LosingDisk(real, bench.path('home'), ['journey.meander']);
  const store = await bench.start(name, { fileSystem: disk.fileSystem });
  const before = firstCard(need(await store.read(path)).records).text;
  const after = `${before}+`;
  const { handle } = await openAndEdit(store, path, after);
  const found: Cuts = { cuts: 0, lost: 0, forgotten: 0 };
  const cut = (allowed: readonly string[]): number => {
    let others = 0;
    for (const remains of disk.remains()) {
      found.cuts += 1;
      layOut(remains, bench.path('after'));
      const read = inspectDocument(bench.path('after/journey.meander'));
      const text = read.ok ? firstCard(read.value.document.records.map(({ record }) => record)).text : null;
      if (text === null || !allowed.includes(text)) others += 1;
    }
    return others;
  };
  disk.atEveryMoment(() => {
    found.lost += cut([before, after]);
  });
  need(await store.publish(handle, SAVE));
  disk.atEveryMoment(() => {});
  found.forgotten = cut([after]);
  await store.close(handle, false);
  return found;
}

test(
  'a power cut at any moment of a save leaves the old or the new file, and after it the new one',
  async () => {
    for (let round = 0; round < roundsOf(1, 30); round += 1) {
      const { cuts, lost, forgotten } = await cutPowerDuringSave(`private${round}`, realParts.fileSystem);
      expect(cuts).toBeGreaterThan(10);
      expect([lost, forgotten]).toEqual([0, 0]);
      countFigures({
        'power cuts': cuts,
        'files lost to power cuts': lost,
        'saves forgotten by power cuts': forgotten,
      });
    }
  },
  patienceOf(60_000),
);

test('planted: without fsync of the file, power cuts lose it', async () => {
  const disk = new LosingDisk(realParts.fileSystem, bench.path('home'), ['journey.meander']);
  const create: FileSystem['create'] = async (place, mode) => ({
    ...(await disk.fileSystem.create(place, mode)),
    sync: async () => {},
  });
  const unsynced: FileSystem = { ...disk.fileSystem, create };
  const store = await bench.start('private', { fileSystem: unsynced });
  const { handle } = await openAndEdit(store, path, 'Not kept');
  need(await store.publish(handle, SAVE));
  const broken = disk.remains().filter((remains) => {
    layOut(remains, bench.path('after'));
    return !inspectDocument(bench.path('after/journey.meander')).ok;
  });
  expect(broken.length).toBeGreaterThan(0);
});

test('planted: without fsync of the folder, a power cut forgets a save that was reported as done', async () => {
  const disk = new LosingDisk(realParts.fileSystem, bench.path('home'), ['journey.meander']);
  const unsynced: FileSystem = { ...disk.fileSystem, syncFolder: async () => {} };
  const store = await bench.start('private', { fileSystem: unsynced });
  const { handle } = await openAndEdit(store, path, 'Forgotten');
  need(await store.publish(handle, SAVE));
  const texts = disk.remains().map((remains) => {
    layOut(remains, bench.path('after'));
    const { document } = need(inspectDocument(bench.path('after/journey.meander')));
    return firstCard(document.records.map(({ record }) => record)).text;
  });
  expect(texts.filter((text) => text !== 'Forgotten')).not.toEqual([]);
});
