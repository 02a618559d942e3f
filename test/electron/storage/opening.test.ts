import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeSeal } from '../../../electron/storage/documentSeal.ts';
import { hashRow } from '../../../electron/storage/hashing.ts';
import { inspectDocument } from '../../../electron/storage/inspectDocument.ts';
import { proveVersion } from '../../../electron/storage/proveVersion.ts';
import type { RecordRow } from '../../../electron/storage/storedRecord.ts';
import { LIMITS } from '../../../shared/records/limits.ts';
import { CURRENT_SCHEMA } from '../../../shared/records/migrations.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { byId, firstCard, need, needFault, openAndEdit, SAVE, saveNew, TestBench } from './support/testStore.ts';
import { systemError, watchFiles } from './support/watchedFileSystem.ts';

let bench: TestBench;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  path = bench.path('journey.meander');
});
afterEach(() => bench.remove());

async function saveSample(): Promise<void> {
  const store = await bench.start('maker');
  await saveNew(store, path, sampleRecords());
}

/** Changes a saved file with SQLite itself, as a curious or hostile person would. */
function changeWithSql(...statements: readonly string[]): void {
  const database = new Database(path);
  database.unsafeMode();
  for (const statement of statements) database.exec(statement);
  database.close();
}

async function openFault(): Promise<unknown> {
  const store = await bench.start();
  const before = readdirSync(bench.folder);
  const fault = needFault(await store.open(path));
  expect(needFault(await store.read(path))).toEqual(fault);
  expect(readdirSync(bench.folder)).toEqual(before);
  return fault;
}

describe('what is no project file is refused with its own reason', () => {
  test('nothing at the path', async () => {
    expect(await openFault()).toEqual({ code: 'missing' });
  });

  test('a link to nothing', async () => {
    symlinkSync(bench.path('gone.meander'), path);
    expect(await openFault()).toEqual({ code: 'missing' });
  });

  test('a folder', async () => {
    mkdirSync(path);
    expect(await openFault()).toEqual({ code: 'notAFile' });
  });

  test('a pipe that nobody writes to, without waiting for it', async () => {
    execFileSync('mkfifo', [path]);
    expect(await openFault()).toEqual({ code: 'notAFile' });
  });

  test('an empty file', async () => {
    writeFileSync(path, '');
    expect(await openFault()).toEqual({ code: 'empty' });
  });

  test('a text', async () => {
    writeFileSync(path, 'Dear customer,\n'.repeat(1000));
    expect(await openFault()).toEqual({ code: 'notAProject' });
  });

  test('a text shorter than a header', async () => {
    writeFileSync(path, 'Hi');
    expect(await openFault()).toEqual({ code: 'notAProject' });
  });

  test('a database of another program', async () => {
    changeWithSql('CREATE TABLE record (id TEXT)');
    expect(await openFault()).toEqual({ code: 'notAProject' });
  });

  test('more bytes than a project may have', async () => {
    writeFileSync(path, '');
    truncateSync(path, LIMITS.documentBytes + 1);
    const bytes = LIMITS.documentBytes + 1;
    expect(await openFault()).toEqual({ code: 'tooLarge', bytes, most: LIMITS.documentBytes });
  });

  test('a name that no system takes', async () => {
    path = bench.path(`${'long'.repeat(100)}.meander`);
    expect(await openFault()).toEqual({ code: 'missing' });
  });

  test('a file this account may not read', async () => {
    await saveSample();
    const fileSystem = watchFiles(({ name, paths }) => {
      if (name === 'openToRead' && paths[0] === path) throw systemError('EACCES');
    });
    const store = await bench.start('private', { fileSystem });
    expect(needFault(await store.open(path))).toMatchObject({ code: 'notReadable' });
  });
});

describe('a project file that is not as it was written is refused', () => {
  beforeEach(saveSample);

  test('one of a newer schema, which names the version', async () => {
    changeWithSql('PRAGMA user_version = 7');
    expect(await openFault()).toEqual({ code: 'newerSchema', schema: 7, known: CURRENT_SCHEMA });
  });

  test('one of no schema', async () => {
    changeWithSql('PRAGMA user_version = 0');
    expect(await openFault()).toMatchObject({ code: 'damaged' });
  });

  test('one whose first page came to nothing, as a power cut leaves it', async () => {
    const bytes = readFileSync(path).fill(0, 0, 8192);
    writeFileSync(path, bytes);
    expect(await openFault()).toMatchObject({ code: 'damaged' });
  });

  test.each([50, 99, 100, 8192, 20_000])('one cut off after %i bytes', async (bytes) => {
    truncateSync(path, bytes);
    expect(await openFault()).toMatchObject({ code: 'damaged' });
  });

  test('one with bytes added', async () => {
    appendFileSync(path, Buffer.alloc(8192));
    expect(await openFault()).toMatchObject({ code: 'damaged' });
  });

  test.each([
    ['a trigger', 'CREATE TRIGGER t AFTER UPDATE ON record BEGIN DELETE FROM record; END'],
    ['a view', 'CREATE VIEW cards AS SELECT * FROM record'],
    [
      'a view that never ends',
      'CREATE VIEW w AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n',
    ],
    ['an index', 'CREATE INDEX i ON record (type)'],
    ['another table', 'CREATE TABLE more (id TEXT)'],
    ['a virtual table', 'CREATE VIRTUAL TABLE words USING fts5(word)'],
    ['a column', 'ALTER TABLE record ADD COLUMN more TEXT'],
    ['a generated column', 'ALTER TABLE record ADD COLUMN more TEXT AS (json) VIRTUAL'],
  ])('one with %s planted', async (_what, statement) => {
    changeWithSql(statement);
    expect(await openFault()).toMatchObject({ code: 'hostile' });
  });

  test('one with a CHECK planted that never ends', async () => {
    changeWithSql(
      'PRAGMA writable_schema = ON',
      `UPDATE sqlite_schema SET sql = replace(sql, 'value TEXT NOT NULL', 'value TEXT NOT NULL CHECK (
        (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n) > 0)') WHERE name = 'meta'`,
    );
    expect(await openFault()).toMatchObject({ code: 'hostile' });
  });

  test('one without a table', async () => {
    changeWithSql('DROP TABLE tombstone');
    expect(await openFault()).toMatchObject({ code: 'damaged' });
  });

  test.each([
    ['a record changed', "UPDATE record SET json = replace(json, 'Step', 'Stop') WHERE type = 'step'"],
    ['a record removed', 'DELETE FROM record WHERE id = (SELECT max(id) FROM record)'],
    [
      'a record copied under another id',
      "INSERT INTO record SELECT 'card:copy', type, map_id, json, stamps, hash FROM record WHERE type = 'card' LIMIT 1",
    ],
    ['a record renamed', "UPDATE record SET id = CASE id WHEN (SELECT min(id) FROM record) THEN 'card:x' ELSE id END"],
    ['stamps changed', `UPDATE record SET stamps = '{"*":"another"}'`],
    ['a map changed', "UPDATE record SET map_id = 'map:other' WHERE map_id IS NOT NULL"],
    ['a revision added', "INSERT INTO revision VALUES ('more', '[]', 1, 'Nobody', '')"],
    ['a revision renamed', "UPDATE revision SET author = 'Somebody else'"],
    ['a tombstone added', "INSERT INTO tombstone SELECT 'card:gone', id FROM revision"],
    ['a picture added', "INSERT INTO asset VALUES ('00', 'image/png', x'00')"],
    ['another id of the document', "UPDATE meta SET value = '00000000-0000-4000-8000-000000000000' WHERE key = 'uuid'"],
    ['another count', "UPDATE meta SET value = '1' WHERE key = 'record'"],
    ['another digest', "UPDATE meta SET value = lower(hex(randomblob(32))) WHERE key = 'digest'"],
    ['no digest', "DELETE FROM meta WHERE key = 'digest'"],
    ['something more in meta', "INSERT INTO meta VALUES ('draft', '{}')"],
    ['a text of a hundred megabytes', "UPDATE meta SET value = hex(zeroblob(50000000)) WHERE key = 'head'"],
    ['a record of two megabytes', `UPDATE record SET json = '"' || hex(zeroblob(1000000)) || '"' WHERE type = 'map'`],
  ])('one with %s', async (_what, statement) => {
    changeWithSql(statement);
    expect(await openFault()).toMatchObject({ code: 'damaged' });
  });
});

describe('a file whose books are right but that breaks a rule is refused', () => {
  beforeEach(saveSample);

  /** Changes a saved file, then hashes and seals it as Meander would: as another program could. */
  function forge(statement: string): void {
    const database = new Database(path);
    database.exec(statement);
    const rows = database
      .prepare<[], RecordRow>('SELECT id, type, map_id AS mapId, json, stamps, hash FROM record')
      .all();
    const rehash = database.prepare('UPDATE record SET hash = ? WHERE id = ?');
    for (const row of rows) rehash.run(hashRow(row), row.id);
    const head = database.prepare<[], string>("SELECT value FROM meta WHERE key = 'head'").pluck().get() ?? '';
    writeSeal(database, CURRENT_SCHEMA, head);
    database.close();
  }

  test('while one that breaks none is opened', async () => {
    forge("UPDATE revision SET author = 'Somebody else'");
    const store = await bench.start();
    expect(need(await store.read(path)).revisions).toMatchObject([{ author: 'Somebody else' }]);
  });

  test.each([
    ['a name of a megabyte', 'UPDATE revision SET author = hex(zeroblob(500000))'],
    [
      'a record longer than a record may be',
      `UPDATE record SET json = json_set(json, '$.title', hex(zeroblob(500001))) WHERE type = 'map'`,
    ],
    [
      'a text longer than a card may have',
      `UPDATE record SET json = json_set(json, '$.text', hex(zeroblob(10001))) WHERE type = 'card'`,
    ],
    ['a field no record has', `UPDATE record SET json = json_insert(json, '$.zzz', 1)`],
    ['a record without a field', `UPDATE record SET json = json_remove(json, '$.name') WHERE type = 'lane'`],
    ['JSON spelled another way', `UPDATE record SET json = replace(json, '":', '": ')`],
    ['JSON that is none', "UPDATE record SET json = '{' WHERE type = 'map'"],
    [
      'JSON nested without an end',
      "UPDATE record SET json = replace(hex(zeroblob(200000)), '00', '[') WHERE type = 'map'",
    ],
    [
      'a record that goes by another id',
      `UPDATE record SET json = json_set(json, '$.id', 'map:other') WHERE type = 'map'`,
    ],
    ['a record that goes by another type', "UPDATE record SET type = 'card' WHERE type = 'map'"],
    ['stamps without a beginning', `UPDATE record SET stamps = '{"text":"' || (SELECT id FROM revision) || '"}'`],
    ['stamps of a revision it does not list', `UPDATE record SET stamps = '{"*":"unknown"}'`],
    ['a tombstone of such a revision', "INSERT INTO tombstone VALUES ('card:gone', 'unknown')"],
    ['a tombstone of no record', "INSERT INTO tombstone SELECT 'nothing', id FROM revision"],
    ['a revision with an unknown parent', `UPDATE revision SET parents = '["unknown"]'`],
    ['a record without an id', "INSERT INTO record SELECT '', type, map_id, json, stamps, hash FROM record LIMIT 1"],
    ['a revision that is its own parent', `UPDATE revision SET parents = '["' || id || '"]'`],
    [
      'a picture that is not what its hash says',
      "INSERT INTO asset VALUES (lower(hex(zeroblob(32))), 'image/png', x'00')",
    ],
    ['a picture of a forbidden kind', "INSERT INTO asset VALUES (lower(hex(zeroblob(32))), 'image/svg+xml', x'00')"],
    ['an id of the document that leads elsewhere', "UPDATE meta SET value = '../../../elsewhere' WHERE key = 'uuid'"],
  ])('%s', async (_what, statement) => {
    copyFileSync(path, bench.path('before'));
    forge(statement);
    expect(await openFault()).toMatchObject({ code: 'damaged' });
    // A version that was judged before speaks for its own rows only.
    expect(proveVersion(path, bench.path('before'))).toMatchObject({ ok: false, reason: { code: 'damaged' } });
  });

  test('while a row that stands in a version that was judged before is only compared', () => {
    forge(`UPDATE record SET json = json_insert(json, '$.zzz', 1) WHERE type = 'map'`);
    copyFileSync(path, bench.path('before'));
    expect(inspectDocument(path).ok).toBe(false);
    expect(proveVersion(path, bench.path('before')).ok).toBe(true);
    expect(proveVersion(path, bench.path('not there'))).toEqual({ ok: true, value: null });
    // The hash alone does not make it the same row.
    changeWithSql("UPDATE record SET json = json || ' ' WHERE type = 'card'");
    expect(proveVersion(path, bench.path('before'))).toMatchObject({ ok: false, reason: { code: 'damaged' } });
  });
});

test('a file in WAL mode is opened like any other and not changed', async () => {
  await saveSample();
  changeWithSql('PRAGMA journal_mode = WAL');
  expect(readFileSync(path)[18]).toBe(2);
  const bytes = readFileSync(path);
  const store = await bench.start();
  const opened = need(await store.open(path));
  expect(byId(opened.records)).toEqual(byId(sampleRecords()));
  expect(readFileSync(path).equals(bytes)).toBe(true);
  // SQLite would have put files of its own beside a copy in that mode.
  expect(readdirSync(bench.path('.private/staging'))).toEqual([]);
});

test('a file that is being written is read when the writing is over', async () => {
  await saveSample();
  let writes = 2;
  const fileSystem = watchFiles(({ name, paths }) => {
    if (name !== 'file.read' || paths[0] !== path || writes === 0) return;
    writes -= 1;
    const bytes = readFileSync(path);
    writeFileSync(path, bytes);
  });
  const store = await bench.start('private', { fileSystem });
  expect(byId(need(await store.read(path)).records)).toEqual(byId(sampleRecords()));
  expect(writes).toBe(0);
});

test('a file that is written without an end is refused as being written', async () => {
  await saveSample();
  const fileSystem = watchFiles(({ name, paths }) => {
    if (name === 'file.read' && paths[0] === path) writeFileSync(path, readFileSync(path));
  });
  const store = await bench.start('private', { fileSystem });
  expect(needFault(await store.read(path))).toEqual({ code: 'beingWritten' });
});

test('a file is opened over a link, and a save goes to where the link leads', async () => {
  await saveSample();
  const link = bench.path('link.meander');
  symlinkSync(path, link);
  const store = await bench.start();
  const { handle } = await openAndEdit(store, link, 'Over the link');
  need(await store.publish(handle, SAVE));
  expect(firstCard(need(await store.read(path)).records).text).toBe('Over the link');
});

test('a file that is open already is named by its handle, over whatever path', async () => {
  await saveSample();
  symlinkSync(path, bench.path('link.meander'));
  const store = await bench.start();
  const { handle } = need(await store.open(path));
  expect(needFault(await store.open(path))).toEqual({ code: 'alreadyOpen', handle });
  expect(needFault(await store.open(bench.path('link.meander')))).toEqual({ code: 'alreadyOpen', handle });
});

test('a file can be read while it is open for editing, and says what was saved', async () => {
  await saveSample();
  const store = await bench.start();
  await openAndEdit(store, path, 'Not saved yet');
  expect(byId(need(await store.read(path)).records)).toEqual(byId(sampleRecords()));
  const other = await bench.start('other');
  expect(byId(need(await other.read(path)).records)).toEqual(byId(sampleRecords()));
});

test('who opens a file that is open elsewhere is told by whom', async () => {
  await saveSample();
  const [here, there] = [await bench.start('here'), await bench.start('there')];
  const first = need(await here.open(path));
  expect(first.alsoOpenBy).toBeNull();
  expect(need(await there.open(path)).alsoOpenBy).toMatchObject({ account: 'nele', computer: 'here' });
  await here.close(first.handle, false);
  const again = await bench.start('third');
  expect(need(await again.open(path)).alsoOpenBy).toBeNull();
});
