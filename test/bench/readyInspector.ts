import type { ChildProcess } from 'node:child_process';
import type { Inspector } from '../../electron/storage/inspector.ts';
import type { InspectionQuestion, MessageFromInspector, Verdict } from '../../shared/ipc/storageMessages.ts';
import { startChild } from '../electron/storage/support/storageChild.ts';

/** Milliseconds after a verdict until the next process is made ready, as in electron/main/storing/inspectors.ts. */
const WARM_AFTER = 2000;

/** Has files judged as main does: by a process each, and one that has judged nothing yet stands ready. */
export class ReadyInspector implements Inspector {
  #spare: ChildProcess | null = startInspector();
  #isStopped = false;

  inspect: Inspector['inspect'] = async (request) => {
    const child = this.#spare ?? startInspector();
    this.#spare = null;
    const question: InspectionQuestion = { inspection: 1, request };
    const verdict = await new Promise<Verdict>((resolve, reject) => {
      child.on('message', (message: MessageFromInspector) => {
        if ('verdict' in message) resolve(message.verdict);
      });
      child.once('exit', (code) => reject(new Error(`The inspector ended with ${code}`)));
      child.send(question);
    });
    child.kill();
    setTimeout(() => {
      if (!this.#isStopped) this.#spare ??= startInspector();
    }, WARM_AFTER);
    return verdict;
  };

  stop(): void {
    this.#isStopped = true;
    this.#spare?.kill();
  }
}

function startInspector(): ChildProcess {
  return startChild('inspectorProcess.ts', []);
}
