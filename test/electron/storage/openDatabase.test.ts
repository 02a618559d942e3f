import { afterEach, beforeEach, expect, test } from 'vitest';
import { openForReading, openForWriting, writeCopy } from '../../../electron/storage/openDatabase.ts';
import { TestBench } from './support/testStore.ts';

let bench: TestBench;
beforeEach(async () => {
  bench = await TestBench.make();
});
afterEach(() => bench.remove());

const CAREFUL = { trusted_schema: 0, cell_size_check: 1, mmap_size: 0, foreign_keys: 1, temp_store: 2 };

test('a private database is written so that a power cut takes nothing that was kept', () => {
  const database = openForWriting(bench.path('work.db'), 10_000_000);
  const expected = {
    ...CAREFUL,
    locking_mode: 'exclusive',
    journal_mode: 'wal',
    // FULL: with WAL's usual NORMAL, acknowledged edits were lost.
    synchronous: 2,
    fullfsync: 1,
    checkpoint_fullfsync: 1,
    page_size: 8192,
    max_page_count: 1220,
  };
  for (const [name, value] of Object.entries(expected)) {
    expect(database.pragma(name, { simple: true }), name).toBe(value);
  }
  expect(() => openForWriting(bench.path('work.db'), 10_000_000)).toThrow('locked');
  database.close();
});

test('a database is as durable after a copy of it was written as before, even if that failed', () => {
  const database = openForWriting(bench.path('work.db'), 10_000_000);
  database.exec("CREATE TABLE t (a); INSERT INTO t VALUES ('kept')");
  writeCopy(database, bench.path('copy.db'));
  expect(database.pragma('synchronous', { simple: true })).toBe(2);
  expect(() => writeCopy(database, bench.path('copy.db'))).toThrow('already exists');
  expect(database.pragma('synchronous', { simple: true })).toBe(2);
  database.close();
  const copy = openForReading(bench.path('copy.db'), 1_000_000);
  expect(copy.prepare('SELECT a FROM t').pluck().all()).toEqual(['kept']);
  copy.close();
});

test('a copy to be looked at is opened so that nothing in it can act', () => {
  openForWriting(bench.path('work.db'), 10_000_000).close();
  const database = openForReading(bench.path('work.db'));
  for (const [name, value] of Object.entries({ ...CAREFUL, query_only: 1 })) {
    expect(database.pragma(name, { simple: true }), name).toBe(value);
  }
  expect(() => database.exec('CREATE TABLE t (a)')).toThrow('readonly');
  database.close();
});
