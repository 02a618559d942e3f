import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspectHere } from '../../../electron/storage/inspectHere.ts';
import type { LocalProjectStore } from '../../../electron/storage/localProjectStore.ts';
import type { OpenedDocument } from '../../../shared/ipc/projectStore.ts';
import type { MeanderRecord } from '../../../shared/records/records.ts';
import { redo, undo } from '../../../shared/store/history.ts';
import type { EditStep } from '../../../shared/store/historyLog.ts';
import { reverseDiff } from '../../../shared/store/recordsDiff.ts';
import { startStorage } from './support/storageChild.ts';
import { benchWithJourney, firstCard, need, SAVE, type TestBench, update } from './support/testStore.ts';

let bench: TestBench;
let path: string;
beforeEach(async () => {
  ({ bench, path } = await benchWithJourney());
});
afterEach(() => bench.remove());

const EDIT: EditStep = { kind: 'edit', joins: false, selectionBefore: [], selectionAfter: [], at: 1 };

type Store = Pick<LocalProjectStore, 'commit'>;

/** Writes "One", "Two", "Three" and takes the last one back. */
async function writeAndTakeBack(store: Store, { handle, records, lastEdit }: OpenedDocument): Promise<void> {
  let card: MeanderRecord = firstCard(records);
  let number = lastEdit;
  for (const text of ['One', 'Two', 'Three']) {
    const next: MeanderRecord = { ...firstCard(records), text };
    number += 1;
    const edit = update(number, card, next);
    need(await store.commit(handle, { ...edit, step: EDIT }));
    card = next;
    if (text !== 'Three') continue;
    const back = { number: number + 1, label: 'edit.undo', diff: reverseDiff(edit.diff) };
    need(await store.commit(handle, { ...back, step: { kind: 'undo' } }));
  }
}

/** What undo and redo would write on the card, the next first. */
function waysOf({ history, records }: OpenedDocument): {
  readonly back: readonly string[];
  readonly on: readonly string[];
} {
  const { id } = firstCard(records);
  const follow = (way: typeof undo): readonly string[] => {
    const texts: string[] = [];
    for (let step = way(history); step !== null; step = way(step.history)) {
      const to = step.diff.updated.get(id)?.[1];
      if (to?.type === 'card') texts.push(to.text);
    }
    return texts;
  };
  return { back: follow(undo), on: follow(redo) };
}

test('a process that is killed leaves undo and redo to the next one', async () => {
  const first = startStorage(bench.path('.private'), (request) => inspectHere.inspect(request));
  const opened = need(await first.store.open(path));
  const { text } = firstCard(opened.records);
  await writeAndTakeBack(first.store, opened);
  first.child.kill('SIGKILL');
  await first.ended;
  const next = await bench.start();
  const [unsaved] = await next.listUnsaved();
  const resumed = need(await next.resume(unsaved?.workId ?? ''));
  expect(firstCard(resumed.records).text).toBe('Two');
  expect(waysOf(resumed)).toEqual({ back: ['One', text], on: ['Three'] });
});

test('also when everything had been saved before the crash, and when the file is opened instead', async () => {
  const store = await bench.start();
  const opened = need(await store.open(path));
  await writeAndTakeBack(store, opened);
  need(await store.publish(opened.handle, SAVE));
  const next = await bench.start(await bench.crash());
  expect(await next.listUnsaved()).toEqual([]);
  const again = need(await next.open(path));
  expect(again).toMatchObject({ recoveredEdits: 0, file: 'unchanged', save: { unsavedEdits: 0 } });
  expect(waysOf(again)).toMatchObject({ back: ['One', firstCard(opened.records).text], on: ['Three'] });
});

test('a line that was cut off takes with it only what came before it, and new edits go on from there', async () => {
  const store = await bench.start();
  const opened = need(await store.open(path));
  await writeAndTakeBack(store, opened);
  const after = await bench.crash();
  const log = bench.path(`.${after}/work/${opened.workId}/undo.log`);
  writeFileSync(log, readFileSync(log).subarray(0, -10));
  const next = await bench.start(after);
  const resumed = need(await next.resume(opened.workId));
  expect(waysOf(resumed)).toEqual({ back: [], on: [] });
  const card = { ...firstCard(opened.records), text: 'Two' };
  need(await next.commit(resumed.handle, { ...update(5, card, { ...card, text: 'Five' }), step: EDIT }));
  const contents = await next.contents(resumed.handle);
  expect(contents && waysOf(contents)).toEqual({ back: ['Two'], on: [] });
});

test('is forgotten once the document is saved and closed, and kept with edits that are not saved', async () => {
  const store = await bench.start();
  const first = need(await store.open(path));
  await writeAndTakeBack(store, first);
  await store.close(first.handle, false);
  const second = need(await store.open(path));
  expect(waysOf(second).back).toHaveLength(2);
  need(await store.publish(second.handle, SAVE));
  await store.close(second.handle, false);
  expect(need(await store.open(path)).history).toEqual({ done: [], undone: [], open: false });
});

test('an open document gives what can be taken back to a window that is loaded anew', async () => {
  const store = await bench.start();
  const opened = need(await store.open(path));
  await writeAndTakeBack(store, opened);
  const contents = await store.contents(opened.handle);
  expect(contents && waysOf(contents).back).toHaveLength(2);
});

test('an edit that nothing can take back ends what can be taken back', async () => {
  const store = await bench.start();
  const opened = need(await store.open(path));
  await writeAndTakeBack(store, opened);
  const card = { ...firstCard(opened.records), text: 'Two' };
  need(await store.commit(opened.handle, update(5, card, { ...card, text: 'Merged' })));
  expect((await store.contents(opened.handle))?.history.done).toEqual([]);
});

test('what can be taken back reaches as far as 16 MB of edits', async () => {
  const store = await bench.start();
  const { handle, records } = need(await store.open(path));
  const card = firstCard(records);
  const long = 'x'.repeat(3500);
  let before = card;
  const count = 3000;
  for (let number = 1; number <= count; number += 1) {
    const next = { ...card, text: `${number}${long}` };
    need(await store.commit(handle, { ...update(number, before, next), step: EDIT }));
    before = next;
  }
  const done = (await store.contents(handle))?.history.done.length ?? 0;
  expect(done).toBeGreaterThan(1000);
  expect(done).toBeLessThan(count);
}, 120_000);
