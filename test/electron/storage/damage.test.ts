import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspectDocument } from '../../../electron/storage/inspectDocument.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { ENDURANCE, seededRandom } from './support/seededRandom.ts';
import { firstCard, need, openAndEdit, remove, SAVE, saveNew, TestBench } from './support/testStore.ts';

let bench: TestBench;
beforeEach(async () => {
  bench = await TestBench.make();
});
afterEach(() => bench.remove());

type Mutation = (bytes: Buffer, random: () => number) => Buffer;

const at = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length);

/** What disks, cables, sync clients and editors do to files. */
const MUTATIONS: readonly (readonly [string, Mutation])[] = [
  ['a bit flipped', (bytes, random) => flip(bytes, at(bytes, random), 1 << Math.floor(random() * 8))],
  [
    'a bit flipped in the first page',
    (bytes, random) => flip(bytes, Math.floor(random() * 8192), 1 << Math.floor(random() * 8)),
  ],
  ['a byte changed', (bytes, random) => flip(bytes, at(bytes, random), 1 + Math.floor(random() * 255))],
  ['sixteen bytes changed', (bytes, random) => scatter(bytes, random, 16)],
  ['a sector of zeros', zeroSector],
  ['a page in the place of another', movePage],
  ['two neighbouring bytes exchanged', exchange],
  ['the end cut off', (bytes, random) => bytes.subarray(0, at(bytes, random))],
  ['the end cut off at a page', (bytes, random) => bytes.subarray(0, at(bytes, random) & ~8191)],
  ['a piece of itself inserted', insertPiece],
];

function flip(bytes: Buffer, place: number, mask: number): Buffer {
  bytes[place] = (bytes[place] ?? 0) ^ mask;
  return bytes;
}

function scatter(bytes: Buffer, random: () => number, count: number): Buffer {
  for (let more = 0; more < count; more += 1) flip(bytes, at(bytes, random), 1 + Math.floor(random() * 255));
  return bytes;
}

function zeroSector(bytes: Buffer, random: () => number): Buffer {
  const place = at(bytes, random) & ~511;
  return bytes.fill(0, place, place + 512);
}

function movePage(bytes: Buffer, random: () => number): Buffer {
  const [from, to] = [at(bytes, random) & ~8191, at(bytes, random) & ~8191];
  bytes.copy(bytes, to, from, from + 8192);
  return bytes;
}

function exchange(bytes: Buffer, random: () => number): Buffer {
  const place = Math.min(at(bytes, random), bytes.length - 2);
  return bytes.fill(Buffer.from([bytes[place + 1] ?? 0, bytes[place] ?? 0]), place, place + 2);
}

function insertPiece(bytes: Buffer, random: () => number): Buffer {
  const place = at(bytes, random);
  return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place - 100, place), bytes.subarray(place)]);
}

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
    for (let round = 0; round < 400 * ENDURANCE; round += 1) {
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
  },
  60_000 * ENDURANCE,
);
