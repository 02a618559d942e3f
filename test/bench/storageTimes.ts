import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Inspector } from '../../electron/storage/inspector.ts';
import { openForWriting } from '../../electron/storage/openDatabase.ts';
import type { OpenedDocument } from '../../shared/ipc/projectStore.ts';
import { LIMITS } from '../../shared/records/limits.ts';
import { firstCard, need, SAVE, TestBench, update } from '../electron/storage/support/testStore.ts';
import { type GeneratedMapShape, generateMap } from '../fixtures/generatedMap.ts';
import { writeProject } from '../fixtures/writeProject.ts';
import type { Figures } from './metrics.ts';
import { ReadyInspector } from './readyInspector.ts';
import { median } from './statistics.ts';

/** The projects storage is measured with: 10,000 and 20,000 cards. */
const EDITED: GeneratedMapShape = { steps: 100, lanes: 20, cardsPerCell: 5 };
const SAVED: GeneratedMapShape = { steps: 100, lanes: 40, cardsPerCell: 5 };

/** Milliseconds a person takes between opening and saving: an inspector is ready again, and stamps of files are old. */
const PAUSE = 4000;

/**
 * Times edits, saving and opening, each beside the least that SQLite and the disk would take. What the storage process
 * does is done in this one; files are judged in processes of their own, as in the application.
 */
export async function measureStorage(): Promise<Figures> {
  const bench = await TestBench.make();
  const inspector = new ReadyInspector();
  try {
    return { ...(await measureCommit(bench)), ...(await measurePublish(bench, inspector)) };
  } finally {
    inspector.stop();
    await bench.remove();
  }
}

/** An edit in the working copy, and one row written under the same pragmas, in turns: a disk has moods. */
async function measureCommit(bench: TestBench): Promise<Figures> {
  const store = await bench.start();
  const opened = need(await store.open(await writeProject(bench.path('edited.meander'), generateMap(EDITED))));
  const bare = bareDatabase(bench.path('bare.db'), opened);
  let card = firstCard(opened.records);
  const commits: number[] = [];
  const rows: number[] = [];
  for (let at = 1; at <= 200; at += 1) {
    const next = { ...card, text: `${card.text.slice(0, 60)} ${at}` };
    commits.push(await timeOf(() => store.commit(opened.handle, update(opened.lastEdit + at, card, next))));
    rows.push(await timeOf(() => bare.write(JSON.stringify(next))));
    card = next;
  }
  bare.database.close();
  await store.close(opened.handle, true);
  const [commit, bareCommit] = [median(commits.slice(20)), median(rows.slice(20))];
  return { commit, bareCommit, commitRatio: commit / bareCommit };
}

/** A table with the document's records, in which one row is written at a time. */
function bareDatabase(
  path: string,
  { records }: OpenedDocument,
): { readonly database: Database; readonly write: (json: string) => void } {
  const database = openForWriting(path, LIMITS.documentBytes);
  database.exec('CREATE TABLE record (id TEXT NOT NULL PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const insert = database.prepare('INSERT INTO record VALUES (?, ?)');
  database.transaction(() => {
    for (const record of records) insert.run(record.id, JSON.stringify(record));
  })();
  const change = database.prepare('UPDATE record SET json = ? WHERE id = ?');
  const { id } = firstCard(records);
  return { database, write: database.transaction((json: string) => void change.run(json, id)) };
}

/** Opening a large project, and saving it beside a bare copy of its database that is made as durable. */
async function measurePublish(bench: TestBench, inspector: Inspector): Promise<Figures> {
  const store = await bench.start('other', { inspector });
  const path = await writeProject(bench.path('saved.meander'), generateMap(SAVED));
  const opens: number[] = [];
  const saves: number[] = [];
  const copies: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    let opened: OpenedDocument | undefined;
    await sleep(PAUSE);
    opens.push(
      await timeOf(async () => {
        opened = need(await store.open(path));
      }),
    );
    if (opened === undefined) throw new Error('Nothing was opened');
    const { handle, lastEdit, records } = opened;
    const card = firstCard(records);
    need(await store.commit(handle, update(lastEdit + 1, card, { ...card, text: `Saved ${run} times` })));
    await sleep(PAUSE);
    saves.push(await timeOf(async () => need(await store.publish(handle, SAVE))));
    copies.push(await timeOf(() => copyBarely(path)));
    await store.close(handle, false);
  }
  const [publish, barePublish] = [median(saves), median(copies)];
  return { openLarge: median(opens) / 1000, publish, barePublish, publishRatio: publish / barePublish };
}

/** A copy by SQLite, flushed to the disk and put into its place, with its folder flushed too. */
async function copyBarely(path: string): Promise<void> {
  const temp = `${path}.bare.tmp`;
  const database = new SqliteDatabase(path, { readonly: true });
  database.prepare('VACUUM INTO ?').run(temp);
  database.close();
  await flush(temp);
  await rename(temp, `${path}.bare`);
  await flush(dirname(path));
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
}

async function timeOf(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
