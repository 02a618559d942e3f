import { EventEmitter } from 'node:events';

/** Gives a child process of a test the `process.parentPort` that an Electron utility process has. Loaded before it. */
class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(message);
  }
}

const port = new ParentPort();
process.on('message', (data) => port.emit('message', { data }));
process.on('disconnect', () => process.exit());
Object.defineProperty(process, 'parentPort', { value: port });
