import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { APPLICATION_ID, tablesOfSchema } from '../../../electron/storage/schema.ts';
import { CURRENT_SCHEMA } from '../../../shared/records/migrations.ts';
import { RECORD_DEFINITIONS } from '../../../shared/records/records.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { add, byId, firstCard, need, remove, SAVE, saveAs, TestBench } from './support/testStore.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const page = readFileSync(join(import.meta.dirname, '../../../docs/file-format.md'), 'utf8');

let bench: TestBench;
beforeEach(async () => {
  bench = await TestBench.make();
});
afterEach(() => bench.remove());

// A reader of its own, written from docs/file-format.md alone: it shares no code with the store.

function sha256(...texts: readonly (readonly string[])[]): string {
  const framed = texts.flat().map((text) => `${Buffer.from(text, 'utf8').length}:${text},`);
  return createHash('sha256').update(framed.join(''), 'utf8').digest('hex');
}

function digestOf(database: Database.Database): string {
  const rows = (query: string) => database.prepare<[], readonly string[]>(query).raw().all();
  return sha256(
    ['meander document', String(CURRENT_SCHEMA)],
    ...rows("SELECT 'meta', key, value FROM meta WHERE key <> 'digest' ORDER BY key"),
    ...rows("SELECT 'revision', id, parents, at || '', author, label FROM revision ORDER BY id"),
    ...rows("SELECT 'record', id, hash FROM record ORDER BY id"),
    ...rows("SELECT 'tombstone', id, revision FROM tombstone ORDER BY id"),
    ...rows("SELECT 'asset', hash, mime, length(bytes) || '' FROM asset ORDER BY hash"),
  );
}

test('another reader, written from the page on the file format, gets the same hashes', async () => {
  const store = await bench.start();
  const path = bench.path('journey.meander');
  const made = need(await store.create(sampleRecords(), []));
  need(await store.publish(made.handle, saveAs(path)));
  const gone = firstCard(made.records);
  need(await store.commit(made.handle, remove(1, gone)));
  need(await store.commit(made.handle, add(2, { ...gone, id: 'card:new', text: 'Ünïcödé 🙂 "quoted"\n' })));
  need(await store.publish(made.handle, { ...SAVE, label: 'For the board', author: 'Åse' }));

  const database = new Database(path, { readonly: true });
  const meta = new Map(database.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all());
  expect(meta.get('digest')).toBe(digestOf(database));
  expect(meta.get('uuid')).toBe(made.uuid);
  const columns = "SELECT hash, id, type, coalesce(map_id, ''), json, stamps FROM record";
  for (const [hash, ...texts] of database.prepare<[], [string, ...string[]]>(columns).raw().all()) {
    expect(sha256(['meander record', ...texts])).toBe(hash);
  }
  expect(database.prepare('SELECT author, label FROM revision WHERE id = ?').get(meta.get('head'))).toEqual({
    author: 'Åse',
    label: 'For the board',
  });
  database.close();
});

test('the page shows every table as it is made, and the header as it is written', () => {
  for (const statement of Object.values(tablesOfSchema(CURRENT_SCHEMA))) expect(page).toContain(`${statement}\n`);
  expect(page).toContain(`0x${APPLICATION_ID.toString(16).toUpperCase()}`);
  const header = readFileSync(join(fixtures, `schema-${CURRENT_SCHEMA}.meander`));
  expect(header.readUInt16BE(16)).toBe(8192);
  expect([...header.subarray(18, 24)]).toEqual([1, 1, 0, 64, 32, 32]);
  expect(header.readUInt32BE(56)).toBe(1);
  expect(header.readUInt32BE(60)).toBe(CURRENT_SCHEMA);
  expect(header.readUInt32BE(68)).toBe(APPLICATION_ID);
});

/** What the files of schemas hold beyond the records of every one. */
const OF_ITS_SCHEMA: readonly string[] = ['asset:dot', 'persona:known', 'channel:door'];

test('a file of every schema there ever was is opened, edited and saved', async () => {
  const names = readdirSync(fixtures).filter((name) => /^schema-\d+\.meander$/.test(name));
  expect(names).toHaveLength(CURRENT_SCHEMA);
  const store = await bench.start();
  for (const name of names) {
    const path = bench.path(name);
    copyFileSync(join(fixtures, name), path);
    const opened = need(await store.open(path));
    expect(byId(opened.records)).toEqual(
      byId([...sampleRecords(), ...opened.records.filter(({ id }) => OF_ITS_SCHEMA.includes(id))]),
    );
    expect(opened.assets).toHaveLength(1);
    const card = { ...firstCard(opened.records), id: 'card:more' } as const;
    need(await store.commit(opened.handle, add(1, card)));
    need(await store.publish(opened.handle, SAVE));
    expect(byId(need(await store.read(path)).records)).toEqual(byId([...opened.records, card]));
  }
});

test('the page names every field of every type of record, and no other', () => {
  for (const { type, schema } of Object.values(RECORD_DEFINITIONS)) {
    const [, named] = page.match(new RegExp(`^\\| \`${type}\` \\|[^|]*\\| ([^|]*) \\|$`, 'm')) ?? [];
    const fields = Object.keys(Reflect.get(schema, 'shape')).filter((field) => field !== 'type' && field !== 'id');
    expect(named?.split(', ').sort(), type).toEqual(fields.sort());
  }
});
