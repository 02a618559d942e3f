import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readPeople } from '../../../electron/main/merging/readPeople.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { TestBench } from '../storage/support/testStore.ts';

const log = { info: vi.fn() };
const samples = join(import.meta.dirname, '../../../assets/samples');

let bench: TestBench;
beforeEach(async () => {
  bench = await TestBench.make();
});
afterEach(() => bench.remove());

test('the people of a project file come with the bytes of their portraits', async () => {
  const read = await readPeople({ store: await bench.start(), log }, join(samples, 'sarah.en.meander'));
  if (!read.ok) throw new Error('It was not read');
  const { fileName, people, portraits } = read.value;
  expect(fileName).toBe('sarah.en.meander');
  expect(people.personas).toEqual(recordsOfType(sampleRecords('sarah.en'), 'persona'));
  expect([...portraits.keys()]).toEqual(people.assets.map(({ hash }) => hash));
  for (const bytes of portraits.values()) expect([...bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
});

test('a file that is no project is refused with the reason, and nothing is read where none was chosen', async () => {
  const store = await bench.start();
  const read = await readPeople({ store, log }, import.meta.filename);
  expect(read).toEqual({ ok: false, reason: { fault: { code: 'notAProject' }, fileName: 'readPeople.test.ts' } });
  expect(await readPeople({ store, log }, null)).toEqual({ ok: false, reason: { code: 'cancelled' } });
});
