import { setTimeout as sleep } from 'node:timers/promises';
import type {
  CommitFault,
  DocumentHandle,
  OpenedDocument,
  OpenFault,
  ProjectStore,
  PublishFault,
  SaveState,
} from '../../../shared/ipc/projectStore.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';

/** A running storage process. Calls of `store` reject when it ends. */
export interface StorageConnection {
  readonly store: ProjectStore;
  /** Resolves when the process has ended, whatever the reason; before the pending calls reject. */
  readonly ended: Promise<void>;
  readonly hasEnded: () => boolean;
  /** Ends the process. */
  stop(): void;
}

/** What the supervisor tells: started anew with nothing lost, or edits are no longer kept. */
export type StorageNews = 'restarted' | 'lost';

/** An open document: its handle stays what the window knows, whatever the process calls it now. */
interface OpenEntry {
  readonly workId: string;
  /** The process's own handle; null when it could not be opened again. */
  current: DocumentHandle | null;
  /** Calls of one document follow each other, so that no edit overtakes one that is sent again. */
  turn: Promise<unknown>;
}

/** More ends than this within the time below: something is wrong that starting again does not mend. */
const MOST_ENDS = 3;
const WITHIN = 60_000;

/** How long documents are waited for at the end, in milliseconds. */
const PATIENCE_AT_END = 5_000;

/** What the supervisor knows of time, in milliseconds. */
export interface SupervisorClock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

const CLOCK: SupervisorClock = { now: Date.now, sleep: (milliseconds) => sleep(milliseconds) };

const GONE = 'the storage process ended';

/**
 * The `ProjectStore` the rest of main talks to. When the process behind it ends, a new one is started, the documents
 * that were open are opened again from their working copies, and an edit whose answer never came is sent once more
 * (the store ignores a number it has kept). Only a save or an opening that was cut off is reported as failed.
 */
export class StorageSupervisor implements ProjectStore {
  readonly #connect: () => StorageConnection;
  readonly #tell: (news: StorageNews) => void;
  readonly #now: () => number;
  readonly #sleep: (milliseconds: number) => Promise<unknown>;
  readonly #documents = new Map<DocumentHandle, OpenEntry>();
  readonly #closing = new Set<Promise<void>>();
  #ends: readonly number[] = [];
  #stopped = false;
  /** The connection with all documents open; null when it was given up, undefined before the first call. */
  #connection: Promise<StorageConnection | null> | undefined;

  constructor(connect: () => StorageConnection, tell: (news: StorageNews) => void, clock: SupervisorClock = CLOCK) {
    this.#connect = connect;
    this.#tell = tell;
    this.#now = clock.now;
    this.#sleep = clock.sleep;
  }

  /** Closes all documents, keeping what no file has, and ends the process; also when a drive does not answer. */
  async stop(): Promise<void> {
    for (const handle of [...this.#documents.keys()]) void this.close(handle, false);
    // What is not put away by then is found by the next start, as after a crash.
    await Promise.race([Promise.allSettled(this.#closing), this.#sleep(PATIENCE_AT_END)]);
    this.#stopped = true;
    const connection = await this.#connection;
    connection?.stop();
    await Promise.race([connection?.ended, this.#sleep(PATIENCE_AT_END)]);
  }

  isThere: ProjectStore['isThere'] = (path) => this.#ask((store) => store.isThere(path), nothing(true));
  read: ProjectStore['read'] = (path) => this.#ask((store) => store.read(path), storageFailed);
  open: ProjectStore['open'] = (path) => this.#openWith((store) => store.open(path));
  openCopy: ProjectStore['openCopy'] = (path) => this.#openWith((store) => store.openCopy(path));
  create: ProjectStore['create'] = (records, assets) => this.#openWith((store) => store.create(records, assets));
  giveUp: ProjectStore['giveUp'] = (from) => this.#ask((store) => store.giveUp(from), nothing(undefined));
  resume: ProjectStore['resume'] = (workId) => this.#openWith((store) => store.resume(workId));
  listUnsaved: ProjectStore['listUnsaved'] = () => this.#ask((store) => store.listUnsaved(), nothing([]));
  discard: ProjectStore['discard'] = (workId) => this.#ask((store) => store.discard(workId), nothing(undefined));
  listVersions: ProjectStore['listVersions'] = (of) => this.#ask((store) => store.listVersions(of), nothing([]));

  salvage: ProjectStore['salvage'] = async (from) => {
    const salvaged = await this.#ask<Awaited<ReturnType<ProjectStore['salvage']>>>(
      (store) => store.salvage(from),
      storageFailed,
    );
    if (salvaged.ok) this.#note(salvaged.value.document);
    return salvaged;
  };

  commit: ProjectStore['commit'] = (handle, edit) =>
    this.#askAgain<Result<SaveState, CommitFault>>(
      handle,
      (store, current) => store.commit(current, edit),
      notOpen,
      storageFailed,
    );

  putAsset: ProjectStore['putAsset'] = (handle, mime, bytes) =>
    this.#askAgain<Result<string, CommitFault>>(
      handle,
      (store, current) => store.putAsset(current, mime, bytes),
      notOpen,
      storageFailed,
    );

  publish: ProjectStore['publish'] = (handle, request) =>
    this.#askOnce<Result<SaveState, PublishFault>>(
      handle,
      (store, current) => store.publish(current, request),
      notOpen,
      storageFailed,
    );

  keepState: ProjectStore['keepState'] = (handle, author) =>
    this.#askOnce<Result<null, PublishFault>>(
      handle,
      (store, current) => store.keepState(current, author),
      notOpen,
      storageFailed,
    );

  joinVersion: ProjectStore['joinVersion'] = (handle, path, head) =>
    this.#askOnce<Awaited<ReturnType<ProjectStore['joinVersion']>>>(
      handle,
      (store, current) => store.joinVersion(current, path, head),
      notOpen,
      storageFailed,
    );

  adoptVersion: ProjectStore['adoptVersion'] = (handle, head) =>
    this.#askOnce<Awaited<ReturnType<ProjectStore['adoptVersion']>>>(
      handle,
      (store, current) => store.adoptVersion(current, head),
      notOpen,
      storageFailed,
    );

  compareVersion: ProjectStore['compareVersion'] = (handle, path) =>
    this.#askAgain<Awaited<ReturnType<ProjectStore['compareVersion']>>>(
      handle,
      (store, current) => store.compareVersion(current, path),
      notOpen,
      storageFailed,
    );

  lookAtFile: ProjectStore['lookAtFile'] = (handle) =>
    this.#askAgain(handle, (store, current) => store.lookAtFile(current), nothing(null), nothing(null));

  findMoved: ProjectStore['findMoved'] = (lost) => {
    if ('uuid' in lost) return this.#ask((store) => store.findMoved(lost), nothing(null));
    // Not in turn: it may take seconds, and edits go on meanwhile.
    const handle = this.#documents.get(lost.handle)?.current ?? null;
    if (handle === null) return Promise.resolve(null);
    return this.#ask((store) => store.findMoved({ ...lost, handle }), nothing(null));
  };

  followFile: ProjectStore['followFile'] = (handle, path) =>
    this.#askOnce<Awaited<ReturnType<ProjectStore['followFile']>>>(
      handle,
      (store, current) => store.followFile(current, path),
      notOpen,
      storageFailed,
    );

  glance: ProjectStore['glance'] = (handle) =>
    this.#askAgain(handle, (store, current) => store.glance(current), nothing(null), nothing(null));

  tombstones: ProjectStore['tombstones'] = (handle) =>
    this.#askAgain(handle, (store, current) => store.tombstones(current), nothing([]), nothing([]));

  tellVersions: ProjectStore['tellVersions'] = (handle) =>
    this.#askAgain(handle, (store, current) => store.tellVersions(current), nothing([]), nothing([]));

  readVersion: ProjectStore['readVersion'] = (handle, revision) =>
    this.#askAgain<Awaited<ReturnType<ProjectStore['readVersion']>>>(
      handle,
      (store, current) => store.readVersion(current, revision),
      storageFailed,
      storageFailed,
    );

  nameVersion: ProjectStore['nameVersion'] = (handle, revision, name) =>
    this.#askAgain(
      handle,
      (store, current) => store.nameVersion(current, revision, name),
      nothing(undefined),
      nothing(undefined),
    );

  /** A process that is started later gets the limit with what it is started with. */
  async limitHistory(bytes: number): Promise<void> {
    if (this.#connection !== undefined) await this.#ask((store) => store.limitHistory(bytes), nothing(undefined));
  }

  async contents(handle: DocumentHandle): Promise<OpenedDocument | null> {
    const found = await this.#askAgain(
      handle,
      (store, current) => store.contents(current),
      nothing(null),
      nothing(null),
    );
    return found && { ...found, handle };
  }

  readAsset: ProjectStore['readAsset'] = (from, hash) => {
    if (typeof from === 'object') return this.#ask((store) => store.readAsset(from, hash), nothing(null));
    const entry = this.#documents.get(from);
    if (entry === undefined) return Promise.resolve(null);
    // Not in turn: pictures are read while a save runs.
    return this.#untilAnswered(entry, (store, current) => store.readAsset(current, hash), nothing(null), nothing(null));
  };

  close: ProjectStore['close'] = (handle, discard) => {
    const entry = this.#documents.get(handle);
    if (entry === undefined) return Promise.resolve();
    const close = async ({ current }: OpenEntry): Promise<void> => {
      if (current !== null) await this.#ask((store) => store.close(current, discard), nothing(undefined));
    };
    const closed = this.#inTurn(handle, nothing(undefined), close).finally(() => this.#closing.delete(closed));
    this.#closing.add(closed);
    // From here on nobody can ask for it, and no restart opens it again.
    this.#documents.delete(handle);
    return closed;
  };

  /** The first call starts the process: a start screen is on the screen before that. */
  #ready(): Promise<StorageConnection | null> {
    this.#connection ??= Promise.resolve(this.#stopped ? null : this.#start());
    return this.#connection;
  }

  #start(): StorageConnection {
    const connection = this.#connect();
    void connection.ended.then(() => {
      this.#connection = this.#recover();
    });
    return connection;
  }

  async #recover(): Promise<StorageConnection | null> {
    if (this.#stopped) return null;
    const now = this.#now();
    this.#ends = [...this.#ends.filter((at) => now - at < WITHIN), now];
    if (this.#ends.length > MOST_ENDS) {
      this.#tell('lost');
      return null;
    }
    const connection = this.#start();
    let isWhole = true;
    for (const entry of this.#documents.values()) {
      const opened = await connection.store.resume(entry.workId).catch(() => null);
      // The next start is at work on them by now.
      if (connection.hasEnded()) return connection;
      entry.current = opened?.ok ? opened.value.handle : null;
      isWhole &&= entry.current !== null;
    }
    if (this.#documents.size > 0) this.#tell(isWhole ? 'restarted' : 'lost');
    return connection;
  }

  /** A call that belongs to no open document. */
  async #ask<Answer>(
    call: (store: ProjectStore) => Promise<Answer>,
    otherwise: (detail: string) => Answer,
  ): Promise<Answer> {
    const connection = await this.#ready();
    if (connection === null) return otherwise(GONE);
    try {
      return await call(connection.store);
    } catch (error) {
      if (!connection.hasEnded()) throw error;
      return otherwise(GONE);
    }
  }

  async #openWith(
    call: (store: ProjectStore) => Promise<Result<OpenedDocument, OpenFault>>,
  ): Promise<Result<OpenedDocument, OpenFault>> {
    const opened = await this.#ask(call, storageFailed);
    if (!opened.ok) {
      const { reason } = opened;
      return reason.code === 'alreadyOpen' ? failure({ ...reason, handle: this.#handleOf(reason.handle) }) : opened;
    }
    this.#note(opened.value);
    return success(opened.value);
  }

  #note({ handle, workId }: OpenedDocument): void {
    this.#documents.set(handle, { workId, current: handle, turn: Promise.resolve() });
  }

  /** A call that may be made twice: when its answer never came, it is made again of the next process. */
  async #askAgain<Answer>(
    handle: DocumentHandle,
    call: (store: ProjectStore, current: DocumentHandle) => Promise<Answer>,
    whenClosed: (detail: string) => Answer,
    otherwise: (detail: string) => Answer,
  ): Promise<Answer> {
    return this.#inTurn(handle, whenClosed, (entry) => this.#untilAnswered(entry, call, whenClosed, otherwise));
  }

  async #untilAnswered<Answer>(
    entry: OpenEntry,
    call: (store: ProjectStore, current: DocumentHandle) => Promise<Answer>,
    whenClosed: (detail: string) => Answer,
    otherwise: (detail: string) => Answer,
  ): Promise<Answer> {
    for (;;) {
      const connection = await this.#ready();
      if (connection === null) return otherwise(GONE);
      if (entry.current === null) return whenClosed(GONE);
      try {
        return await call(connection.store, entry.current);
      } catch (error) {
        if (!connection.hasEnded()) throw error;
        // Until the next one is being started: `#connection` still is the one that ended.
        await connection.ended;
      }
    }
  }

  /** A call that is not repeated: nobody knows how far it came. */
  async #askOnce<Answer>(
    handle: DocumentHandle,
    call: (store: ProjectStore, current: DocumentHandle) => Promise<Answer>,
    whenClosed: (detail: string) => Answer,
    otherwise: (detail: string) => Answer,
  ): Promise<Answer> {
    return this.#inTurn(handle, whenClosed, async (entry) => {
      await this.#ready();
      const { current } = entry;
      return current === null ? whenClosed(GONE) : this.#ask((store) => call(store, current), otherwise);
    });
  }

  async #inTurn<Answer>(
    handle: DocumentHandle,
    whenClosed: (detail: string) => Answer,
    work: (entry: OpenEntry) => Promise<Answer>,
  ): Promise<Answer> {
    const entry = this.#documents.get(handle);
    if (entry === undefined) return whenClosed('no such document');
    const answer = entry.turn.then(() => work(entry));
    entry.turn = answer.catch(() => undefined);
    return answer;
  }

  #handleOf(current: DocumentHandle): DocumentHandle {
    for (const [handle, entry] of this.#documents) if (entry.current === current) return handle;
    return current;
  }
}

function nothing<Value>(value: Value): () => Value {
  return () => value;
}

function storageFailed(detail: string): Result<never, { readonly code: 'storageFailed'; readonly detail: string }> {
  return failure({ code: 'storageFailed', detail });
}

function notOpen(): Result<never, { readonly code: 'notOpen' }> {
  return failure({ code: 'notOpen' });
}
