import { describe, expect, test, vi } from 'vitest';
import { type StorageConnection, StorageSupervisor } from '../../../electron/main/storing/storageSupervisor.ts';
import type {
  DocumentHandle,
  EditMessage,
  OpenedDocument,
  ProjectStore,
  SaveState,
} from '../../../shared/ipc/projectStore.ts';
import { EMPTY_DIFF } from '../../../shared/store/recordsDiff.ts';
import { failure, success } from '../../../shared/util/result.ts';

const saved: SaveState = { fileName: 'a.meander', unsavedEdits: 0, savedAt: 1, readOnly: false };

/** The disk under all processes: the edits each working copy has kept. */
type Disk = Map<string, number[]>;

/** A storage process that keeps the numbers of edits, and can be ended. */
class FakeProcess implements StorageConnection {
  readonly ended: Promise<void>;
  #end: () => void = () => undefined;
  #isOver = false;
  readonly #pending = new Set<(error: Error) => void>();
  readonly #disk: Disk;
  readonly #generation: number;

  constructor(disk: Disk, generation: number) {
    this.#disk = disk;
    this.#generation = generation;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  hasEnded = (): boolean => this.#isOver;

  /** Ends with every call unanswered, as a crash does. */
  stop = (): void => {
    this.#isOver = true;
    this.#end();
    for (const reject of this.#pending) reject(new Error('ended'));
  };

  readonly store = {
    open: (path: string) => this.#answer(() => this.#opened(path)),
    resume: (workId: string) =>
      this.#answer(() => (this.#disk.has(workId) ? this.#opened(workId) : failure({ code: 'missing' as const }))),
    commit: (handle: DocumentHandle, edit: EditMessage) =>
      this.#answer(() => {
        const kept = this.#disk.get(this.#workOf(handle)) ?? [];
        if (!kept.includes(edit.number)) kept.push(edit.number);
        return success({ ...saved, unsavedEdits: kept.length });
      }),
    publish: () => this.#answer(() => success(saved)),
    close: () => this.#answer(() => undefined),
    contents: (handle: DocumentHandle) =>
      this.#answer(() => {
        const opened = this.#opened(this.#workOf(handle));
        return opened.ok ? opened.value : null;
      }),
    readAsset: (handle: DocumentHandle) =>
      this.#answer(() => ({ mime: 'image/png', bytes: new TextEncoder().encode(this.#workOf(handle)) })),
    listUnsaved: () => this.#answer(() => []),
    // The rest of the store is not used here.
  } as unknown as ProjectStore;

  /** Answers in a later turn, unless the process has ended by then. */
  #answer<Answer>(give: () => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#isOver) return reject(new Error('ended'));
      this.#pending.add(reject);
      setTimeout(() => {
        this.#pending.delete(reject);
        if (!this.#isOver) resolve(give());
      });
    });
  }

  #opened(workId: string) {
    if (!this.#disk.has(workId)) this.#disk.set(workId, []);
    const handle: DocumentHandle = `document:${this.#generation}-${workId}`;
    const document = { handle, workId, lastEdit: this.#disk.get(workId)?.at(-1) ?? 0 };
    return success(document as OpenedDocument);
  }

  #workOf(handle: DocumentHandle): string {
    const [generation, workId = ''] = handle.slice('document:'.length).split('-');
    if (Number(generation) !== this.#generation) throw new Error(`The handle is of another process: ${handle}`);
    return workId;
  }
}

function setUp(sleep = (_milliseconds: number): Promise<unknown> => new Promise(() => undefined)) {
  const disk: Disk = new Map();
  const processes: FakeProcess[] = [];
  const tell = vi.fn();
  const connect = () => {
    const process = new FakeProcess(disk, processes.length);
    processes.push(process);
    return process;
  };
  const supervisor = new StorageSupervisor(connect, tell, { now: () => 0, sleep });
  const last = (): FakeProcess => {
    const process = processes.at(-1);
    if (process === undefined) throw new Error('No process was started');
    return process;
  };
  return { supervisor, disk, processes, tell, last };
}

async function openDocument(supervisor: StorageSupervisor, path: string): Promise<DocumentHandle> {
  const opened = await supervisor.open(path);
  if (!opened.ok) throw new Error(opened.reason.code);
  return opened.value.handle;
}

const edit = (number: number): EditMessage => ({ number, label: '', diff: EMPTY_DIFF });

describe('when the storage process ends', () => {
  test('edits that were not acknowledged are sent again, in order, and none twice', async () => {
    // Given a document with edits under way
    const { supervisor, disk, processes, tell, last } = setUp();
    const handle = await openDocument(supervisor, 'a');
    await supervisor.commit(handle, edit(1));
    const answers = [2, 3, 4].map((number) => supervisor.commit(handle, edit(number)));
    // When the process ends before it answers
    last().stop();
    answers.push(supervisor.commit(handle, edit(5)));
    const kept = await Promise.all(answers);
    // Then a new one keeps them all under the handle the window knows
    expect(kept.every(({ ok }) => ok)).toBe(true);
    expect(disk.get('a')).toEqual([1, 2, 3, 4, 5]);
    expect(processes).toHaveLength(2);
    expect(tell).toHaveBeenCalledExactlyOnceWith('restarted');
  });

  test('documents are asked for under their old handle', async () => {
    const { supervisor, last } = setUp();
    const handle = await openDocument(supervisor, 'a');
    await supervisor.commit(handle, edit(1));
    last().stop();
    expect(await supervisor.contents(handle)).toMatchObject({ handle, workId: 'a', lastEdit: 1 });
  });

  test('a picture that was being read is read from the next one, so that it does not look lost', async () => {
    const { supervisor, last } = setUp();
    const handle = await openDocument(supervisor, 'a');
    const picture = supervisor.readAsset(handle, 'hash');
    await vi.waitFor(() => undefined);
    last().stop();
    expect(new TextDecoder().decode((await picture)?.bytes)).toBe('a');
  });

  test('a save that was cut off is reported, not repeated', async () => {
    const { supervisor, last } = setUp();
    const handle = await openDocument(supervisor, 'a');
    const save = supervisor.publish(handle, { author: '', target: null, asCopy: false, replace: false });
    await vi.waitFor(() => undefined);
    last().stop();
    expect(await save).toMatchObject({ ok: false, reason: { code: 'storageFailed' } });
    expect(await supervisor.commit(handle, edit(1))).toMatchObject({ ok: true });
  });

  test('a document whose working copy is gone is told of as lost, and edits are not kept', async () => {
    const { supervisor, disk, tell, last } = setUp();
    const handle = await openDocument(supervisor, 'a');
    disk.clear();
    last().stop();
    expect(await supervisor.commit(handle, edit(1))).toMatchObject({ ok: false, reason: { code: 'notOpen' } });
    expect(tell).toHaveBeenCalledExactlyOnceWith('lost');
  });

  test('again and again, it is given up', async () => {
    const { supervisor, processes, tell, last } = setUp();
    const handle = await openDocument(supervisor, 'a');
    for (let ends = 1; ends <= 4; ends++) {
      last().stop();
      await supervisor.listUnsaved();
    }
    expect(processes).toHaveLength(4);
    expect(tell).toHaveBeenLastCalledWith('lost');
    expect(await supervisor.commit(handle, edit(1))).toMatchObject({ ok: false, reason: { code: 'storageFailed' } });
    expect(await supervisor.open('b')).toMatchObject({ ok: false, reason: { code: 'storageFailed' } });
  });
});

test('no process is started before something is asked of it', async () => {
  const { supervisor, processes } = setUp();
  await vi.waitFor(() => undefined);
  expect(processes).toHaveLength(0);
  await supervisor.listUnsaved();
  expect(processes).toHaveLength(1);
});

test('stopping closes the documents and starts no other process', async () => {
  const { supervisor, processes, tell } = setUp();
  await openDocument(supervisor, 'a');
  await supervisor.stop();
  expect(processes.map((process) => process.hasEnded())).toEqual([true]);
  expect(await supervisor.open('b')).toMatchObject({ ok: false });
  expect(processes).toHaveLength(1);
  expect(tell).not.toHaveBeenCalled();
});

test('stopping does not wait for a drive that does not answer', async () => {
  const { supervisor, last } = setUp(async () => undefined);
  await openDocument(supervisor, 'a');
  vi.spyOn(last().store, 'close').mockImplementation(() => new Promise(() => undefined));
  await supervisor.stop();
  expect(last().hasEnded()).toBe(true);
});

test('a handle that is not open keeps nothing', async () => {
  const { supervisor } = setUp();
  expect(await supervisor.commit('document:0-z', edit(1))).toMatchObject({ ok: false, reason: { code: 'notOpen' } });
  expect(await supervisor.contents('document:0-z')).toBeNull();
});
