import { z } from 'zod';
import type { ProjectStore } from '../../shared/ipc/projectStore.ts';
import type { MessageFromStorage, MessageToStorage, StorageReply, Verdict } from '../../shared/ipc/storageMessages.ts';
import { failure } from '../../shared/util/result.ts';
import type { Inspector } from './inspector.ts';
import { STORAGE_ARGUMENTS } from './storageArguments.ts';

/** Sends a message to main. */
export type SendToMain = (message: MessageFromStorage) => void;

/** Asks main for every inspection, because only main can start processes. */
export class AskingInspector implements Inspector {
  readonly #send: SendToMain;
  readonly #waiting = new Map<number, (verdict: Verdict) => void>();
  #last = 0;

  constructor(send: SendToMain) {
    this.#send = send;
  }

  inspect: Inspector['inspect'] = (request, signal) => {
    if (signal?.aborted) return Promise.resolve(failure({ code: 'cancelled' }));
    this.#last += 1;
    const inspection = this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(inspection, resolve);
      signal?.addEventListener('abort', () => {
        if (this.#waiting.has(inspection)) this.#send({ inspection, request: null });
        this.answer(inspection, failure({ code: 'cancelled' }));
      });
      this.#send({ inspection, request });
    });
  };

  /** Hands on main's answer. */
  answer(inspection: number, verdict: Verdict): void {
    this.#waiting.get(inspection)?.(verdict);
    this.#waiting.delete(inspection);
  }
}

/** Does what a message from main asks for. */
export async function answerMessage(
  message: MessageToStorage,
  store: Promise<ProjectStore>,
  inspector: AskingInspector,
  send: SendToMain,
): Promise<void> {
  if ('inspection' in message) inspector.answer(message.inspection, message.verdict);
  else send(await answerRequest(message.id, message.method, message.args, await store));
}

async function answerRequest(
  id: number,
  method: keyof ProjectStore,
  args: readonly unknown[],
  store: ProjectStore,
): Promise<StorageReply> {
  try {
    return { id, result: await Reflect.apply(store[method], store, STORAGE_ARGUMENTS[method].parse(args)) };
  } catch (error) {
    const detail = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { id, error: `${method}: ${detail}` };
  }
}
