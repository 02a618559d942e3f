/** Required before the module of a child made by forkWithNode.cjs: gives it the `process.parentPort` of Electron. */
const { EventEmitter } = require('node:events');

class ParentPort extends EventEmitter {
  #started = false;

  constructor() {
    super();
    // Messages wait until somebody listens, as they do in Electron.
    this.on('newListener', (name) => {
      if (name === 'message') this.start();
    });
  }

  start() {
    if (this.#started) return;
    this.#started = true;
    const waiting = early.splice(0);
    process.off('message', keep);
    process.on('message', (data) => this.emit('message', { data, ports: [] }));
    process.nextTick(() => {
      for (const data of waiting) this.emit('message', { data, ports: [] });
    });
  }

  pause() {}

  postMessage(message) {
    if (process.connected) process.send(message, () => {});
  }
}

const early = [];
const keep = (data) => early.push(data);
process.on('message', keep);
// A utility process never outlives its application, and never ends just because it has nothing to do.
process.on('disconnect', () => process.exit());

process.parentPort = new ParentPort();
