import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalProjectStore } from '../../../electron/storage/localProjectStore.ts';
import type { OpenedDocument } from '../../../shared/ipc/projectStore.ts';
import type { Id } from '../../../shared/records/ids.ts';
import type { MeanderRecord } from '../../../shared/records/records.ts';
import { applyDiff, diffRecords } from '../../../shared/store/recordsDiff.ts';
import { countFigures, patienceOf, roundsOf } from '../../fixtures/endurance.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { firstCard, need, SAVE, saveAs, saveNew, TestBench } from './support/testStore.ts';

let bench: TestBench;
beforeEach(async () => {
  bench = await TestBench.make();
});
// A long run leaves thousands of files.
afterEach(() => bench.remove(), patienceOf(10_000));

const SLOTS = 6;

/** What a person may do, in any order. A slot is one of a few cards, so that steps meet. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      slot: fc.nat(SLOTS - 1),
      text: fc.constantFrom('a', 'b', 'c', '😀\né'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), slot: fc.nat(SLOTS - 1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('saveCopy' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A document in a store beside a plain map of what it should hold. */
class Walk {
  #store: LocalProjectStore;
  #name = 'private';
  #document: OpenedDocument;
  readonly #path: string;
  #records: ReadonlyMap<Id, MeanderRecord>;
  #saved: ReadonlyMap<Id, MeanderRecord>;
  #past: ReadonlyMap<Id, MeanderRecord>[] = [];
  #number: number;

  private constructor(store: LocalProjectStore, document: OpenedDocument, path: string) {
    this.#store = store;
    this.#document = document;
    this.#path = path;
    this.#records = new Map(document.records.map((record) => [record.id, record]));
    this.#saved = this.#records;
    this.#number = document.lastEdit;
  }

  static async begin(path: string): Promise<Walk> {
    const store = await bench.start();
    await saveNew(store, path, sampleRecords(1));
    return new Walk(store, need(await store.open(path)), path);
  }

  async take(taken: Step): Promise<void> {
    if (taken.do === 'write') await this.#edit((records) => records.set(...card(taken.slot, taken.text)));
    else if (taken.do === 'remove') await this.#edit((records) => records.delete(card(taken.slot, '')[0]));
    else if (taken.do === 'undo') await this.#undo();
    else if (taken.do === 'save') await this.#save();
    else if (taken.do === 'saveCopy') await this.#saveCopy();
    else if (taken.do === 'reopen') await this.#reopen();
    else await this.#crash();
  }

  /** Saves, closes and reads: the file holds what it should. */
  async end(): Promise<void> {
    await this.#save();
    await this.#store.close(this.#document.handle, false);
    const { records, tombstones, revisions } = need(await this.#store.read(this.#path));
    expect(new Map(records.map((record) => [record.id, record]))).toEqual(this.#records);
    expect(tombstones.filter(({ id }) => this.#records.has(id))).toEqual([]);
    expect(new Set(revisions.map(({ id }) => id)).size).toBe(revisions.length);
    await this.#store.stop();
  }

  async #edit(change: (records: Map<Id, MeanderRecord>) => unknown): Promise<void> {
    const next = new Map(this.#records);
    change(next);
    this.#past.push(this.#records);
    await this.#commit(next);
  }

  async #undo(): Promise<void> {
    const before = this.#past.pop();
    if (before !== undefined) await this.#commit(before);
  }

  async #commit(next: ReadonlyMap<Id, MeanderRecord>): Promise<void> {
    const diff = diffRecords(this.#records, next);
    this.#number += 1;
    need(await this.#store.commit(this.#document.handle, { number: this.#number, label: 'edit.test', diff }));
    this.#records = applyDiff(this.#records, diff);
  }

  async #save(): Promise<void> {
    const state = need(await this.#store.publish(this.#document.handle, SAVE));
    expect(state.unsavedEdits).toBe(0);
    this.#saved = this.#records;
    await this.#expectFile();
  }

  async #saveCopy(): Promise<void> {
    const target = `${this.#path}.copy`;
    need(await this.#store.publish(this.#document.handle, saveAs(target, { asCopy: true, replace: true })));
    const copy = need(await this.#store.read(target));
    expect(new Map(copy.records.map((record) => [record.id, record]))).toEqual(this.#records);
    await this.#expectFile();
  }

  async #reopen(): Promise<void> {
    await this.#store.close(this.#document.handle, false);
    await this.#opened(need(await this.#store.open(this.#path)));
  }

  async #crash(): Promise<void> {
    const after = await bench.crash(this.#name);
    await this.#store.stop();
    this.#name = after;
    this.#store = await bench.start(after);
    await this.#opened(need(await this.#store.resume(this.#document.workId)));
  }

  async #opened(document: OpenedDocument): Promise<void> {
    this.#document = document;
    this.#number = document.lastEdit;
    expect(new Map(document.records.map((record) => [record.id, record]))).toEqual(this.#records);
    await this.#expectFile();
  }

  async #expectFile(): Promise<void> {
    const { records } = need(await this.#store.read(this.#path));
    expect(new Map(records.map((record) => [record.id, record]))).toEqual(this.#saved);
  }
}

function card(slot: number, text: string): readonly [Id, MeanderRecord] {
  const id: Id = `card:slot${slot}`;
  return [id, { ...firstCard(sampleRecords(1)), id, text }];
}

test(
  'whatever is edited, undone, saved, reopened or cut off, in any order, the document holds what it should',
  async () => {
    let walks = 0;
    const runs = roundsOf(15, 500);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        walks += 1;
        const walk = await Walk.begin(bench.path(`journey${walks}.meander`));
        for (const taken of steps) await walk.take(taken);
        await walk.end();
      }),
      { numRuns: runs, seed: Number(process.env.MEANDER_SEED ?? 1) },
    );
    countFigures({ 'sequences of edits, saves and crashes': runs });
  },
  patienceOf(60_000),
);
