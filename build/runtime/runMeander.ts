import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { prepareLaunch } from './launch.ts';

/** One Ctrl-C arrives more than once, from the terminal and from npm; what follows later is a second one. */
const sameSignalWithin = 1_000;

/**
 * Runs the application in the foreground and resolves to its exit code. Ctrl-C and the like are handed on, so that it
 * can close in order; a second one ends it at once.
 */
export async function runMeander(args: readonly string[]): Promise<number> {
  const launch = await prepareLaunch();
  try {
    const child = spawn(launch.electronPath, [...launch.args, ...args], {
      cwd: callerFolder(),
      env: launch.env,
      stdio: 'inherit',
      // Chromium closes in order on the first signal and dies of the next. In a process group of its own it gets only
      // the one handed on here. Windows has no such groups, and no signals to hand on.
      detached: process.platform !== 'win32',
    });
    const stopForwarding = forwardSignals(child);
    try {
      return await new Promise<number>((resolve, reject) => {
        child.on('error', reject);
        child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
      });
    } finally {
      stopForwarding();
    }
  } finally {
    launch.cleanup();
  }
}

/** Where the person stands: npm moves to the project's root, and file names are meant from where they were typed. */
function callerFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

function forwardSignals(child: ChildProcess): () => void {
  let askedAt: number | undefined;
  const forward = (signal: NodeJS.Signals): void => {
    if (process.platform === 'win32') return;
    if (askedAt === undefined) {
      askedAt = Date.now();
      child.kill(signal);
    } else if (Date.now() - askedAt > sameSignalWithin) {
      child.kill('SIGKILL');
    }
  };
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}
