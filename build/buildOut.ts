import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'electron-vite';
import { withLock } from './runtime/cacheFolder.ts';
import { outFolder, projectRoot } from './runtime/projectPaths.ts';
import { notice } from './runtime/setupError.ts';

/** What the bundles are made of. */
const sources = [
  'shared',
  'electron',
  'renderer',
  'package.json',
  'package-lock.json',
  'build/electron.vite.config.ts',
];

const stampFile = join(outFolder, 'sources.txt');

/** Builds out/ anew. Only warnings and errors are printed. */
export async function buildOut(): Promise<void> {
  await withBuildLock(async () => bundle(await describeSources()));
}

/** Builds out/ when it is missing or made of other sources than those that are here now. */
export async function buildOutIfStale(): Promise<void> {
  if (!(await isStale())) return;
  await withBuildLock(async () => {
    // Somebody else may have built it while this run waited.
    if (!(await isStale())) return;
    notice('building');
    await bundle(await describeSources());
  });
}

/** Makes the next start build anew, after something else has written to out/. */
export async function forgetBuild(): Promise<void> {
  await rm(stampFile, { force: true });
}

async function isStale(): Promise<boolean> {
  const stamp = await readFile(stampFile, 'utf8').catch(() => '');
  return stamp !== (await describeSources());
}

async function bundle(stamp: string): Promise<void> {
  // The person's file names are meant from where they stand.
  const callerFolder = process.cwd();
  process.chdir(projectRoot);
  try {
    await build({
      root: projectRoot,
      configFile: join(import.meta.dirname, 'electron.vite.config.ts'),
      logLevel: 'warn',
    });
  } finally {
    process.chdir(callerFolder);
  }
  await writeFile(stampFile, stamp);
}

async function withBuildLock(work: () => Promise<void>): Promise<void> {
  const folder = join(projectRoot, 'node_modules', '.cache');
  await mkdir(folder, { recursive: true });
  await withLock(join(folder, 'build.lock'), work);
}

/** A digest of every source's path, size and time: it changes when a file is edited, added, renamed or removed. */
async function describeSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(projectRoot, source);
    for (const file of await filesUnder(path)) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${file.slice(projectRoot.length)} ${size} ${mtimeMs}\n`);
    }
  }
  return `${hash.digest('hex')}\n`;
}

async function filesUnder(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
