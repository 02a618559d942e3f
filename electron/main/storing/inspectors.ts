import { join } from 'node:path';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import type { Inspect } from '../../../shared/ipc/storageClient.ts';
import type { MessageFromInspector, Verdict } from '../../../shared/ipc/storageMessages.ts';
import { failure } from '../../../shared/util/result.ts';

/** What one inspection may take: milliseconds, and kilobytes of memory (1 GiB). */
const DEADLINE = 60_000;
const MOST_MEMORY = 1024 * 1024;

/**
 * How long after a verdict the next process is made ready, in milliseconds: whoever waited for the verdict is at work
 * with it until then, and two threads that start would take turns with that.
 */
const WARM_AFTER = 2000;

/** The verdict of an inspector that never came as far as the file. */
const NOT_STARTED = { code: 'notChecked', detail: 'its inspector did not start' } as const;

/** How often the memory is looked at, in milliseconds. */
const LOOK_EVERY = 200;

/**
 * Has files judged, each in a process of its own: nobody can interrupt SQLite or bound its memory from inside, and a
 * file that got the better of its inspector must not meet the next file.
 */
export class Inspectors {
  /** A process that has judged nothing yet, so that nobody waits for one to start. */
  #spare: StartedInspector | null = null;
  #isStopped = false;

  /** Makes a process ready. */
  warm(): void {
    if (this.#isStopped) return;
    if (this.#spare !== null) return;
    const spare = startInspector();
    // By then it may be at work, and another one stand ready.
    spare.process.on('exit', () => {
      if (this.#spare === spare) this.#spare = null;
    });
    this.#spare = spare;
  }

  inspect: Inspect = (request, onEnd) => {
    const inspector = this.#spare ?? startInspector();
    this.#spare = null;
    return new Promise<Verdict>((resolve) => {
      const watch = setInterval(() => {
        if (memoryOf(inspector.process) > MOST_MEMORY)
          settle(failure({ code: 'hostile', detail: 'it took too much memory' }));
      }, LOOK_EVERY);
      const deadline = setTimeout(() => {
        settle(failure(inspector.isReady ? { code: 'tookTooLong' } : NOT_STARTED));
      }, DEADLINE);
      let isSettled = false;
      const settle = (verdict: Verdict): void => {
        // It ends by being killed, too.
        if (isSettled) return;
        isSettled = true;
        clearInterval(watch);
        clearTimeout(deadline);
        inspector.process.kill();
        resolve(verdict);
        setTimeout(() => this.warm(), WARM_AFTER);
      };
      onEnd(() => settle(failure({ code: 'cancelled' })));
      inspector.process.on('message', (message: MessageFromInspector) => {
        if ('verdict' in message) settle(message.verdict);
      });
      inspector.process.on('exit', () => {
        settle(failure(inspector.isReady ? { code: 'damaged', detail: 'its inspector ended' } : NOT_STARTED));
      });
      inspector.process.postMessage({ inspection: 0, request });
    });
  };

  /** Ends the process that is ready, and makes none any more. */
  stop(): void {
    this.#isStopped = true;
    this.#spare?.process.kill();
    this.#spare = null;
  }
}

/** An inspector, and whether it has come as far as being able to judge: what ends it before is not the file. */
interface StartedInspector {
  readonly process: UtilityProcess;
  isReady: boolean;
}

function startInspector(): StartedInspector {
  const process = utilityProcess.fork(join(import.meta.dirname, 'inspectorProcess.cjs'), [], {
    serviceName: 'Meander inspector',
    // What a hostile file makes it print is of no use.
    stdio: 'ignore',
  });
  const inspector: StartedInspector = { process, isReady: false };
  process.once('message', () => {
    inspector.isReady = true;
  });
  return inspector;
}

/** Kilobytes; 0 while the system does not tell. */
function memoryOf({ pid }: UtilityProcess): number {
  return app.getAppMetrics().find((process) => process.pid === pid)?.memory.workingSetSize ?? 0;
}
