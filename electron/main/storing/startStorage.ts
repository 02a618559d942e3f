import { hostname } from 'node:os';
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { connectStorage, type Inspect } from '../../../shared/ipc/storageClient.ts';
import type { Log } from '../log.ts';
import type { StorageConnection } from './storageSupervisor.ts';

/** What a storage process is started with. */
export interface StorageParts {
  /** The private folder. */
  readonly folder: string;
  readonly accountName: string;
  /** How many bytes older versions of all documents may take together. */
  readonly historyBytes: number;
  readonly inspect: Inspect;
  readonly log: Log;
}

/** File operations under way at once: one that hangs on a drive that does not answer must not keep the others waiting. */
const FILE_THREADS = 32;

/** A line of what it prints may be as long as this; the rest is cut off. */
const LONGEST_LINE = 2_000;

/** Starts a storage process. */
export function startStorage({ folder, accountName, historyBytes, inspect, log }: StorageParts): StorageConnection {
  const options = { folder, account: accountName, computer: hostname(), historyBytes };
  const child = utilityProcess.fork(join(import.meta.dirname, 'storageProcess.cjs'), [JSON.stringify(options)], {
    serviceName: 'Meander storage',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, UV_THREADPOOL_SIZE: String(FILE_THREADS) },
  });
  child.stderr?.on('data', (chunk) => log.error(`Storage: ${String(chunk).trim().slice(0, LONGEST_LINE)}`));
  let hasEnded = false;
  // Before the client hears of it, so that a call it rejects is known to be one that may be made again.
  const ended = new Promise<void>((resolve) => {
    child.on('exit', (code) => {
      hasEnded = true;
      log.info(`The storage process ended with ${code}`);
      resolve();
    });
  });
  return { store: connectStorage(child, inspect), ended, hasEnded: () => hasEnded, stop: () => void child.kill() };
}
