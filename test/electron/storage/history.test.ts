import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { thinVersions } from '../../../electron/storage/thinVersions.ts';
import type { StoredVersion } from '../../../shared/ipc/projectStore.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { firstCard, need, needFault, SAVE, saveNew, TestBench, update } from './support/testStore.ts';

let bench: TestBench;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  path = bench.path('journey.meander');
});
afterEach(() => bench.remove());

test('every saved version is kept and can be read, also when the file is moved or damaged', async () => {
  const store = await bench.start();
  await saveNew(store, path, sampleRecords());
  const opened = need(await store.open(path));
  let card = firstCard(opened.records);
  for (let number = 1; number <= 3; number += 1) {
    const next = { ...card, text: `Version ${number}` };
    need(await store.commit(opened.handle, update(number, card, next)));
    need(await store.publish(opened.handle, { ...SAVE, label: number === 2 ? 'For the board' : '' }));
    card = next;
  }
  await store.close(opened.handle, false);
  const versions = await store.listVersions({ uuid: opened.uuid });
  const texts: string[] = [];
  for (const version of versions) texts.push(firstCard(need(await store.read(version.path)).records).text);
  expect(texts.slice(0, 3)).toEqual(['Version 3', 'Version 2', 'Version 1']);
  expect(versions.map(({ isNamed }) => isNamed)).toEqual([false, true, false, false]);

  writeFileSync(path, 'Ruined');
  expect(needFault(await store.open(path))).toEqual({ code: 'notAProject' });
  expect(await store.listVersions({ path })).toEqual(versions);
  expect(await store.listVersions({ uuid: '../..' })).toEqual([]);
});

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 5, 15, 12);

function versionsEvery(step: number, span: number, isNamed = false): readonly StoredVersion[] {
  return Array.from({ length: Math.floor(span / step) }, (_, index) => {
    const at = NOW - (index + 1) * step;
    return { path: `/${at}`, revision: String(at), at, isNamed };
  });
}

function keptOf(versions: readonly StoredVersion[]): readonly StoredVersion[] {
  const gone = new Set(thinVersions(versions, NOW));
  return versions.filter((version) => !gone.has(version));
}

test('versions of a day are all kept', () => {
  const versions = versionsEvery(HOUR / 6, 24 * HOUR);
  expect(keptOf(versions)).toEqual(versions);
});

test('of the week before, the last version of every hour is kept', () => {
  const kept = keptOf(versionsEvery(HOUR / 4, 7 * 24 * HOUR)).filter(({ at }) => NOW - at > 24 * HOUR);
  expect(kept).toHaveLength(6 * 24);
  expect(new Set(kept.map(({ at }) => Math.floor(at / HOUR))).size).toBe(kept.length);
  expect(kept.every(({ at }) => at % HOUR === (3 * HOUR) / 4)).toBe(true);
});

test('of three months, the last version of every day is kept, and one older: what it said before them', () => {
  const kept = keptOf(versionsEvery(HOUR, 200 * 24 * HOUR)).filter(({ at }) => NOW - at > 7 * 24 * HOUR);
  const older = kept.filter(({ at }) => NOW - at > 90 * 24 * HOUR);
  expect(older.map(({ at }) => NOW - at)).toEqual([90 * 24 * HOUR + HOUR]);
  expect(kept.length - 1).toBeGreaterThanOrEqual(83);
  expect(kept.length - 1).toBeLessThanOrEqual(84);
});

test('named versions and the newest one are kept for ever', () => {
  const named = versionsEvery(1000 * HOUR, 10_000 * HOUR, true);
  expect(keptOf(named)).toEqual(named);
  const [old] = versionsEvery(9000 * HOUR, 10_000 * HOUR);
  expect(keptOf(old === undefined ? [] : [old])).toEqual([old]);
});

test('thinning what has been thinned takes nothing more', () => {
  const kept = keptOf(versionsEvery(HOUR / 2, 150 * 24 * HOUR));
  expect(keptOf(kept)).toEqual(kept);
});
