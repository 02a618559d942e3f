import type { ProjectStore } from './projectStore.ts';
import type {
  InspectionEnd,
  InspectionQuestion,
  InspectionRequest,
  MessageFromStorage,
  MessageToStorage,
  StorageReply,
  Verdict,
} from './storageMessages.ts';

/** The storage process as main holds it: an Electron `UtilityProcess`, or a child process in tests. */
export interface StoragePort {
  postMessage(message: MessageToStorage): void;
  on(event: 'message', listener: (message: MessageFromStorage) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
}

/**
 * Has a private copy judged, in a process of its own that is ended when it takes too long or too much memory. `onEnd`
 * is told how to end it when nobody waits for the verdict any more.
 */
export type Inspect = (request: InspectionRequest, onEnd: (end: () => void) => void) => Promise<Verdict>;

type Answer<Method extends keyof ProjectStore> = Awaited<ReturnType<ProjectStore[Method]>>;

/**
 * The storage process as a ProjectStore. A call rejects with StorageEnded when the process ends before it answers;
 * whoever made it may make it again of the next process (the store passes over edit numbers it has kept).
 */
export function connectStorage(port: StoragePort, inspect: Inspect): ProjectStore {
  const calls = new PendingCalls(port);
  const inspections = new Inspections(port, inspect);
  port.on('message', (message) => {
    if ('inspection' in message) inspections.take(message);
    else calls.settle(message);
  });
  port.on('exit', () => calls.end());
  return {
    isThere: (...args) => calls.make('isThere', args),
    read: (...args) => calls.make('read', args),
    open: (...args) => calls.make('open', args),
    openCopy: (...args) => calls.make('openCopy', args),
    salvage: (...args) => calls.make('salvage', args),
    giveUp: (...args) => calls.make('giveUp', args),
    create: (...args) => calls.make('create', args),
    listUnsaved: (...args) => calls.make('listUnsaved', args),
    resume: (...args) => calls.make('resume', args),
    discard: (...args) => calls.make('discard', args),
    contents: (...args) => calls.make('contents', args),
    glance: (...args) => calls.make('glance', args),
    commit: (...args) => calls.make('commit', args),
    lookAtFile: (...args) => calls.make('lookAtFile', args),
    findMoved: (...args) => calls.make('findMoved', args),
    followFile: (...args) => calls.make('followFile', args),
    compareVersion: (...args) => calls.make('compareVersion', args),
    joinVersion: (...args) => calls.make('joinVersion', args),
    adoptVersion: (...args) => calls.make('adoptVersion', args),
    keepState: (...args) => calls.make('keepState', args),
    publish: (...args) => calls.make('publish', args),
    putAsset: (...args) => calls.make('putAsset', args),
    readAsset: (...args) => calls.make('readAsset', args),
    tombstones: (...args) => calls.make('tombstones', args),
    listVersions: (...args) => calls.make('listVersions', args),
    tellVersions: (...args) => calls.make('tellVersions', args),
    readVersion: (...args) => calls.make('readVersion', args),
    nameVersion: (...args) => calls.make('nameVersion', args),
    limitHistory: (...args) => calls.make('limitHistory', args),
    close: (...args) => calls.make('close', args),
  };
}

/** Why a call has no answer: the process that would have given it is gone. */
class StorageEnded extends Error {
  override readonly name = 'StorageEnded';

  constructor() {
    super('The storage process ended');
  }
}

interface PendingCall {
  readonly settle: (reply: StorageReply) => void;
  readonly reject: (error: Error) => void;
}

/** The calls a process has not answered yet. */
class PendingCalls {
  readonly #port: StoragePort;
  readonly #pending = new Map<number, PendingCall>();
  #last = 0;
  #hasEnded = false;

  constructor(port: StoragePort) {
    this.#port = port;
  }

  make<Method extends keyof ProjectStore>(
    method: Method,
    args: Parameters<ProjectStore[Method]>,
  ): Promise<Answer<Method>> {
    if (this.#hasEnded) return Promise.reject(new StorageEnded());
    this.#last += 1;
    const id = this.#last;
    return new Promise<Answer<Method>>((resolve, reject) => {
      const settle = (reply: StorageReply): void => {
        // The answer comes from this program's own store: its type is the method's.
        if ('result' in reply) resolve(reply.result as Answer<Method>);
        else reject(new Error(reply.error));
      };
      this.#pending.set(id, { settle, reject });
      this.#port.postMessage({ id, method, args });
    });
  }

  settle(reply: StorageReply): void {
    const call = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    call?.settle(reply);
  }

  end(): void {
    this.#hasEnded = true;
    for (const { reject } of this.#pending.values()) reject(new StorageEnded());
    this.#pending.clear();
  }
}

/** The inspections the storage process has asked for. */
class Inspections {
  readonly #port: StoragePort;
  readonly #inspect: Inspect;
  readonly #ends = new Map<number, () => void>();

  constructor(port: StoragePort, inspect: Inspect) {
    this.#port = port;
    this.#inspect = inspect;
  }

  take({ inspection, request }: InspectionQuestion | InspectionEnd): void {
    if (request === null) {
      this.#ends.get(inspection)?.();
      return;
    }
    void this.#inspect(request, (end) => this.#ends.set(inspection, end))
      .catch((error): Verdict => ({ ok: false, reason: { code: 'notChecked', detail: String(error) } }))
      .then((verdict) => {
        this.#ends.delete(inspection);
        this.#port.postMessage({ inspection, verdict });
      });
  }
}
