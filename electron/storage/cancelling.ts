import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import { failure, type Result } from '../../shared/util/result.ts';
import type { StoreParts } from './storeParts.ts';

/**
 * Calls that somebody may stop waiting for: a drive that does not answer, or a file that takes its time. Whoever gives
 * up gets an answer at once; what is under way ends as soon as the system lets it.
 */
export class Cancelling {
  readonly #controllers = new Map<string, Set<AbortController>>();

  /** Runs a task that can be given up under this key; `undo` takes back what it reached when nobody waited any more. */
  async run<Value>(
    key: string,
    task: (signal: AbortSignal) => Promise<Result<Value, OpenFault>>,
    undo: (value: Value) => Promise<void>,
  ): Promise<Result<Value, OpenFault>> {
    const controller = new AbortController();
    const { signal } = controller;
    const mine = this.#controllers.get(key) ?? new Set();
    this.#controllers.set(key, mine.add(controller));
    const cancelled = new Promise<Result<Value, OpenFault>>((resolve) => {
      signal.addEventListener('abort', () => resolve(failure({ code: 'cancelled' })));
    });
    const running = task(signal);
    try {
      return await Promise.race([running, cancelled]);
    } finally {
      mine.delete(controller);
      if (mine.size === 0) this.#controllers.delete(key);
      if (signal.aborted) {
        running
          .then((late) => (late.ok ? undo(late.value) : undefined))
          .catch((error: unknown) => console.error('What was given up ended badly', error));
      }
    }
  }

  /** Gives up whatever runs under a key. */
  giveUp(key: string): void {
    for (const controller of this.#controllers.get(key) ?? []) controller.abort();
  }
}

/** The parts of a store for one task: reading a file and having it inspected end when the task is given up. */
export function cancellableParts(parts: StoreParts, signal: AbortSignal): StoreParts {
  const { fileSystem, inspector } = parts;
  return {
    ...parts,
    inspector: { inspect: (request) => inspector.inspect(request, signal) },
    fileSystem: {
      ...fileSystem,
      openToRead: async (path) => {
        signal.throwIfAborted();
        const file = await fileSystem.openToRead(path);
        return {
          ...file,
          read: (buffer) => {
            signal.throwIfAborted();
            return file.read(buffer);
          },
        };
      },
    },
  };
}
