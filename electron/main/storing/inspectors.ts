import { join } from 'node:path';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import type { Inspect } from '../../../shared/ipc/storageClient.ts';
import type { InspectionAnswer, Verdict } from '../../../shared/ipc/storageMessages.ts';
import { failure } from '../../../shared/util/result.ts';

/** What one inspection may take: milliseconds, and kilobytes of memory (1 GiB). */
const DEADLINE = 60_000;
const MOST_MEMORY = 1024 * 1024;

/**
 * How long after a verdict the next process is made ready, in milliseconds: whoever waited for the verdict is at work
 * with it until then, and two threads that start would take turns with that.
 */
const WARM_AFTER = 2000;

/** How often the memory is looked at, in milliseconds. */
const LOOK_EVERY = 200;

/**
 * Has files judged, each in a process of its own: nobody can interrupt SQLite or bound its memory from inside, and a
 * file that got the better of its inspector must not meet the next file.
 */
export class Inspectors {
  /** A process that has judged nothing yet, so that nobody waits for one to start. */
  #spare: UtilityProcess | null = null;
  #isStopped = false;

  /** Makes a process ready. */
  warm(): void {
    if (this.#isStopped) return;
    this.#spare ??= startInspector(() => {
      this.#spare = null;
    });
  }

  inspect: Inspect = (request, onEnd) => {
    const inspector = this.#spare ?? startInspector(() => undefined);
    this.#spare = null;
    return new Promise<Verdict>((resolve) => {
      const watch = setInterval(() => {
        if (memoryOf(inspector) > MOST_MEMORY) settle(failure({ code: 'hostile', detail: 'it took too much memory' }));
      }, LOOK_EVERY);
      const deadline = setTimeout(() => settle(failure({ code: 'tookTooLong' })), DEADLINE);
      const settle = (verdict: Verdict): void => {
        clearInterval(watch);
        clearTimeout(deadline);
        inspector.kill();
        resolve(verdict);
        setTimeout(() => this.warm(), WARM_AFTER);
      };
      onEnd(() => settle(failure({ code: 'cancelled' })));
      inspector.on('message', ({ verdict }: InspectionAnswer) => settle(verdict));
      inspector.on('exit', () => settle(failure({ code: 'damaged', detail: 'its inspector ended' })));
      inspector.postMessage({ inspection: 0, request });
    });
  };

  /** Ends the process that is ready, and makes none any more. */
  stop(): void {
    this.#isStopped = true;
    this.#spare?.kill();
    this.#spare = null;
  }
}

function startInspector(onExit: () => void): UtilityProcess {
  const inspector = utilityProcess.fork(join(import.meta.dirname, 'inspectorProcess.cjs'), [], {
    serviceName: 'Meander inspector',
    // What a hostile file makes it print is of no use.
    stdio: 'ignore',
  });
  inspector.on('exit', onExit);
  return inspector;
}

/** Kilobytes; 0 while the system does not tell. */
function memoryOf({ pid }: UtilityProcess): number {
  return app.getAppMetrics().find((process) => process.pid === pid)?.memory.workingSetSize ?? 0;
}
