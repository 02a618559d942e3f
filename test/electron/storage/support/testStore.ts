import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { nodeFileSystem } from '../../../../electron/storage/fileSystem.ts';
import { inspectHere } from '../../../../electron/storage/inspectHere.ts';
import { LocalProjectStore } from '../../../../electron/storage/localProjectStore.ts';
import type { StoreOptions, StoreParts } from '../../../../electron/storage/storeParts.ts';
import type {
  DocumentHandle,
  EditMessage,
  OpenedDocument,
  ProjectStore,
  PublishRequest,
} from '../../../../shared/ipc/projectStore.ts';
import type { MeanderRecord } from '../../../../shared/records/records.ts';
import { EMPTY_DIFF } from '../../../../shared/store/recordsDiff.ts';
import type { Result } from '../../../../shared/util/result.ts';
import { sampleRecords } from './sampleRecords.ts';

/** A folder of one test, with the stores started in it. */
export class TestBench {
  readonly folder: string;
  readonly #stores: LocalProjectStore[] = [];
  #crashes = 0;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(): Promise<TestBench> {
    return new TestBench(await mkdtemp(join(tmpdir(), 'meander-')));
  }

  /** A path for a person's file. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Starts a store; stores of the same name have the same private folder. */
  async start(
    name = 'private',
    parts: Partial<StoreParts> = {},
    options: Partial<StoreOptions> = {},
  ): Promise<LocalProjectStore> {
    const store = await LocalProjectStore.start(
      { folder: join(this.folder, `.${name}`), account: 'nele', computer: name, historyBytes: 1e9, ...options },
      { ...realParts, ...parts },
    );
    this.#stores.push(store);
    return store;
  }

  /** What a computer finds that was switched off now: a copy of the private folder, under a new name. */
  async crash(name = 'private'): Promise<string> {
    this.#crashes += 1;
    const after = `${name}-after-${this.#crashes}`;
    await cp(join(this.folder, `.${name}`), join(this.folder, `.${after}`), { recursive: true });
    return after;
  }

  async remove(): Promise<void> {
    for (const store of this.#stores) await store.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A bench with a project that another computer saved, and the path of its file. */
export async function benchWithJourney(): Promise<{ readonly bench: TestBench; readonly path: string }> {
  const bench = await TestBench.make();
  const path = bench.path('journey.meander');
  await saveNew(await bench.start('maker'), path, sampleRecords());
  return { bench, path };
}

/** Everything real but the waiting. */
export const realParts: StoreParts = {
  fileSystem: nodeFileSystem,
  inspector: inspectHere,
  randomText: nanoid,
  newUuid: randomUUID,
  now: Date.now,
  sleep: async () => {},
};

/** The value of a success; throws otherwise. */
export function need<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`It failed: ${JSON.stringify(result.reason)}`);
  return result.value;
}

/** The reason of a failure; throws otherwise. */
export function needFault<Reason>(result: Result<unknown, Reason>): Reason {
  if (result.ok) throw new Error('It succeeded');
  return result.reason;
}

/** An ordinary save. */
export const SAVE: PublishRequest = { author: 'Nele', target: null, asCopy: false, replace: false };

/** A save to a path. */
export function saveAs(target: string, more: Partial<PublishRequest> = {}): PublishRequest {
  return { ...SAVE, target, ...more };
}

/** An edit that puts one record in the place of another. */
export function update(number: number, from: MeanderRecord, to: MeanderRecord): EditMessage {
  return { number, label: 'edit.test', diff: { ...EMPTY_DIFF, updated: new Map([[from.id, [from, to]]]) } };
}

/** An edit that adds records. */
export function add(number: number, ...records: readonly MeanderRecord[]): EditMessage {
  const added = new Map(records.map((record) => [record.id, record]));
  return { number, label: 'edit.test', diff: { ...EMPTY_DIFF, added } };
}

/** An edit that removes records. */
export function remove(number: number, ...records: readonly MeanderRecord[]): EditMessage {
  const removed = new Map(records.map((record) => [record.id, record]));
  return { number, label: 'edit.test', diff: { ...EMPTY_DIFF, removed } };
}

/** The records of a document by id, for comparison. */
export function byId(records: Iterable<MeanderRecord>): ReadonlyMap<string, MeanderRecord> {
  return new Map([...records].map((record) => [record.id, record]));
}

/** The card whose text an edit of a test changes. */
export function firstCard(records: readonly MeanderRecord[]): Extract<MeanderRecord, { type: 'card' }> {
  for (const record of records) if (record.type === 'card') return record;
  throw new Error('There is no card');
}

/** Makes a document of records, saves it and closes it. */
export async function saveNew(
  store: ProjectStore,
  path: string,
  records: readonly MeanderRecord[],
): Promise<OpenedDocument> {
  const opened = need(await store.create(records, []));
  need(await store.publish(opened.handle, saveAs(path)));
  await store.close(opened.handle, false);
  return opened;
}

/** Opens a file, changes the first card's text and leaves the document open. */
export async function openAndEdit(
  store: ProjectStore,
  path: string,
  text: string,
): Promise<{ readonly handle: DocumentHandle; readonly records: ReadonlyMap<string, MeanderRecord> }> {
  const opened = need(await store.open(path));
  const card = firstCard(opened.records);
  const edited = { ...card, text };
  need(await store.commit(opened.handle, update(opened.lastEdit + 1, card, edited)));
  return { handle: opened.handle, records: byId([...opened.records, edited]) };
}
