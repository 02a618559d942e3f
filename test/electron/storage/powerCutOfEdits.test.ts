import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countFigures, patienceOf, roundsOf } from '../../fixtures/endurance.ts';
import { LosingWrites } from './support/losingWrites.ts';
import { seededRandom } from './support/seededRandom.ts';
import { benchWithJourney, firstCard, need, type TestBench, update } from './support/testStore.ts';

/** Which databases are opened on the disk that loses writes, and under which setting of `synchronous`. */
const watched = vi.hoisted(() => ({ folder: '', synchronous: null as string | null }));

vi.mock('better-sqlite3', async (importOriginal) => {
  const { default: Real } = await importOriginal<{ default: typeof import('better-sqlite3') }>();
  const { DatabaseInNode } = await import('./support/sqliteInNode.ts');
  /** Says of `synchronous` what was asked for, whatever it is: the planted fault. */
  class Watched extends DatabaseInNode {
    override pragma(sql: string, options?: { simple?: boolean }): unknown {
      const asked = /^synchronous = (\d)$/.exec(sql)?.[1];
      if (asked === undefined) return sql === 'synchronous' ? this.asked : super.pragma(sql, options);
      this.asked = Number(asked);
      return super.pragma(`synchronous = ${watched.synchronous ?? asked}`);
    }
    private asked = 0;
  }
  function Database(path: string, options?: import('better-sqlite3').Options): object {
    const isWritten = options?.timeout === 0;
    return isWritten && watched.folder !== '' && path.startsWith(`${watched.folder}/`)
      ? new Watched(path)
      : new Real(path, options);
  }
  return { default: Object.assign(Database, { SqliteError: Real.SqliteError }) };
});

let bench: TestBench;
let path: string;
beforeEach(async () => {
  ({ bench, path } = await benchWithJourney());
});
afterEach(async () => {
  watched.folder = '';
  watched.synchronous = null;
  await bench.remove();
  vi.restoreAllMocks();
});

/** Edits a project and cuts the power after each edit that was reported as kept; counts those that were lost by it. */
async function cutPowerAfterEdits(name: string, seed: number): Promise<{ cuts: number; lost: number }> {
  const home = bench.path(`.${name}`);
  const isWatched = (file: string): boolean => file.startsWith(`${home}/`) && /\.db(-wal)?$/.test(file);
  const disk = new LosingWrites(isWatched);
  watched.folder = home;
  const store = await bench.start(name);
  const opened = need(await store.open(path));
  let card = firstCard(opened.records);
  let [cuts, lost] = [0, 0];
  const random = seededRandom(seed);
  for (let number = 1; number <= 6; number += 1) {
    const edited = { ...card, text: `Edit ${number} of many that nobody may lose` };
    need(await store.commit(opened.handle, update(opened.lastEdit + number, card, edited)));
    card = edited;
    for (const reached of [() => false, () => random() < 0.5]) {
      const after = await bench.crash(name);
      disk.layOut((file) => file.replace(home, bench.path(`.${after}`)), reached);
      cuts += 1;
      if ((await textAfter(after)) !== edited.text) lost += 1;
    }
  }
  await store.close(opened.handle, true);
  watched.folder = '';
  // The next disk would take this one's functions for the real ones, which would call themselves.
  vi.restoreAllMocks();
  return { cuts, lost };
}

/** What the first card says at the next start after a power cut; null where the project cannot be opened. */
async function textAfter(name: string): Promise<string | null> {
  const folder = watched.folder;
  watched.folder = '';
  const store = await bench.start(name);
  const [unsaved] = await store.listUnsaved();
  const found = unsaved === undefined ? await store.open(path) : await store.resume(unsaved.workId);
  await store.stop();
  watched.folder = folder;
  return found.ok ? firstCard(found.value.records).text : null;
}

test(
  'an edit that was reported as kept survives a power cut, whatever else the disk had not written',
  async () => {
    for (let round = 0; round < roundsOf(1, 25); round += 1) {
      const { cuts, lost } = await cutPowerAfterEdits(`private${round}`, round + 1);
      expect(cuts).toBe(12);
      expect(lost).toBe(0);
      countFigures({ 'power cuts after edits': cuts, 'edits lost to power cuts': lost });
    }
  },
  patienceOf(60_000),
);

test('planted: under synchronous=NORMAL, power cuts lose edits that were reported as kept', async () => {
  watched.synchronous = '1';
  const { lost } = await cutPowerAfterEdits('private', 1);
  expect(lost).toBeGreaterThan(0);
});
