import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hashBytes } from '../../../electron/storage/hashing.ts';
import type { LocalProjectStore } from '../../../electron/storage/localProjectStore.ts';
import type { DocumentHandle, DocumentVersion } from '../../../shared/ipc/projectStore.ts';
import type { MeanderRecord } from '../../../shared/records/records.ts';
import { makeRecord } from './support/sampleRecords.ts';
import {
  add,
  benchWithJourney,
  firstCard,
  need,
  needFault,
  realParts,
  remove,
  SAVE,
  type TestBench,
  update,
} from './support/testStore.ts';

let bench: TestBench;
let path: string;
beforeEach(async () => {
  ({ bench, path } = await benchWithJourney());
});
afterEach(() => bench.remove());

/** A picture of this many bytes. */
function picture(bytes: number, seed = 1): { readonly bytes: Uint8Array; readonly record: MeanderRecord } {
  const made = new Uint8Array(bytes).fill(seed);
  const fields = { id: `asset:p${seed}`, hash: hashBytes(made), mime: 'image/png', width: 1, height: 1 };
  return { bytes: made, record: makeRecord('asset', fields) };
}

/** An open document that is edited and saved, once for each text. */
class Writing {
  readonly store: LocalProjectStore;
  readonly handle: DocumentHandle;
  readonly uuid: string;
  #card: MeanderRecord & { readonly type: 'card' };
  #number = 0;

  private constructor(store: LocalProjectStore, handle: DocumentHandle, uuid: string, card: Writing['card']) {
    this.store = store;
    this.handle = handle;
    this.uuid = uuid;
    this.#card = card;
  }

  static async begin(store: LocalProjectStore): Promise<Writing> {
    const { handle, uuid, records } = need(await store.open(path));
    return new Writing(store, handle, uuid, firstCard(records));
  }

  get card(): MeanderRecord & { readonly type: 'card' } {
    return this.#card;
  }

  next(): number {
    this.#number += 1;
    return this.#number;
  }

  async save(text: string, label = ''): Promise<void> {
    const next = { ...this.#card, text };
    need(await this.store.commit(this.handle, update(this.next(), this.#card, next)));
    this.#card = next;
    need(await this.store.publish(this.handle, { ...SAVE, label }));
  }

  versions(): Promise<readonly DocumentVersion[]> {
    return this.store.tellVersions(this.handle);
  }
}

test('an open document tells who saved its versions, under which name, and what each changed', async () => {
  const store = await bench.start();
  const writing = await Writing.begin(store);
  await writing.save('One');
  const added = makeRecord('tag', { id: 'tag:new', name: 'New', order: 'a1' });
  need(await store.commit(writing.handle, add(writing.next(), added)));
  await writing.save('Two', 'For the board');
  need(await store.commit(writing.handle, remove(writing.next(), added)));
  await writing.save('Three');
  const told = await writing.versions();
  expect(told.map(({ author, name, changes, isSaved }) => ({ author, name, changes, isSaved }))).toEqual([
    { author: 'Nele', name: '', changes: { added: 0, changed: 1, removed: 1 }, isSaved: true },
    { author: 'Nele', name: 'For the board', changes: { added: 1, changed: 1, removed: 0 }, isSaved: false },
    { author: 'Nele', name: '', changes: { added: 0, changed: 1, removed: 0 }, isSaved: false },
    { author: 'Nele', name: '', changes: null, isSaved: false },
  ]);
  const texts: string[] = [];
  for (const { revision } of told) {
    texts.push(firstCard(need(await store.readVersion(writing.handle, revision)).records).text);
  }
  expect(texts.slice(0, 3)).toEqual(['Three', 'Two', 'One']);
  expect(needFault(await store.readVersion(writing.handle, 'none'))).toEqual({ code: 'missing' });
});

test('a version can be given a name later, which keeps it for ever until the name is taken back', async () => {
  let now = Date.now();
  // No two versions are of the same moment: only then is one of them the newest of those that are older.
  const store = await bench.start('private', { now: () => ++now });
  const writing = await Writing.begin(store);
  await writing.save('One');
  await writing.save('Two');
  const [, one] = await writing.versions();
  await store.nameVersion(writing.handle, one?.revision ?? '', 'Before\nthe talk');
  expect((await writing.versions()).map(({ name }) => name)).toEqual(['', 'Before the talk', '']);
  now += 200 * 24 * 3_600_000;
  await writing.save('Much later');
  await writing.save('Later still');
  const kept = await writing.versions();
  expect(kept.map(({ name }) => name)).toContain('Before the talk');
  await store.nameVersion(writing.handle, one?.revision ?? '', '');
  await writing.save('Latest');
  expect((await writing.versions()).map(({ revision }) => revision)).not.toContain(one?.revision);
  await store.nameVersion(writing.handle, '../../out', 'Out');
  expect(readdirSync(bench.folder).filter((name) => name.includes('out'))).toEqual([]);
});

test('pictures of older versions are stored once, and come back with what showed them', async () => {
  const store = await bench.start();
  const writing = await Writing.begin(store);
  const { bytes, record } = picture(200_000);
  need(await store.putAsset(writing.handle, 'image/png', bytes));
  need(await store.commit(writing.handle, add(writing.next(), record)));
  for (const text of ['One', 'Two', 'Three']) await writing.save(text);
  need(await store.commit(writing.handle, remove(writing.next(), record)));
  for (const text of ['Without', 'Still without']) await writing.save(text);

  const folder = bench.path(`.private/history/${writing.uuid}`);
  expect(readdirSync(`${folder}/pictures`)).toEqual([`${record.type === 'asset' ? record.hash : ''}.png`]);
  const versions = readdirSync(folder).filter((name) => name.endsWith('.meander'));
  expect(versions.every((name) => statSync(`${folder}/${name}`).size < 150_000)).toBe(true);

  const [, , three] = await writing.versions();
  const then = need(await store.readVersion(writing.handle, three?.revision ?? ''));
  expect(then.records).toContainEqual(record);
  const hash = hashBytes(bytes);
  await store.close(writing.handle, false);
  const again = await Writing.begin(store);
  expect((await store.readAsset(again.handle, hash))?.bytes).toEqual(bytes);
  need(await store.commit(again.handle, add(again.next(), record)));
  need(await store.publish(again.handle, SAVE));
  expect((await store.readAsset({ path }, hash))?.bytes.byteLength).toBe(200_000);

  const [stored] = (await store.listVersions({ uuid: again.uuid })).filter(
    ({ revision }) => revision === three?.revision,
  );
  const copy = need(await store.openCopy(stored?.path ?? ''));
  expect((await store.readAsset(copy.handle, hash))?.bytes.byteLength).toBe(200_000);
});

test('older versions take no more room than they may, and the named and the newest stay', async () => {
  const store = await bench.start('private', {}, { historyBytes: 300_000 });
  const writing = await Writing.begin(store);
  await writing.save('Named', 'For ever');
  for (let number = 0; number < 12; number += 1) {
    const { bytes, record } = picture(60_000, number + 2);
    need(await store.putAsset(writing.handle, 'image/png', bytes));
    need(await store.commit(writing.handle, add(writing.next(), record)));
    await writing.save(`With ${number}`);
    need(await store.commit(writing.handle, remove(writing.next(), record)));
  }
  expect(await bytesOfHistory(writing.uuid)).toBeLessThan(500_000);
  expect((await writing.versions()).map(({ name }) => name)).toContain('For ever');
  await store.limitHistory(0);
  expect((await store.listVersions({ uuid: writing.uuid })).map(({ isNamed }) => isNamed)).toEqual([false, true]);
  expect(readdirSync(bench.path(`.private/history/${writing.uuid}/pictures`))).toHaveLength(1);
});

async function bytesOfHistory(uuid: string): Promise<number> {
  const folder = bench.path(`.private/history/${uuid}`);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  let bytes = 0;
  for (const name of names) bytes += Number((await realParts.fileSystem.stat(`${folder}/${name}`)).size);
  return bytes;
}

test('a version that cannot be read is listed all the same, and opening it says so', async () => {
  const store = await bench.start();
  const writing = await Writing.begin(store);
  await writing.save('One');
  await writing.save('Two');
  const [, one] = await store.listVersions({ uuid: writing.uuid });
  writeFileSync(one?.path ?? '', 'Ruined');
  const noted = vi.spyOn(console, 'error').mockImplementation(() => {});
  const told = await writing.versions();
  expect(noted).toHaveBeenCalled();
  noted.mockRestore();
  expect(told.map(({ changes }) => changes)).toEqual([{ added: 0, changed: 1, removed: 0 }, null, null]);
  expect(needFault(await store.readVersion(writing.handle, one?.revision ?? '')).code).toMatch(/notAProject|damaged/);
});
