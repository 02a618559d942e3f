import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspectDocument } from '../../../electron/storage/inspectDocument.ts';
import { countFigures, patienceOf, roundsOf } from '../../fixtures/endurance.ts';
import { MUTATIONS } from './support/mutations.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { seededRandom } from './support/seededRandom.ts';
import { firstCard, need, openAndEdit, remove, SAVE, saveNew, TestBench } from './support/testStore.ts';

let bench: TestBench;
beforeEach(async () => {
  bench = await TestBench.make();
});
afterEach(() => bench.remove());

test(
  'no damaged file is ever opened with other contents than were saved',
  async () => {
    const store = await bench.start();
    const path = bench.path('journey.meander');
    await saveNew(store, path, sampleRecords(12));
    const { handle } = await openAndEdit(store, path, 'Changed since');
    const card = need(await store.read(path)).records.find(({ type }) => type === 'persona') ?? firstCard([]);
    need(await store.commit(handle, remove(2, card)));
    need(await store.publish(handle, SAVE));

    const whole = readFileSync(path);
    const original = need(inspectDocument(path));
    const seed = Number(process.env.MEANDER_SEED ?? 1);
    const random = seededRandom(seed);
    const found = { damaged: 0, harmless: 0 };
    const damagedPath = bench.path('damaged.meander');
    for (let round = 0; round < roundsOf(400, 10_000); round += 1) {
      const [name, mutate] = MUTATIONS[round % MUTATIONS.length] ?? MUTATIONS[0] ?? [];
      if (name === undefined || mutate === undefined) throw new Error('There is no mutation');
      writeFileSync(damagedPath, mutate(Buffer.from(whole), random));
      const inspected = inspectDocument(damagedPath);
      if (!inspected.ok) found.damaged += 1;
      else {
        // Bytes that mean nothing (the unused part of a page, a change counter) may be anything.
        found.harmless += 1;
        expect(inspected.value, `seed ${seed}, round ${round}: ${name}`).toEqual(original);
      }
    }
    expect(found.damaged).toBeGreaterThan(found.harmless);
    countFigures({ 'mutations tried': found.damaged + found.harmless, 'wrong opens': 0 });
  },
  patienceOf(60_000),
);
