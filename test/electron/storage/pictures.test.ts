import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../../shared/records/limits.ts';
import { makeRecord, sampleRecords } from './support/sampleRecords.ts';
import { add, need, needFault, remove, SAVE, saveAs, TestBench } from './support/testStore.ts';
import { watchFiles } from './support/watchedFileSystem.ts';

let bench: TestBench;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  path = bench.path('journey.meander');
});
afterEach(() => bench.remove());

/** Bytes that nothing compresses or repeats. */
function pictureBytes(seed: string, length = 50_000): Uint8Array {
  let block = createHash('sha256').update(seed).digest();
  const blocks: Buffer[] = [];
  for (let made = 0; made < length; made += block.length) {
    blocks.push(block);
    block = createHash('sha256').update(block).digest();
  }
  return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
}

function pictureRecord(hash: string) {
  return makeRecord('asset', { id: `asset:${hash.slice(0, 16)}`, hash, mime: 'image/png', width: 10, height: 10 });
}

test('a picture is in the file with its record and read from there by its hash', async () => {
  const store = await bench.start();
  const { handle } = need(await store.create(sampleRecords(), []));
  const bytes = pictureBytes('one');
  const hash = need(await store.putAsset(handle, 'image/png', bytes));
  need(await store.commit(handle, add(1, pictureRecord(hash))));
  need(await store.publish(handle, saveAs(path)));
  const picture = await store.readAsset({ path }, hash);
  expect(picture).toMatchObject({ hash, mime: 'image/png' });
  expect(Buffer.from(picture?.bytes ?? []).equals(bytes)).toBe(true);
  expect(need(await store.read(path)).assets).toEqual([hash]);
  expect(await store.readAsset({ path }, 'another')).toBeNull();
});

test('the pictures of a file are read from one copy, until the file is another one', async () => {
  let copies = 0;
  const fileSystem = watchFiles(({ name, paths }) => {
    if (name === 'openToRead' && paths[0] === path) copies += 1;
  });
  const store = await bench.start('private', { fileSystem });
  const { handle } = need(await store.create(sampleRecords(), []));
  const hashes: string[] = [];
  for (const seed of ['a', 'b', 'c']) {
    const hash = need(await store.putAsset(handle, 'image/png', pictureBytes(seed)));
    need(await store.commit(handle, add(hashes.push(hash), pictureRecord(hash))));
  }
  need(await store.publish(handle, saveAs(path)));
  copies = 0;
  need(await store.read(path));
  for (const hash of hashes) expect(await store.readAsset({ path }, hash)).toMatchObject({ hash });
  expect(copies).toBe(1);
  const last = need(await store.putAsset(handle, 'image/png', pictureBytes('d')));
  need(await store.commit(handle, add(4, pictureRecord(last))));
  need(await store.publish(handle, SAVE));
  expect(await store.readAsset({ path }, last)).toMatchObject({ hash: last });
});

test('a picture goes from the file with its record, and comes back with an undo', async () => {
  const store = await bench.start();
  const { handle } = need(await store.create(sampleRecords(), []));
  const bytes = pictureBytes('two');
  const hash = need(await store.putAsset(handle, 'image/png', bytes));
  const record = pictureRecord(hash);
  need(await store.commit(handle, add(1, record)));
  need(await store.publish(handle, saveAs(path)));
  const piece = Buffer.from(bytes.subarray(20_000, 20_100));
  expect(readFileSync(path).includes(piece)).toBe(true);
  need(await store.commit(handle, remove(2, record)));
  need(await store.publish(handle, SAVE));
  expect(readFileSync(path).includes(piece)).toBe(false);
  expect(need(await store.read(path)).assets).toEqual([]);
  expect(Buffer.from((await store.readAsset(handle, hash))?.bytes ?? []).equals(bytes)).toBe(true);
  need(await store.commit(handle, add(3, record)));
  need(await store.publish(handle, SAVE));
  expect(Buffer.from((await store.readAsset({ path }, hash))?.bytes ?? []).equals(bytes)).toBe(true);
});

test('a picture outlives opening, copying and merging', async () => {
  const store = await bench.start();
  const made = need(await store.create(sampleRecords(), []));
  need(await store.publish(made.handle, saveAs(path)));
  const bytes = pictureBytes('three');
  const other = await bench.start('other');
  const theirs = need(await other.open(path));
  const hash = need(await other.putAsset(theirs.handle, 'image/png', bytes));
  need(await other.commit(theirs.handle, add(1, pictureRecord(hash))));
  need(await other.publish(theirs.handle, SAVE));

  need(await store.commit(made.handle, add(1, pictureRecord(hash))));
  need(await store.joinVersion(made.handle, path, need(await store.read(path)).head ?? ''));
  need(await store.publish(made.handle, SAVE));
  await store.close(made.handle, false);
  const opened = need(await store.open(path));
  expect(Buffer.from((await store.readAsset(opened.handle, hash))?.bytes ?? []).equals(bytes)).toBe(true);
  const copy = need(await store.openCopy(path));
  need(await store.publish(copy.handle, saveAs(bench.path('copy.meander'))));
  const copied = await store.readAsset({ path: bench.path('copy.meander') }, hash);
  expect(Buffer.from(copied?.bytes ?? []).equals(bytes)).toBe(true);
});

test('a new document can begin with pictures, if they are what their hashes say', async () => {
  const store = await bench.start();
  const bytes = pictureBytes('four');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const picture = { hash, mime: 'image/png', bytes };
  const made = need(await store.create([...sampleRecords(), pictureRecord(hash)], [picture]));
  expect(made.assets).toEqual([hash]);
  const forged = { ...picture, bytes: pictureBytes('five') };
  expect(needFault(await store.create(sampleRecords(), [forged]))).toMatchObject({ code: 'storageFailed' });
});

test('a picture may have as many bytes as the limit says and not one more, and only known formats', async () => {
  const store = await bench.start();
  const { handle } = need(await store.create(sampleRecords(), []));
  const limit = LIMITS.pictureBytes;
  need(await store.putAsset(handle, 'image/png', new Uint8Array(limit - 1)));
  const hash = need(await store.putAsset(handle, 'image/webp', new Uint8Array(limit)));
  expect(needFault(await store.putAsset(handle, 'image/png', new Uint8Array(limit + 1)))).toMatchObject({
    code: 'refused',
  });
  expect(needFault(await store.putAsset(handle, 'image/svg+xml', new Uint8Array(9)))).toMatchObject({
    code: 'refused',
  });
  need(await store.commit(handle, add(1, pictureRecord(hash))));
  need(await store.publish(handle, saveAs(path)));
  expect((await store.readAsset({ path }, hash))?.bytes.length).toBe(limit);
});
