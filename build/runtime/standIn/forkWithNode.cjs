/**
 * `utilityProcess.fork` on top of `child_process.fork`: the child runs in the Node named by MEANDER_STAND_IN_NODE
 * (the one current Electron has inside), which can load native modules the stand-in's own Node is too old for.
 */
const { fork } = require('node:child_process');
const { EventEmitter } = require('node:events');
const { constants } = require('node:os');
const { join } = require('node:path');

class UtilityProcess extends EventEmitter {
  #child;
  #exited = false;

  constructor(modulePath, args, options) {
    super();
    const output = streamKinds(options.stdio);
    this.#child = fork(modulePath, args, {
      execPath: process.env.MEANDER_STAND_IN_NODE,
      execArgv: ['--require', join(__dirname, 'parentPort.cjs'), ...(options.execArgv ?? [])],
      cwd: options.cwd ?? process.cwd(),
      env: options.env ?? process.env,
      serialization: 'advanced',
      stdio: ['ignore', ...output, 'ipc'],
    });
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('error', (error) => process.emitWarning(error));
    this.#child.on('exit', (code, signal) => {
      this.#exited = true;
      this.emit('exit', code ?? constants.signals[signal] ?? 1);
    });
  }

  get pid() {
    return this.#exited ? undefined : this.#child.pid;
  }

  get stdout() {
    return this.#child.stdout;
  }

  get stderr() {
    return this.#child.stderr;
  }

  postMessage(message, transfer = []) {
    if (transfer.length > 0) throw new TypeError('The stand-in carries no transferred ports.');
    // As in Electron, a message to a process that is gone is dropped without an error.
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  kill() {
    return !this.#exited && this.#child.kill('SIGTERM');
  }
}

/** Electron's `stdio` option covers stdout and stderr; stdin is never there. */
function streamKinds(stdio = 'inherit') {
  return Array.isArray(stdio) ? stdio.slice(1, 3) : [stdio, stdio];
}

exports.forkWithNode = function forkWithNode(modulePath, args = [], options = {}) {
  return Array.isArray(args) ? new UtilityProcess(modulePath, args, options) : new UtilityProcess(modulePath, [], args);
};
