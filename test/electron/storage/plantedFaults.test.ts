import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inspectDocument } from '../../../electron/storage/inspectDocument.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { byId, firstCard, need, saveNew, TestBench } from './support/testStore.ts';

/** What is switched off: each of these must turn something red that is green with it. */
const off = vi.hoisted(() => ({ gate: false, hash: false }));

vi.mock('../../../electron/storage/schemaGate.ts', async (load) => {
  const real = await load<typeof import('../../../electron/storage/schemaGate.ts')>();
  const checkSchema: typeof real.checkSchema = (database, schema) =>
    off.gate ? { ok: true, value: null } : real.checkSchema(database, schema);
  return { ...real, checkSchema };
});

vi.mock('../../../electron/storage/hashing.ts', async (load) => {
  const real = await load<typeof import('../../../electron/storage/hashing.ts')>();
  const hashRow: typeof real.hashRow = (row) =>
    off.hash && 'hash' in row && typeof row.hash === 'string' ? row.hash : real.hashRow(row);
  return { ...real, hashRow };
});

let bench: TestBench;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  path = bench.path('journey.meander');
  await saveNew(await bench.start(), path, sampleRecords());
});
afterEach(async () => {
  Object.assign(off, { gate: false, hash: false });
  await bench.remove();
});

test('planted: without the gate, a file with a trigger is taken for a project', () => {
  const database = new Database(path);
  database.exec('CREATE TRIGGER t AFTER UPDATE ON record BEGIN DELETE FROM record; END');
  database.close();
  expect(inspectDocument(path)).toMatchObject({ ok: false, reason: { code: 'hostile' } });
  off.gate = true;
  expect(inspectDocument(path).ok).toBe(true);
});

test('planted: without the hashes of rows, a changed word is read as if it had been written', () => {
  const text = firstCard(sampleRecords()).text.slice(0, 10);
  const bytes = readFileSync(path);
  const at = bytes.indexOf(text);
  expect(at).toBeGreaterThan(0);
  // One letter for another: the page, its length and all else stay sound.
  bytes.write('X', at, 'latin1');
  writeFileSync(path, bytes);
  expect(inspectDocument(path)).toMatchObject({ ok: false, reason: { code: 'damaged' } });
  off.hash = true;
  const { document } = need(inspectDocument(path));
  expect(byId(document.records.map(({ record }) => record))).not.toEqual(byId(sampleRecords()));
});
