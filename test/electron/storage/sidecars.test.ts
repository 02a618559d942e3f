import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleRecords } from './support/sampleRecords.ts';
import { benchWithJourney, byId, need, openAndEdit, SAVE, type TestBench } from './support/testStore.ts';

let bench: TestBench;
let path: string;
beforeEach(async () => {
  ({ bench, path } = await benchWithJourney());
});
afterEach(() => bench.remove());

/** Leaves the file as a program of another kind does that is ended in the middle of writing: a hot journal. */
function leaveJournal(): void {
  const busy = bench.path('busy.meander');
  copyFileSync(path, busy);
  const database = new Database(busy);
  database.pragma('cache_size = 0');
  database.exec("BEGIN; UPDATE record SET json = json || zeroblob(9000), hash = 'half'");
  copyFileSync(busy, path);
  copyFileSync(`${busy}-journal`, `${path}-journal`);
  database.exec('ROLLBACK');
  database.close();
}

test('a write of another program that was cut off is rolled back in a copy, and the person can be told', async () => {
  const whole = readFileSync(path);
  leaveJournal();
  expect(readFileSync(path).equals(whole)).toBe(false);
  const [file, journal] = [readFileSync(path), readFileSync(`${path}-journal`)];
  const store = await bench.start();
  const opened = need(await store.open(path));
  expect(opened.sidecar).toBe('recovered');
  expect(byId(opened.records)).toEqual(byId(sampleRecords()));
  expect(readFileSync(path).equals(file)).toBe(true);
  expect(readFileSync(`${path}-journal`).equals(journal)).toBe(true);
});

test('a save over such a file takes the left-over away with it', async () => {
  leaveJournal();
  const store = await bench.start();
  const { handle, records } = await openAndEdit(store, path, 'Sound again');
  need(await store.publish(handle, SAVE));
  expect(existsSync(`${path}-journal`)).toBe(false);
  expect(byId(need(await store.read(path)).records)).toEqual(records);
});

test('changes waiting in a write-ahead log are taken in', async () => {
  const busy = bench.path('busy.meander');
  const whole = readFileSync(path);
  // The newer version stands in the log, the older one in the file.
  const store = await bench.start();
  const { handle, records } = await openAndEdit(store, path, 'In the log');
  need(await store.publish(handle, SAVE));
  await store.close(handle, false);
  const newer = bench.path('newer.meander');
  renameSync(path, newer);
  writeFileSync(busy, whole);
  const database = new Database(busy);
  database.pragma('journal_mode = WAL');
  database.pragma('wal_autocheckpoint = 0');
  database.prepare('ATTACH ? AS newer').run(newer);
  for (const table of ['meta', 'revision', 'record', 'tombstone', 'asset']) {
    database.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM newer.${table}`);
  }
  copyFileSync(busy, path);
  copyFileSync(`${busy}-wal`, `${path}-wal`);
  database.close();
  const opened = need(await store.open(path));
  expect(opened.sidecar).toBe('recovered');
  expect(byId(opened.records)).toEqual(records);
});

test('a left-over that belongs to another file is passed over when the file is whole without it', async () => {
  writeFileSync(`${path}-journal`, 'Not a journal at all');
  const store = await bench.start();
  expect(byId(need(await store.read(path)).records)).toEqual(byId(sampleRecords()));
  const foreign = new Database(bench.path('foreign.db'));
  foreign.pragma('journal_mode = WAL');
  foreign.exec('CREATE TABLE t (a)');
  copyFileSync(bench.path('foreign.db-wal'), `${path}-wal`);
  foreign.close();
  const opened = need(await store.open(path));
  expect(byId(opened.records)).toEqual(byId(sampleRecords()));
  expect(opened.sidecar).toBe('ignored');
});
