import { Worker } from 'node:worker_threads';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Result } from '../../shared/util/result.ts';
import { type JudgeElsewhere, judgePart, type PartOfVersion } from './judgeVersion.ts';
import type { ProvenRows } from './provenRows.ts';

interface WaitingPart {
  readonly part: PartOfVersion;
  readonly settle: (found: Result<ProvenRows, OpenFault>) => void;
}

/**
 * A second thread that judges one part of a version. Where no thread can be had, or one ends, this thread judges the part
 * itself: whoever waits gets the same answer, later.
 */
export class JudgingThread {
  readonly #worker: Worker;
  #hasFailed = false;
  #waiting: WaitingPart | null = null;

  /** Starts the thread with a module, so that it is ready when it is wanted. */
  constructor(module: string) {
    this.#worker = new Worker(module, { execArgv: [] });
    this.#worker.on('message', (found: Result<ProvenRows, OpenFault>) => {
      this.#waiting?.settle(found);
      this.#rest();
    });
    this.#worker.on('error', () => this.#fail());
    this.#rest();
  }

  judge: JudgeElsewhere = (part) =>
    new Promise((settle) => {
      this.#waiting = { part, settle };
      this.#worker.ref();
      if (this.#hasFailed) this.#fail();
      else this.#worker.postMessage(part);
    });

  /** A thread that nobody waits for keeps no process from ending. */
  #rest(): void {
    this.#waiting = null;
    this.#worker.unref();
  }

  #fail(): void {
    this.#hasFailed = true;
    const waiting = this.#waiting;
    this.#rest();
    waiting?.settle(judgePart(waiting.part));
  }
}
