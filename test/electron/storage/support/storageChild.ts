import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { ProjectStore } from '../../../../shared/ipc/projectStore.ts';
import { connectStorage, type Inspect } from '../../../../shared/ipc/storageClient.ts';
import type { InspectionQuestion, MessageFromInspector } from '../../../../shared/ipc/storageMessages.ts';

const storageFolder = join(import.meta.dirname, '../../../../electron/storage');
const parentPort = join(import.meta.dirname, 'parentPort.ts');

/** A storage process in plain Node, with the client that main uses. */
export interface StorageChild {
  readonly store: ProjectStore;
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

/** Starts the storage process on a private folder; inspections go to a process of their own each. */
export function startStorage(folder: string, inspect: Inspect = inspectInChild): StorageChild {
  const options = JSON.stringify({ folder, account: 'nele', computer: 'test', historyBytes: 1e9 });
  const child = startChild('storageProcess.ts', [options]);
  const port = {
    postMessage: (message: unknown) => {
      // As in Electron, a message to a process that is gone is dropped without an error.
      if (child.connected) child.send(Object(message), () => {});
    },
    on: (event: 'message' | 'exit', listener: (message: never) => void) =>
      child.on(event, (...args: readonly unknown[]) => Reflect.apply(listener, null, args)),
  };
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { store: connectStorage(port, inspect), child, ended };
}

/** Has a file judged by an inspector process of its own. */
export const inspectInChild: Inspect = async (request, onEnd) => {
  const child = startChild('inspectorProcess.ts', []);
  const question: InspectionQuestion = { inspection: 1, request };
  try {
    return await new Promise((resolve, reject) => {
      onEnd(() => resolve({ ok: false, reason: { code: 'cancelled' } }));
      child.on('message', (message: MessageFromInspector) => {
        if ('verdict' in message) resolve(message.verdict);
      });
      child.once('exit', (code) => reject(new Error(`The inspector ended with ${code}`)));
      child.send(question);
    });
  } finally {
    child.kill();
  }
};

/** Starts a module of the storage folder as a process of its own, as Electron starts a utility process. */
export function startChild(module: string, args: readonly string[]): ChildProcess {
  return fork(join(storageFolder, module), args, {
    execArgv: ['--import', parentPort],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
