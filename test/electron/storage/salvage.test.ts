import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectDocument } from '../../../electron/storage/inspectDocument.ts';
import type { LocalProjectStore } from '../../../electron/storage/localProjectStore.ts';
import type { SalvagedDocument } from '../../../shared/ipc/projectStore.ts';
import { countFigures, patienceOf, roundsOf } from '../../fixtures/endurance.ts';
import { exchange, MUTATIONS } from './support/mutations.ts';
import { makeRecord, sampleRecords } from './support/sampleRecords.ts';
import { seededRandom } from './support/seededRandom.ts';
import {
  add,
  byId,
  firstCard,
  need,
  needFault,
  openAndEdit,
  remove,
  saveNew,
  TestBench,
  update,
} from './support/testStore.ts';

let bench: TestBench;
let store: LocalProjectStore;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  store = await bench.start();
  path = bench.path('journey.meander');
});
afterEach(() => bench.remove());

/** Salvages the file and proves that it was not touched and that nothing is left of the work. */
async function salvage(): Promise<SalvagedDocument> {
  const before = readFileSync(path);
  const salvaged = need(await store.salvage({ path }));
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(bench.path('.private/staging'))).toEqual([]);
  return salvaged;
}

function change(alter: (bytes: Buffer) => Buffer): void {
  writeFileSync(path, alter(readFileSync(path)));
}

/** Every card says what it said. Its place may be a new one where something is missing. */
function expectWords({ document }: SalvagedDocument): void {
  const whole = byId(sampleRecords(12));
  for (const record of document.records) {
    if (record.type === 'card') expect(record).toMatchObject({ text: Reflect.get(whole.get(record.id) ?? {}, 'text') });
  }
}

/** The words of the first card, as far as they stand in one line. */
const FIRST_WORDS = 'In step:0000000000000005\\nof lane:0000000000000003';
const OTHER_WORDS = 'On step:0000000000000005\\nof lane:0000000000000003';

describe('what can be read of a damaged file becomes a new project', () => {
  beforeEach(async () => saveNew(store, path, sampleRecords(12)));

  test('all of it when nothing is damaged', async () => {
    const { document, salvage: report } = await salvage();
    expect(byId(document.records)).toEqual(byId(sampleRecords(12)));
    expect(report).toEqual({
      records: sampleRecords(12).length,
      pictures: 0,
      missing: 0,
      known: [],
      missingPictures: 0,
      mended: 0,
    });
    expect(document.save.fileName).toBeNull();
    expect(need(await store.read(path)).uuid).not.toBe(document.uuid);
  });

  test('all but the card whose words were changed, and those words are told', async () => {
    change((bytes) => exchange(bytes, FIRST_WORDS, OTHER_WORDS));
    expect(needFault(await store.open(path))).toMatchObject({ code: 'damaged' });
    const { document, salvage: report } = await salvage();
    expect(document.records).toHaveLength(sampleRecords(12).length - 1);
    expect(report).toMatchObject({ missing: 1, mended: 0 });
    expect(report.known).toEqual([{ type: 'card', words: expect.stringMatching(/^On step:.* of lane:.* é😀$/) }]);
  });

  test('half of it when it was cut in half, with what is missing counted', async () => {
    truncateSync(path, Math.floor(readFileSync(path).byteLength / 2));
    const found = await salvage();
    expectWords(found);
    const { records, missing, known } = found.salvage;
    expect(records).toBeGreaterThan(0);
    expect(missing).toBeGreaterThan(0);
    expect(known.length).toBeLessThanOrEqual(missing);
  });

  test('nearly all of it when its first page is gone', async () => {
    change((bytes) => bytes.fill(0, 0, 8192));
    const found = await salvage();
    expectWords(found);
    expect(found.salvage.records).toBe(sampleRecords(12).length);
  });

  test('all of a page that does not say any more where its rows begin', async () => {
    change((bytes) => {
      const page = Math.floor(bytes.indexOf('In step:') / 8192) * 8192;
      return bytes.fill(0, page, page + 40);
    });
    const { document } = await salvage();
    expect(byId(document.records)).toEqual(byId(sampleRecords(12)));
  });

  test('all of it when somebody planted a trigger and a view, without either', async () => {
    const database = new Database(path);
    database.exec('CREATE VIEW planted AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n');
    database.exec('CREATE TRIGGER t AFTER UPDATE ON record BEGIN DELETE FROM record; END');
    database.close();
    expect(needFault(await store.open(path))).toMatchObject({ code: 'hostile' });
    const { document } = await salvage();
    expect(byId(document.records)).toEqual(byId(sampleRecords(12)));
  });

  test('all of it when only its header was hit', async () => {
    for (const [offset, value] of [
      [60, 0x7f],
      [68, 0],
      [16, 0x40],
      [0, 0],
    ] as const) {
      const whole = readFileSync(path);
      change((bytes) => {
        bytes[offset] = value;
        return bytes;
      });
      expect(byId((await salvage()).document.records)).toEqual(byId(sampleRecords(12)));
      writeFileSync(path, whole);
    }
  });

  test('with what another program had left beside it', async () => {
    const child = `
      const Database = require('better-sqlite3');
      const database = new Database(process.argv[1]);
      database.pragma('journal_mode = WAL');
      database.exec("UPDATE record SET hash = hash || '!'; UPDATE record SET hash = rtrim(hash, '!')");
      process.kill(process.pid, 'SIGKILL');`;
    try {
      execFileSync(process.execPath, ['-e', child, path], { stdio: 'ignore' });
    } catch {
      // It was killed, as meant.
    }
    expect(readdirSync(bench.folder)).toContain('journey.meander-wal');
    const salvaged = need(await store.salvage({ path }));
    expect(byId(salvaged.document.records)).toEqual(byId(sampleRecords(12)));
  });

  test('all cards of a lane that is missing, in another one', async () => {
    change((bytes) => exchange(bytes, 'Lane 1', 'Hale 1'));
    const { document, salvage: report } = await salvage();
    expect(document.records.filter(({ type }) => type === 'card')).toHaveLength(24);
    expect(report).toMatchObject({ missing: 1, known: [{ type: 'lane', words: 'Hale 1' }] });
    expect(report.mended).toBeGreaterThan(0);
  });
});

test('pictures are kept as far as they are as they were, and a card loses only a picture that is not', async () => {
  const made = need(await store.create(sampleRecords(2), []));
  const pictures = [100_000, 50].map((length, seed) => Uint8Array.from({ length }, (_, at) => (at * 7 + seed) % 251));
  const [first, second] = await Promise.all(
    pictures.map(async (bytes) => need(await store.putAsset(made.handle, 'image/png', bytes))),
  );
  const assets = [first, second].map((hash, at) =>
    makeRecord('asset', { id: `asset:picture${at}`, hash, mime: 'image/png', width: 4, height: 3, description: '' }),
  );
  need(await store.commit(made.handle, add(1, ...assets)));
  need(await store.publish(made.handle, { author: '', target: path, asCopy: false, replace: false }));
  await store.close(made.handle, false);
  const picture = Buffer.from(pictures[0] ?? []);
  change((bytes) => {
    const at = bytes.indexOf(picture.subarray(20, 60));
    bytes[at + 5] = (bytes[at + 5] ?? 0) ^ 1;
    return bytes;
  });
  const { document, salvage: report } = await salvage();
  expect(report).toMatchObject({ pictures: 1, missingPictures: 1 });
  expect(document.assets).toEqual([second]);
  expect(document.records.filter(({ type }) => type === 'asset')).toHaveLength(1);
});

test('a card that was deleted does not come back, not even out of a damaged working copy', async () => {
  await saveNew(store, path, sampleRecords(12));
  const opened = need(await store.open(path));
  const card = firstCard(opened.records);
  need(await store.commit(opened.handle, remove(1, card)));
  const after = await bench.crash();
  const work = bench.path(`.${after}/work/${opened.workId}/work.db`);
  const database = new Database(work);
  database.pragma('journal_mode = DELETE');
  database.close();
  change((bytes) => bytes);
  const bytes = readFileSync(work);
  // The page that lists where the rows of cards begin
  const page = Math.floor(bytes.indexOf('In step:') / 8192) * 8192;
  writeFileSync(work, bytes.fill(0, page, page + 3));
  const next = await bench.start(after);
  const { document } = need(await next.salvage({ workId: opened.workId }));
  expect(document.records.some(({ id }) => id === card.id)).toBe(false);
  expect(document.records.length).toBe(sampleRecords(12).length - 1);
});

describe('unsaved work that is damaged', () => {
  /** Enough to fill several pages. */
  const RECORDS = sampleRecords(60);
  let workId: string;
  let after: string;
  beforeEach(async () => {
    await saveNew(store, path, RECORDS);
    const { handle } = await openAndEdit(store, path, 'Not saved yet');
    workId = handle.slice('document:'.length);
    after = await bench.crash();
  });

  function damageWork(alter: (bytes: Buffer) => Buffer): void {
    const work = bench.path(`.${after}/work/${workId}/work.db`);
    // As it lies when the next start has taken over the log beside it
    const database = new Database(work);
    database.pragma('journal_mode = DELETE');
    database.close();
    writeFileSync(work, alter(readFileSync(work)));
  }

  test('is listed with its file, cannot be continued, and can be salvaged with its edits', async () => {
    damageWork((bytes) => bytes.fill(0, 0, 100));
    const next = await bench.start(after);
    expect(await next.listUnsaved()).toMatchObject([{ workId, path, isDamaged: true }]);
    expect(needFault(await next.resume(workId))).toMatchObject({ code: 'damaged' });
    const { document } = need(await next.salvage({ workId }));
    expect(firstCard(document.records).text).toBe('Not saved yet');
    expect(await next.listUnsaved()).toHaveLength(1);
  });

  test('of which only a card is damaged is found out when it is continued', async () => {
    damageWork((bytes) => exchange(bytes, 'Not saved yet', 'Now saved yet'));
    const next = await bench.start(after);
    expect(needFault(await next.resume(workId))).toMatchObject({ code: 'damaged' });
    expect(await next.listUnsaved()).toMatchObject([{ workId, isDamaged: true }]);
    const { salvage: report } = need(await next.salvage({ workId }));
    expect(report).toMatchObject({ missing: 1 });
  });

  describe('whose log is broken before its end', () => {
    const TEXTS = ['First', 'Second', 'Third', 'Fourth'];
    let log: string;
    beforeEach(async () => {
      const handle = `document:${workId}` as const;
      const cards = (await store.contents(handle))?.records.filter((record) => record.type === 'card') ?? [];
      // Cards far from each other, each in a page of its own
      for (const [at, text] of TEXTS.entries()) {
        const card = cards[Math.floor((cards.length / TEXTS.length) * at)];
        if (card === undefined) throw new Error('There are too few cards');
        need(await store.commit(handle, update(at + 2, card, { ...card, text })));
      }
      after = await bench.crash();
      log = bench.path(`.${after}/work/${workId}/work.db-wal`);
    });

    /** Flips a bit of the frame in which an edit was kept, just behind or before its words. */
    function flip(text: string, by: number): void {
      const bytes = readFileSync(log);
      const at = bytes.indexOf(text);
      expect(at).toBeGreaterThan(0);
      bytes[at + by] = (bytes[at + by] ?? 0) ^ 1;
      writeFileSync(log, bytes);
    }

    async function salvageTexts(): Promise<readonly string[]> {
      const next = await bench.start(after);
      expect(await next.listUnsaved()).toMatchObject([{ workId, isDamaged: true }]);
      expect(needFault(await next.resume(workId))).toMatchObject({ code: 'damaged' });
      const { document, salvage: report } = need(await next.salvage({ workId }));
      expect(document.records).toHaveLength(RECORDS.length);
      expect(report.missing).toBe(0);
      return document.records.flatMap((record) => (record.type === 'card' ? [record.text] : []));
    }

    test('keeps every edit behind the broken place; of the one that was hit, what it was before', async () => {
      flip('Second', 1);
      const texts = await salvageTexts();
      expect(TEXTS.filter((text) => texts.includes(text))).toEqual(['First', 'Third', 'Fourth']);
    });

    test('keeps every edit when only the head of a frame was hit', async () => {
      const bytes = readFileSync(log);
      // Frames are a head of 24 bytes and a page of 8,192, behind a head of 32.
      const frame = 32 + Math.floor((bytes.indexOf('Second') - 32) / 8216) * 8216;
      bytes[frame + 20] = (bytes[frame + 20] ?? 0) ^ 1;
      writeFileSync(log, bytes);
      expect(await salvageTexts()).toEqual(expect.arrayContaining(TEXTS));
    });

    test('is continued without the edit that was being written when the power went', async () => {
      const bytes = readFileSync(log);
      const at = bytes.lastIndexOf('Fourth');
      writeFileSync(log, bytes.fill(0, at, at + 10));
      const next = await bench.start(after);
      const { records } = need(await next.resume(workId));
      const texts = records.flatMap((record) => (record.type === 'card' ? [record.text] : []));
      expect(TEXTS.filter((text) => texts.includes(text))).toEqual(['First', 'Second', 'Third']);
    });
  });

  test('does not stand in the way of its file, and can be discarded', async () => {
    damageWork((bytes) => bytes.fill(0, 0, 8192));
    const next = await bench.start(after);
    expect(byId(need(await next.open(path)).records)).toEqual(byId(RECORDS));
    await next.discard(workId);
    expect(await next.listUnsaved()).toEqual([]);
    expect(readdirSync(bench.path(`.${after}/work`))).not.toContain(workId);
  });

  test('of which only a card is damaged does not stand in the way of its file either', async () => {
    damageWork((bytes) => exchange(bytes, 'Not saved yet', 'Now saved yet'));
    const next = await bench.start(after);
    expect(byId(need(await next.open(path)).records)).toEqual(byId(RECORDS));
    expect(await next.listUnsaved()).toMatchObject([{ workId, isDamaged: true }]);
  });

  test('whose notes about its file are damaged too is listed all the same', async () => {
    damageWork((bytes) => bytes);
    const session = bench.path(`.${after}/work/${workId}/session.db`);
    writeFileSync(session, Buffer.alloc(20_000, 7));
    rmSync(`${session}-wal`, { force: true });
    const next = await bench.start(after);
    expect(await next.listUnsaved()).toMatchObject([{ workId, path: null, isDamaged: true }]);
    expect(firstCard(need(await next.salvage({ workId })).document.records).text).toBe('Not saved yet');
  });
});

describe('what is nothing to salvage says so', () => {
  test.each([
    ['an empty file', '', 'empty'],
    ['a text', 'Not a project at all. '.repeat(2000), 'notAProject'],
    ['a zip archive', `PK\u0003\u0004${'\u0000'.repeat(5000)}`, 'notAProject'],
  ])('%s', async (_what, contents, code) => {
    writeFileSync(path, contents);
    expect(needFault(await store.salvage({ path }))).toMatchObject({ code });
  });

  test('a database of another program', async () => {
    const database = new Database(path);
    database.exec("CREATE TABLE record (a, b, c, d, e, f); INSERT INTO record VALUES ('x', 'card', 1, 2, 3, 4)");
    database.close();
    expect(needFault(await store.salvage({ path }))).toMatchObject({ code: 'notAProject' });
  });

  test('a pipe, a folder, and what is not there', async () => {
    execFileSync('mkfifo', [path]);
    expect(needFault(await store.salvage({ path }))).toMatchObject({ code: 'notAFile' });
    expect(needFault(await store.salvage({ path: bench.folder }))).toMatchObject({ code: 'notAFile' });
    expect(needFault(await store.salvage({ path: bench.path('gone') }))).toMatchObject({ code: 'missing' });
    expect(needFault(await store.salvage({ workId: 'gone' }))).toMatchObject({ code: 'missing' });
  });

  test('a project of which every row is broken', async () => {
    await saveNew(store, path, sampleRecords());
    change((bytes) => Buffer.from(bytes.map((byte, at) => (at > 100 && at % 50 === 0 ? byte ^ 1 : byte))));
    expect(needFault(await store.salvage({ path }))).toMatchObject({ code: 'nothingLeft' });
  });
});

test(
  'whatever happens to a file, nothing is salvaged that was not written, and what is salvaged is a sound project',
  async () => {
    await saveNew(store, path, sampleRecords(12));
    const whole = readFileSync(path);
    const original = byId(sampleRecords(12));
    const seed = Number(process.env.MEANDER_SEED ?? 1);
    const random = seededRandom(seed);
    let [rounds, kept] = [0, 0];
    for (let round = 0; round < roundsOf(50, 1_000); round += 1) {
      const [name, mutate] = MUTATIONS[round % MUTATIONS.length] ?? MUTATIONS[0] ?? [];
      if (name === undefined || mutate === undefined) throw new Error('There is no mutation');
      let bytes = Buffer.from(whole);
      for (let more = 0; more < 1 + (round % 4); more += 1) bytes = Buffer.from(mutate(bytes, random));
      if (bytes.byteLength === 0) continue;
      writeFileSync(path, bytes);
      const salvaged = await store.salvage({ path });
      rounds += 1;
      if (!salvaged.ok) {
        expect(['nothingLeft', 'notAProject'], `seed ${seed}, round ${round}: ${name}`).toContain(salvaged.reason.code);
        continue;
      }
      const { document, salvage: report } = salvaged.value;
      kept += report.records;
      expect(report.records + report.missing).toBeGreaterThanOrEqual(report.records);
      for (const record of document.records) {
        const before = original.get(record.id);
        // Words are never others than were written; a place may be a new one where something is missing.
        if (before?.type === 'card' && record.type === 'card') expect(record.text).toBe(before.text);
        else if (report.mended === 0) expect(record, `seed ${seed}, round ${round}: ${name}`).toEqual(before);
      }
      need(
        await store.publish(document.handle, {
          author: '',
          target: join(bench.folder, 'new'),
          asCopy: false,
          replace: true,
        }),
      );
      need(inspectDocument(join(bench.folder, 'new')));
      await store.close(document.handle, true);
    }
    expect(kept / rounds / original.size).toBeGreaterThan(0.5);
    countFigures({ 'salvages tried': rounds });
  },
  patienceOf(60_000),
);

test('bytes after the end change nothing', async () => {
  await saveNew(store, path, sampleRecords(12));
  appendFileSync(path, Buffer.alloc(10_000, 1));
  expect(byId((await salvage()).document.records)).toEqual(byId(sampleRecords(12)));
});
