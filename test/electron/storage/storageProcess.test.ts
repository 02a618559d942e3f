import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleRecords } from './support/sampleRecords.ts';
import { inspectInChild, type StorageChild, startStorage } from './support/storageChild.ts';
import { byId, firstCard, need, needFault, SAVE, saveAs, TestBench, update } from './support/testStore.ts';

let bench: TestBench;
const children: StorageChild[] = [];
beforeEach(async () => {
  bench = await TestBench.make();
});
afterEach(async () => {
  for (const { child, ended } of children.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  await bench.remove();
});

function start(...args: Parameters<typeof startStorage>): StorageChild {
  const storage = startStorage(...args);
  children.push(storage);
  return storage;
}

test('a document is made, saved and read over messages, inspected in processes of their own', async () => {
  const { store } = start(bench.path('.private'));
  const made = need(await store.create(sampleRecords(), []));
  const card = firstCard(made.records);
  need(await store.commit(made.handle, update(1, card, { ...card, text: 'Over the wire' })));
  need(await store.publish(made.handle, saveAs(bench.path('journey.meander'))));
  const read = need(await store.read(bench.path('journey.meander')));
  expect(byId(read.records)).toEqual(byId([...sampleRecords(), { ...card, text: 'Over the wire' }]));
});

test('a picture crosses as bytes and comes back the same', async () => {
  const { store } = start(bench.path('.private'));
  const { handle } = need(await store.create(sampleRecords(), []));
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
  const hash = need(await store.putAsset(handle, 'image/png', bytes));
  expect(Buffer.from((await store.readAsset(handle, hash))?.bytes ?? []).equals(bytes)).toBe(true);
});

test('arguments of another form are refused and the process goes on', async () => {
  const { store, child } = start(bench.path('.private'));
  await expect(store.read('not/absolute.meander')).rejects.toThrow('absolute');
  const oneMore: unknown = ['document:x', { number: 'one' }];
  child.send({ id: -1, method: 'commit', args: oneMore });
  expect(await store.listUnsaved()).toEqual([]);
});

test('when the process is killed its calls reject, and the next one has every edit that was kept', async () => {
  const folder = bench.path('.private');
  const first = start(folder);
  const made = need(await first.store.create(sampleRecords(), []));
  const card = firstCard(made.records);
  need(await first.store.commit(made.handle, update(1, card, { ...card, text: 'Kept' })));
  first.child.kill('SIGKILL');
  const late = first.store.commit(made.handle, update(2, card, { ...card, text: 'Late' }));
  await expect(late).rejects.toThrow('ended');
  await first.ended;
  await expect(first.store.listUnsaved()).rejects.toThrow('ended');

  const second = start(folder);
  const again = need(await second.store.resume(made.workId));
  expect(again.handle).toBe(made.handle);
  expect(again.lastEdit).toBe(1);
  expect(firstCard(again.records).text).toBe('Kept');
  // The outbox sends again what was never acknowledged, and perhaps what was.
  need(await second.store.commit(made.handle, update(1, card, { ...card, text: 'Kept' })));
  need(await second.store.commit(made.handle, update(2, card, { ...card, text: 'Late' })));
  need(await second.store.publish(made.handle, saveAs(bench.path('journey.meander'))));
  expect(firstCard(need(await second.store.read(bench.path('journey.meander'))).records).text).toBe('Late');
});

test('a document without unsaved edits outlives its process too, for the window that still shows it', async () => {
  const folder = bench.path('.private');
  const first = start(folder);
  const made = need(await first.store.create(sampleRecords(), []));
  need(await first.store.publish(made.handle, saveAs(bench.path('journey.meander'))));
  first.child.kill('SIGKILL');
  await first.ended;
  const second = start(folder);
  expect(await second.store.listUnsaved()).toEqual([]);
  const again = need(await second.store.resume(made.workId));
  expect(byId(again.records)).toEqual(byId(sampleRecords()));
});

test('a file whose inspector does not start is not called damaged, and nothing is written over it', async () => {
  let starts = true;
  const { store } = start(bench.path('.private'), async (request, onEnd) => {
    if (!starts) throw new Error('No process can be had');
    return inspectInChild(request, onEnd);
  });
  const path = bench.path('journey.meander');
  const made = need(await store.create(sampleRecords(), []));
  need(await store.publish(made.handle, saveAs(path)));
  const card = firstCard(made.records);
  need(await store.commit(made.handle, update(1, card, { ...card, text: 'Not read back' })));
  starts = false;
  expect(needFault(await store.read(path))).toMatchObject({ code: 'notChecked' });
  expect(needFault(await store.publish(made.handle, SAVE))).toMatchObject({ code: 'notChecked' });
  const other = need(await store.create(sampleRecords(1), []));
  const over = { ...saveAs(path), replace: true };
  expect(needFault(await store.publish(other.handle, over))).toMatchObject({ code: 'notChecked' });
  starts = true;
  expect(byId(need(await store.read(path)).records)).toEqual(byId(sampleRecords()));
  need(await store.publish(made.handle, SAVE));
});

test('a file whose inspector is ended for taking too long is refused, and a save is not believed', async () => {
  let isSlow = false;
  const { store } = start(bench.path('.private'), async (request, onEnd) =>
    isSlow ? { ok: false, reason: { code: 'tookTooLong' } } : inspectInChild(request, onEnd),
  );
  const path = bench.path('journey.meander');
  const made = need(await store.create(sampleRecords(), []));
  need(await store.publish(made.handle, saveAs(path)));
  const card = firstCard(made.records);
  need(await store.commit(made.handle, update(1, card, { ...card, text: 'Not verified' })));
  isSlow = true;
  expect(needFault(await store.read(path))).toEqual({ code: 'tookTooLong' });
  expect(needFault(await store.publish(made.handle, SAVE))).toMatchObject({ code: 'notVerified' });
  isSlow = false;
  expect(byId(need(await store.read(path)).records)).toEqual(byId(sampleRecords()));
});
