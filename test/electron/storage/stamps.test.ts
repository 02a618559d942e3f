import { afterEach, beforeEach, expect, test } from 'vitest';
import { stampEdit } from '../../../electron/storage/editStamps.ts';
import type { DocumentContents } from '../../../shared/ipc/projectStore.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { stampOf } from '../../../shared/store/stamps.ts';
import {
  add,
  benchWithJourney,
  byId,
  firstCard,
  need,
  needFault,
  remove,
  SAVE,
  saveAs,
  type TestBench,
  update,
} from './support/testStore.ts';

let bench: TestBench;
let path: string;
beforeEach(async () => {
  ({ bench, path } = await benchWithJourney());
});
afterEach(() => bench.remove());

function stamp(document: DocumentContents, id: Id, field: string): string {
  return stampOf(document.stamps.get(id) ?? {}, field);
}

function lastRevision(document: DocumentContents): string {
  return document.revisions.at(-1)?.id ?? '';
}

test('from the first save on every field names the revision that last changed it', async () => {
  const store = await bench.start();
  const first = need(await store.read(path));
  const card = firstCard(first.records);
  expect(first.revisions).toHaveLength(1);
  expect(stamp(first, card.id, 'text')).toBe(lastRevision(first));

  const opened = need(await store.open(path));
  const later = { ...card, text: 'Later' };
  need(await store.commit(opened.handle, update(1, card, later)));
  need(await store.publish(opened.handle, SAVE));
  const second = need(await store.read(path));
  need(await store.commit(opened.handle, update(2, later, { ...later, owner: 'Nele' })));
  need(await store.publish(opened.handle, SAVE));
  const third = need(await store.read(path));
  expect(stamp(third, card.id, 'kind')).toBe(lastRevision(first));
  expect(stamp(third, card.id, 'text')).toBe(lastRevision(second));
  expect(stamp(third, card.id, 'owner')).toBe(lastRevision(third));
  expect(third.revisions.map(({ parents }) => parents)).toEqual([[], [lastRevision(first)], [lastRevision(second)]]);
  const map = third.records.find(({ type }) => type === 'map');
  expect(third.stamps.get(map?.id ?? card.id)).toEqual({ '*': lastRevision(first) });
});

test('an edit that was undone before the save leaves the stamps as they were', async () => {
  const store = await bench.start();
  const before = need(await store.read(path));
  const card = firstCard(before.records);
  const { handle } = need(await store.open(path));
  need(await store.commit(handle, update(1, card, { ...card, text: 'By mistake', owner: 'Nele' })));
  need(await store.commit(handle, update(2, card, { ...card, owner: 'Nele' })));
  need(await store.publish(handle, SAVE));
  const after = need(await store.read(path));
  expect(stamp(after, card.id, 'text')).toBe(lastRevision(before));
  expect(stamp(after, card.id, 'owner')).toBe(lastRevision(after));
});

test('a removal that was undone before the save leaves neither tombstone nor new stamps', async () => {
  const store = await bench.start();
  const before = need(await store.read(path));
  const card = firstCard(before.records);
  const { handle } = need(await store.open(path));
  need(await store.commit(handle, remove(1, card)));
  expect(await store.tombstones(handle)).toEqual([card.id]);
  need(await store.commit(handle, add(2, card)));
  expect(await store.tombstones(handle)).toEqual([]);
  need(await store.publish(handle, SAVE));
  const after = need(await store.read(path));
  expect(after.stamps.get(card.id)).toEqual(before.stamps.get(card.id));
  expect(after.tombstones).toEqual([]);
});

test('a removal that was saved keeps its tombstone when the record comes back and goes again', async () => {
  const store = await bench.start();
  const card = firstCard(need(await store.read(path)).records);
  const { handle } = need(await store.open(path));
  need(await store.commit(handle, remove(1, card)));
  need(await store.publish(handle, SAVE));
  need(await store.commit(handle, add(2, card)));
  need(await store.commit(handle, remove(3, card)));
  need(await store.publish(handle, SAVE));
  const after = need(await store.read(path));
  expect(after.tombstones).toEqual([{ id: card.id, revision: lastRevision(after) }]);
});

test('an edit that stands in a saved copy is undone by an edit of its own', async () => {
  const store = await bench.start();
  const before = need(await store.read(path));
  const card = firstCard(before.records);
  const { handle } = need(await store.open(path));
  need(await store.commit(handle, update(1, card, { ...card, text: 'In the copy' })));
  need(await store.publish(handle, saveAs(bench.path('copy.meander'), { asCopy: true })));
  need(await store.commit(handle, update(2, { ...card, text: 'In the copy' }, card)));
  need(await store.publish(handle, SAVE));
  const [copy, own] = [need(await store.read(bench.path('copy.meander'))), need(await store.read(path))];
  expect(stamp(copy, card.id, 'text')).toBe(lastRevision(copy));
  expect(own.revisions.map(({ id }) => id)).toContain(lastRevision(copy));
  // A merge sees: the copy does not know this revision, so the document changed the text later.
  expect(copy.revisions.map(({ id }) => id)).not.toContain(stamp(own, card.id, 'text'));
});

test('two copies that part can tell whose change is whose', async () => {
  const [here, there] = [await bench.start('here'), await bench.start('there')];
  const base = need(await here.read(path));
  const card = firstCard(base.records);
  const other = bench.path('theirs.meander');
  const [mine, theirs] = [need(await here.open(path)), need(await there.open(path))];
  need(await here.commit(mine.handle, update(1, card, { ...card, text: 'Mine' })));
  need(await here.publish(mine.handle, SAVE));
  need(await there.commit(theirs.handle, update(1, card, { ...card, owner: 'Them' })));
  need(await there.publish(theirs.handle, saveAs(other)));
  const [a, b] = [need(await here.read(path)), need(await here.read(other))];
  const known = (document: DocumentContents) => new Set(document.revisions.map(({ id }) => id));
  expect(known(b).has(stamp(a, card.id, 'text'))).toBe(false);
  expect(known(a).has(stamp(b, card.id, 'text'))).toBe(true);
  expect(known(a).has(stamp(b, card.id, 'owner'))).toBe(false);
  expect(known(b).has(stamp(a, card.id, 'owner'))).toBe(true);
  expect(a.uuid).toBe(b.uuid);
});

test('a version that was merged in may be replaced, and is an ancestor from then on', async () => {
  const [here, there] = [await bench.start('here'), await bench.start('there')];
  const card = firstCard(need(await here.read(path)).records);
  const [mine, theirs] = [need(await here.open(path)), need(await there.open(path))];
  need(await there.commit(theirs.handle, update(1, card, { ...card, owner: 'Them' })));
  const lost = need(await there.read(path)).records.find(({ type }) => type === 'persona') ?? card;
  need(await there.commit(theirs.handle, remove(2, lost)));
  need(await there.publish(theirs.handle, SAVE));
  need(await here.commit(mine.handle, update(1, card, { ...card, text: 'Mine' })));
  expect(needFault(await here.publish(mine.handle, SAVE))).toEqual({ code: 'changedOnDisk' });

  const merged = { ...card, text: 'Mine', owner: 'Them' };
  need(await here.commit(mine.handle, update(2, { ...card, text: 'Mine' }, merged)));
  need(await here.commit(mine.handle, remove(3, lost)));
  const head = need(await here.read(path)).head ?? '';
  expect(needFault(await here.joinVersion(mine.handle, path, 'another'))).toEqual({ code: 'otherVersion' });
  need(await here.joinVersion(mine.handle, path, head));
  need(await here.publish(mine.handle, SAVE));
  const after = need(await here.read(path));
  expect(firstCard(after.records)).toEqual(merged);
  const [first, theirRevision, merge] = after.revisions;
  expect(theirRevision?.id).toBe(head);
  expect(merge?.parents).toEqual([first?.id, theirRevision?.id]);
  expect(after.tombstones.map(({ id }) => id)).toEqual([lost.id]);
  // The other computer, which knows nothing of this yet, is not allowed to overwrite it.
  need(await there.commit(theirs.handle, update(3, card, { ...card, note: 'Once more' })));
  expect(needFault(await there.publish(theirs.handle, SAVE))).toEqual({ code: 'changedOnDisk' });
});

test('a copy opened as a new document has an id of its own and no history', async () => {
  const store = await bench.start();
  const original = need(await store.read(path));
  const copy = need(await store.openCopy(path));
  expect(copy.uuid).not.toBe(original.uuid);
  expect(copy.revisions).toEqual([]);
  expect(copy.save).toMatchObject({ fileName: null, unsavedEdits: 0, savedAt: null });
  expect(byId(copy.records)).toEqual(byId(original.records));
});

test('revisions come in the order of descent, whatever the clocks of their computers say', async () => {
  let clock = 2_000_000_000_000;
  const store = await bench.start('private', { now: () => clock });
  const opened = need(await store.open(path));
  let card = firstCard(opened.records);
  for (let number = 1; number <= 5; number += 1) {
    const next = { ...card, text: `Version ${number}` };
    need(await store.commit(opened.handle, update(number, card, next)));
    need(await store.publish(opened.handle, SAVE));
    card = next;
    clock -= 1_000_000_000;
  }
  const { revisions } = need(await store.read(path));
  revisions.forEach(({ parents }, at) => {
    expect(parents).toEqual(at === 0 ? [] : [revisions[at - 1]?.id]);
  });
});

test('a field that was changed twice keeps the later revision, one changed back the earlier', () => {
  const saved = { fields: { a: 1, b: 1, c: 1 }, stamps: { '*': 'r1', b: 'r2' } };
  const now = { fields: { a: 2, b: 2, c: 1 }, stamps: { '*': 'r1', a: 'r3', b: 'r3' } };
  expect(stampEdit({ a: 3, b: 1, c: 1 }, { now, saved }, 'r4')).toEqual({ '*': 'r1', a: 'r4', b: 'r2' });
  expect(stampEdit({ a: 2, b: 2, c: 2 }, { now, saved: null }, 'r4')).toEqual({ '*': 'r1', a: 'r3', b: 'r3', c: 'r4' });
  expect(stampEdit({ a: 1, b: 1, c: 9 }, { now: null, saved }, 'r4')).toEqual({ '*': 'r1', b: 'r2', c: 'r4' });
  expect(stampEdit({ a: 1 }, { now: null, saved: null }, 'r4')).toEqual({ '*': 'r4' });
});
