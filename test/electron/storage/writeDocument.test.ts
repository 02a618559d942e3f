import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspectDocument } from '../../../electron/storage/inspectDocument.ts';
import { writeDocument } from '../../../electron/storage/writeDocument.ts';
import { sampleRecords } from './support/sampleRecords.ts';

const identity = {
  uuid: '2b1c7f6e-0c1e-4a0f-9a57-5a3a0f3c1d2e',
  revision: { id: 'first', parents: [], at: 1_700_000_000_000, author: 'Meander', label: '' },
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the same input makes the same bytes, in whatever order it comes', async () => {
  const [one, other] = [join(folder, 'one.meander'), join(folder, 'other.meander')];
  await writeDocument(one, sampleRecords(), [], identity);
  await writeDocument(other, [...sampleRecords()].reverse(), [], identity);
  expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
});

test('a written document passes the inspection and says what was written', async () => {
  const path = join(folder, 'sample.meander');
  await writeDocument(path, sampleRecords(), [], identity);
  const inspected = inspectDocument(path);
  if (!inspected.ok) throw new Error(JSON.stringify(inspected.reason));
  const { document, seal } = inspected.value;
  expect(seal).toMatchObject({ uuid: identity.uuid, head: 'first' });
  expect(document.revisions).toEqual([identity.revision]);
  const byId = new Map(document.records.map(({ record }) => [record.id, record]));
  expect(byId).toEqual(new Map(sampleRecords().map((record) => [record.id, record])));
});

test('every record of a map names that map, whatever it belongs to', async () => {
  const path = join(folder, 'sample.meander');
  await writeDocument(path, sampleRecords(), [], identity);
  const map = sampleRecords().find(({ type }) => type === 'map')?.id;
  const database = new Database(path, { readonly: true });
  const maps = new Map(database.prepare<[], [string, string | null]>('SELECT type, map_id FROM record').raw().all());
  database.close();
  expect(Object.fromEntries(maps)).toEqual({
    project: null,
    persona: null,
    map,
    stage: map,
    lane: map,
    step: map,
    card: map,
  });
});
