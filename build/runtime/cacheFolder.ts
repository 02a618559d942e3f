import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The user's cache folder for this project: outside node_modules, so that `npm ci` keeps what is in it. */
export function cacheFolder(): string {
  return join(platformCache(), 'meander');
}

function platformCache(): string {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return join(homedir(), '.cache');
}

/** True for a file or folder that exists. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Writes an empty file whose age says when something happened. */
export async function touch(path: string): Promise<void> {
  await writeFile(path, '');
}

/** Age of a file in milliseconds; infinite where there is none. */
export async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
}

/**
 * Makes a cached folder once: `fill` writes into a folder beside it, which is renamed when it is complete, so that
 * nobody ever sees half of it. Runs that start together wait for the first.
 */
export async function fillOnce(folder: string, fill: (partial: string) => Promise<void>): Promise<void> {
  if (await exists(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (await exists(folder)) return;
    const partial = `${folder}.partial`;
    // A run that was killed left its own.
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial);
    try {
      await fill(partial);
      await rename(partial, folder);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  });
}

const lockPoll = 250;
const lockHeartbeat = 5_000;
/** A lock not touched for this long was left behind by a run that was killed. */
const lockAbandoned = 30_000;

/** Does something while no other run does it. A folder is the lock: making one is atomic everywhere. */
export async function withLock(path: string, work: () => Promise<void>): Promise<void> {
  while (!(await tryLock(path))) await sleep(lockPoll);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, lockHeartbeat);
  try {
    await work();
  } finally {
    clearInterval(heartbeat);
    await rm(path, { recursive: true, force: true });
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if ((await ageOf(path)) > lockAbandoned) await rm(path, { recursive: true, force: true });
    return false;
  }
}
