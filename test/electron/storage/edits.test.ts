import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LocalProjectStore } from '../../../electron/storage/localProjectStore.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { add, byId, firstCard, need, needFault, SAVE, saveAs, TestBench, update } from './support/testStore.ts';

// The true limits would need a working copy of two gigabytes.
vi.mock('../../../shared/records/limits.ts', async (importOriginal) => {
  const limits = await importOriginal<typeof import('../../../shared/records/limits.ts')>();
  return { ...limits, LIMITS: { ...limits.LIMITS, documentBytes: 1_000_000, records: 60 } };
});

let bench: TestBench;
let store: LocalProjectStore;
beforeEach(async () => {
  bench = await TestBench.make();
  store = await bench.start();
});
afterEach(() => bench.remove());

test('an edit that comes twice is kept once', async () => {
  const { handle, records } = need(await store.create(sampleRecords(), []));
  const card = firstCard(records);
  need(await store.commit(handle, update(1, card, { ...card, text: 'First' })));
  need(await store.commit(handle, update(2, card, { ...card, text: 'Second' })));
  const state = need(await store.commit(handle, update(1, card, { ...card, text: 'First' })));
  expect(state.unsavedEdits).toBe(2);
  expect(firstCard((await store.contents(handle))?.records ?? []).text).toBe('Second');
});

test('an edit whose forerunner never came is sent back for it', async () => {
  const { handle, records } = need(await store.create(sampleRecords(), []));
  const card = firstCard(records);
  const early = update(3, card, { ...card, text: 'Too early' });
  expect(needFault(await store.commit(handle, early))).toEqual({ code: 'missingEdit', expected: 1 });
  expect(firstCard((await store.contents(handle))?.records ?? [])).toEqual(card);
});

test('numbers go on after a save and after another start', async () => {
  const { handle, records, workId } = need(await store.create(sampleRecords(), []));
  const card = firstCard(records);
  need(await store.commit(handle, update(1, card, { ...card, text: 'First' })));
  need(await store.publish(handle, saveAs(bench.path('journey.meander'))));
  const next = await bench.start(await bench.crash());
  const resumed = need(await next.resume(workId));
  expect(resumed.lastEdit).toBe(1);
  need(await next.commit(resumed.handle, update(1, card, { ...card, text: 'Again' })));
  expect(need(await next.commit(resumed.handle, update(2, card, { ...card, text: 'Second' }))).unsavedEdits).toBe(1);
  expect(firstCard((await next.contents(resumed.handle))?.records ?? []).text).toBe('Second');
});

test('what is no valid record is refused, and nothing of its edit is kept', async () => {
  const { handle, records } = need(await store.create(sampleRecords(), []));
  const card = firstCard(records);
  const good = { ...card, id: 'card:good' } as const;
  const spoilt = { ...card, id: 'card:spoilt', severity: 99 } as const;
  expect(needFault(await store.commit(handle, add(1, good, spoilt)))).toMatchObject({ code: 'refused' });
  const misplaced = { ...add(1, good), diff: { ...add(1, good).diff, added: new Map([[card.id, good]]) } };
  expect(needFault(await store.commit(handle, misplaced))).toMatchObject({ code: 'refused' });
  expect(byId((await store.contents(handle))?.records ?? [])).toEqual(byId(records));
  need(await store.commit(handle, add(1, good)));
});

test('a project takes as many records as it may hold and not one more', async () => {
  const { handle, records } = need(await store.create(sampleRecords(), []));
  const card = firstCard(records);
  const more = Array.from({ length: 60 - records.length }, (_, at) => ({ ...card, id: `card:more${at}` }) as const);
  need(await store.commit(handle, add(1, ...more)));
  const fault = needFault(await store.commit(handle, add(2, { ...card, id: 'card:toomany' })));
  expect(fault).toMatchObject({ code: 'refused' });
  need(await store.publish(handle, saveAs(bench.path('full.meander'))));
  expect(need(await store.read(bench.path('full.meander'))).records).toHaveLength(60);
});

test('a full disk under the working copy is said as such, loses nothing and can be saved from', async () => {
  const path = bench.path('journey.meander');
  const made = need(await store.create(sampleRecords(), []));
  need(await store.publish(made.handle, saveAs(path)));
  let card = firstCard(made.records);
  let fault: unknown = null;
  let number = 0;
  const added: ReturnType<typeof firstCard>[] = [];
  while (fault === null) {
    number += 1;
    const next = { ...card, id: `card:big${number}`, text: '😀'.repeat(9_000) } as const;
    const kept = await store.commit(made.handle, add(number, next));
    if (kept.ok) added.push(next);
    else fault = kept.reason;
    card = next;
  }
  expect(fault).toEqual({ code: 'diskFull' });
  const kept = byId([...made.records, ...added]);
  expect(byId((await store.contents(made.handle))?.records ?? [])).toEqual(kept);
  const published = await store.publish(made.handle, SAVE);
  expect(byId(need(await store.read(path)).records)).toEqual(published.ok ? kept : byId(made.records));
});

test('an edit of a document that is not open is refused', async () => {
  const card = firstCard(sampleRecords());
  expect(needFault(await store.commit('document:none', add(1, card)))).toEqual({ code: 'notOpen' });
  expect(needFault(await store.putAsset('document:none', 'image/png', new Uint8Array(1)))).toEqual({ code: 'notOpen' });
  expect(await store.contents('document:none')).toBeNull();
  expect(await store.tombstones('document:none')).toEqual([]);
  await store.close('document:none', false);
});

test('nothing that was typed and replaced again reaches the file', async () => {
  const path = bench.path('journey.meander');
  const { handle, records } = need(await store.create(sampleRecords(), []));
  const card = firstCard(records);
  need(await store.commit(handle, update(1, card, { ...card, text: 'What she really said' })));
  need(
    await store.commit(handle, update(2, { ...card, text: 'What she really said' }, { ...card, text: 'Kind words' })),
  );
  need(await store.publish(handle, saveAs(path)));
  expect(readFileSync(path).includes('What she really said')).toBe(false);
  expect(readFileSync(path).includes('Kind words')).toBe(true);
});
