import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { nanoid } from 'nanoid';
import { z } from 'zod';
import { AskingInspector, answerMessage } from './answerStorage.ts';
import { nodeFileSystem } from './fileSystem.ts';
import { LocalProjectStore } from './localProjectStore.ts';

/**
 * The utility process that alone touches project files. Its first argument is StoreOptions as JSON; it answers the
 * messages of shared/ipc/storageMessages.ts and ends, with a line on stderr, when its private folder cannot be used.
 */
const options = z
  .strictObject({ folder: z.string().min(1), account: z.string(), computer: z.string(), historyBytes: z.number() })
  .parse(JSON.parse(process.argv[2] ?? ''));

const port = process.parentPort;
const inspector = new AskingInspector((message) => port.postMessage(message));

const store = LocalProjectStore.start(options, {
  fileSystem: nodeFileSystem,
  inspector,
  randomText: nanoid,
  newUuid: randomUUID,
  now: Date.now,
  sleep: (milliseconds) => sleep(milliseconds),
});
store.catch((error: unknown) => {
  console.error('The private folder cannot be used', error);
  process.exit(1);
});

port.on('message', ({ data }) => {
  void answerMessage(data, store, inspector, (message) => port.postMessage(message));
});
