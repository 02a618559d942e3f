import { copyFile, rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalProjectStore } from '../../../electron/storage/localProjectStore.ts';
import type { Comparison, DocumentHandle, OpenedDocument } from '../../../shared/ipc/projectStore.ts';
import type { Choices } from '../../../shared/merge/merge.ts';
import { settleMerge } from '../../../shared/merge/settleMerge.ts';
import type { Id } from '../../../shared/records/ids.ts';
import type { MeanderRecord, Records } from '../../../shared/records/records.ts';
import { isEmptyDiff, reverseDiff } from '../../../shared/store/recordsDiff.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import {
  add,
  firstCard,
  need,
  needFault,
  remove,
  SAVE,
  saveAs,
  saveNew,
  TestBench,
  update,
} from './support/testStore.ts';

let bench: TestBench;
let path: string;
let other: string;
let here: LocalProjectStore;
let there: LocalProjectStore;
beforeEach(async () => {
  bench = await TestBench.make();
  path = bench.path('journey.meander');
  other = bench.path('theirs.meander');
  [here, there] = [await bench.start('here'), await bench.start('there')];
  await saveNew(here, path, sampleRecords());
  await copyFile(path, other);
});
afterEach(() => bench.remove());

const card = firstCard(sampleRecords());

function recordsOf({ records }: Pick<OpenedDocument, 'records'>): Records {
  return new Map<Id, MeanderRecord>(records.map((record) => [record.id, record]));
}

async function recordsNow(store: LocalProjectStore, handle: DocumentHandle): Promise<Records> {
  const contents = await store.contents(handle);
  if (contents === null) throw new Error('It is not open');
  return recordsOf(contents);
}

/** Opens a file, changes the first card and saves. */
async function change(store: LocalProjectStore, at: string, fields: Partial<typeof card>): Promise<OpenedDocument> {
  const opened = need(await store.open(at));
  const found = firstCard(opened.records);
  need(await store.commit(opened.handle, update(opened.lastEdit + 1, found, { ...found, ...fields })));
  need(await store.publish(opened.handle, SAVE));
  return opened;
}

/** Does to an open document what a window does with a comparison; gives the number of the edit. */
async function mergeIn(
  store: LocalProjectStore,
  handle: DocumentHandle,
  at: string,
  choices: Choices = new Map(),
  refused: ReadonlySet<string> = new Set(),
): Promise<Comparison> {
  const comparison = need(await store.compareVersion(handle, at));
  const contents = await store.contents(handle);
  const { diff } = settleMerge(await recordsNow(store, handle), comparison.merge, choices, refused);
  if (!isEmptyDiff(diff)) {
    need(await store.commit(handle, { number: (contents?.lastEdit ?? 0) + 1, label: 'edit.merge', diff }));
  }
  need(await store.joinVersion(handle, at, comparison.head));
  return comparison;
}

test('what another copy changed alone is taken, and what both changed is asked with what was there before', async () => {
  const mine = await change(here, path, { text: 'Mine', owner: 'Noor' });
  await change(there, other, { text: 'Theirs', note: 'From them' });
  const { merge, author, isBehind } = need(await here.compareVersion(mine.handle, other));
  expect(author).toBe('Nele');
  expect(isBehind).toBe(false);
  expect(merge.conflicts).toMatchObject([
    { id: card.id, fields: ['text'], mine: { text: 'Mine' }, theirs: { text: 'Theirs' }, before: { text: card.text } },
  ]);
  const { records } = settleMerge(await recordsNow(here, mine.handle), merge, new Map());
  expect(records.get(card.id)).toMatchObject({ text: 'Mine', owner: 'Noor', note: 'From them' });
});

test('a merge that was saved has both parents, and a second one finds nothing in either file', async () => {
  const mine = await change(here, path, { text: 'Mine' });
  await change(there, other, { text: 'Theirs', note: 'From them' });
  const { merge, head } = await mergeIn(here, mine.handle, other);
  expect(merge.conflicts).toHaveLength(1);
  need(await here.publish(mine.handle, SAVE));
  const saved = need(await here.read(path));
  expect(saved.revisions.at(-1)?.parents).toHaveLength(2);
  expect(saved.revisions.at(-1)?.parents).toContain(head);

  const again = need(await here.compareVersion(mine.handle, other));
  expect([again.merge.conflicts, again.merge.diff.updated.size]).toEqual([[], 0]);
  const theirs = need(await there.open(path));
  const back = need(await there.compareVersion(theirs.handle, other));
  expect([back.merge.conflicts, back.merge.diff.updated.size]).toEqual([[], 0]);
  expect((await here.listVersions({ uuid: mine.uuid })).map(({ revision }) => revision)).toContain(head);
});

test('what was not wanted of another copy stays away for good, and goes there too', async () => {
  const mine = await change(here, path, { text: 'Mine' });
  const theirs = await change(there, other, { note: 'From them' });
  const unwanted = { ...card, id: 'card:unwanted' as const, text: 'Not wanted' };
  need(await there.commit(theirs.handle, add(theirs.lastEdit + 2, unwanted)));
  need(await there.publish(theirs.handle, SAVE));
  await mergeIn(here, mine.handle, other, new Map(), new Set(['card:unwanted theirs added']));
  need(await here.publish(mine.handle, SAVE));
  const again = need(await here.compareVersion(mine.handle, other));
  expect(isEmptyDiff(again.merge.diff)).toBe(true);
  await mergeIn(there, theirs.handle, path);
  const records = await recordsNow(there, theirs.handle);
  expect(records.has(unwanted.id)).toBe(false);
  expect(records.get(card.id)).toMatchObject({ text: 'Mine', note: 'From them' });
});

test('a field that came from the other copy is theirs to change again without asking', async () => {
  const mine = await change(here, path, { owner: 'Noor' });
  await change(there, other, { text: 'First', note: 'From them' });
  await mergeIn(here, mine.handle, other);
  need(await here.publish(mine.handle, SAVE));
  const second = bench.path('second.meander');
  const elsewhere = await bench.start('elsewhere');
  const opened = need(await elsewhere.open(other));
  const found = firstCard(opened.records);
  need(await elsewhere.commit(opened.handle, update(1, found, { ...found, text: 'Second' })));
  need(await elsewhere.publish(opened.handle, saveAs(second)));
  const { merge } = need(await here.compareVersion(mine.handle, second));
  expect(merge.conflicts).toEqual([]);
  const { records } = settleMerge(await recordsNow(here, mine.handle), merge, new Map());
  expect(records.get(card.id)).toMatchObject({ text: 'Second', note: 'From them', owner: 'Noor' });
});

test('a version that only others changed takes the place of the document, which has nothing unsaved afterwards', async () => {
  const mine = need(await here.open(path));
  expect(await here.lookAtFile(mine.handle)).toBe('unchanged');
  const persona = { ...firstCard(mine.records), id: 'card:another' as const, text: 'Came along' };
  const theirs = need(await there.open(path));
  need(await there.commit(theirs.handle, add(1, persona)));
  need(await there.commit(theirs.handle, remove(2, card)));
  need(await there.publish(theirs.handle, SAVE));
  expect(await here.lookAtFile(mine.handle)).toBe('changed');
  const { isBehind, head, merge } = need(await here.compareVersion(mine.handle, path));
  expect(isBehind).toBe(true);
  const state = need(await here.adoptVersion(mine.handle, head));
  expect(state.unsavedEdits).toBe(0);
  expect(await here.lookAtFile(mine.handle)).toBe('unchanged');
  const now = await recordsNow(here, mine.handle);
  expect(now).toEqual(settleMerge(recordsOf(mine), merge, new Map()).records);
  expect([now.has(card.id), now.has(persona.id)]).toEqual([false, true]);

  need(await here.commit(mine.handle, update(1, persona, { ...persona, text: 'Edited on' })));
  need(await here.publish(mine.handle, SAVE));
  const saved = need(await here.read(path));
  expect(saved.revisions.map(({ id }) => id)).toContain(head);
  expect(saved.tombstones.map(({ id }) => id)).toContain(card.id);
});

test('a version is not put in the place of edits that no file has', async () => {
  const mine = need(await here.open(path));
  await change(there, path, { text: 'Theirs' });
  const { head } = need(await here.compareVersion(mine.handle, path));
  need(await here.commit(mine.handle, update(1, card, { ...card, owner: 'Noor' })));
  expect(need(await here.compareVersion(mine.handle, path)).isBehind).toBe(false);
  expect(needFault(await here.adoptVersion(mine.handle, head))).toEqual({ code: 'notBehind' });
  expect((await recordsNow(here, mine.handle)).get(card.id)).toMatchObject({ owner: 'Noor', text: card.text });
});

test('what was edited before a merge stands in the history as it was, and the merged version descends from it', async () => {
  const mine = need(await here.open(path));
  need(await here.commit(mine.handle, update(1, card, { ...card, text: 'Mine' })));
  await change(there, path, { text: 'Theirs', note: 'From them' });
  need(await here.keepState(mine.handle, 'Noor'));
  expect((await here.contents(mine.handle))?.save.unsavedEdits).toBe(1);
  const { merge } = need(await here.compareVersion(mine.handle, path));
  await mergeIn(here, mine.handle, path, new Map(merge.conflicts.map(({ key }) => [key, 'theirs'])));
  need(await here.publish(mine.handle, SAVE));
  expect(firstCard(need(await here.read(path)).records).text).toBe('Theirs');

  const versions = await here.tellVersions(mine.handle);
  const [before] = versions.filter(({ author }) => author === 'Noor');
  const kept = need(await here.readVersion(mine.handle, before?.revision ?? ''));
  expect(firstCard(kept.records)).toMatchObject({ text: 'Mine', note: card.note });
  const { revisions } = need(await here.read(path));
  expect(revisions.at(-1)?.parents).toContain(before?.revision);
  const again = need(await here.compareVersion(mine.handle, path));
  expect([again.merge.conflicts, again.merge.taken]).toEqual([[], []]);
});

test('a document without unsaved edits, or kept a moment ago, is not put into the history again', async () => {
  const mine = need(await here.open(path));
  const before = await here.listVersions({ uuid: mine.uuid });
  need(await here.keepState(mine.handle, 'Noor'));
  expect(await here.listVersions({ uuid: mine.uuid })).toEqual(before);
  need(await here.commit(mine.handle, update(1, card, { ...card, text: 'Mine' })));
  need(await here.keepState(mine.handle, 'Noor'));
  need(await here.keepState(mine.handle, 'Noor'));
  expect(await here.listVersions({ uuid: mine.uuid })).toHaveLength(before.length + 1);
  await here.close(mine.handle, false);
  const after = need(await here.open(path));
  expect([after.recoveredEdits, after.lastEdit]).toEqual([1, 1]);
  need(await here.publish(after.handle, SAVE));
  expect(firstCard(need(await here.read(path)).records).text).toBe('Mine');
});

test('a merge that was taken back before it was saved finds its changes again', async () => {
  const mine = await change(here, path, { owner: 'Noor' });
  await change(there, other, { note: 'From them' });
  const before = await recordsNow(here, mine.handle);
  const { merge } = await mergeIn(here, mine.handle, other);
  const { diff } = settleMerge(before, merge, new Map());
  need(await here.commit(mine.handle, { number: 3, label: 'edit.undo', diff: reverseDiff(diff) }));
  expect(await recordsNow(here, mine.handle)).toEqual(before);
  const again = need(await here.compareVersion(mine.handle, other));
  expect(settleMerge(before, again.merge, new Map()).records.get(card.id)).toMatchObject({ note: 'From them' });
});

test('what one removed and the other left alone goes; what the other changed lives with all it needs', async () => {
  const mine = need(await here.open(path));
  const theirs = need(await there.open(other));
  const persona = mine.records.find(({ type }) => type === 'persona');
  if (persona === undefined) throw new Error('There is no persona');
  need(await here.commit(mine.handle, update(1, card, { ...card, text: 'Changed here' })));
  need(await there.commit(theirs.handle, remove(1, card, persona)));
  need(await there.publish(theirs.handle, SAVE));
  const { merge } = await mergeIn(here, mine.handle, other);
  expect(merge.taken.map(({ kind, record }) => [kind, record.id])).toContainEqual(['kept', card.id]);
  need(await here.publish(mine.handle, SAVE));
  const saved = need(await here.read(path));
  const living = recordsOf({ records: saved.records });
  expect(living.get(card.id)).toMatchObject({ text: 'Changed here' });
  expect(living.has(persona.id)).toBe(false);
  expect(saved.tombstones.map(({ id }) => id)).toEqual([persona.id]);
});

test('another document, a newer file and what is no project are told apart, and nothing changes', async () => {
  const mine = need(await here.open(path));
  await saveNew(there, bench.path('stranger.meander'), sampleRecords());
  expect(needFault(await here.compareVersion(mine.handle, bench.path('stranger.meander')))).toEqual({
    code: 'otherDocument',
  });
  await writeFile(bench.path('text.meander'), 'Not a project');
  expect(needFault(await here.compareVersion(mine.handle, bench.path('text.meander')))).toEqual({
    code: 'notAProject',
  });
  expect(needFault(await here.compareVersion(mine.handle, bench.path('gone.meander')))).toEqual({ code: 'missing' });
  expect(needFault(await here.compareVersion('document:none', path))).toEqual({ code: 'notOpen' });
  expect(await here.lookAtFile('document:none')).toBe(null);
  await rm(path);
  expect(await here.lookAtFile(mine.handle)).toBe('gone');
  expect(await recordsNow(here, mine.handle)).toEqual(recordsOf(mine));
});
