import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { wrongFuses } from './fuses.ts';

export interface PackedApp {
  readonly executable: string;
  /** The folder with app.asar in it. */
  readonly resources: string;
}

/** Nothing else may be in the archive; a folder stands for what is in it. */
const allowed = [
  /^package\.json$/,
  /^LICENSE$/,
  /^out\/(main|preload)\/(chunks\/)?[\w.-]+\.cjs$/,
  /^out\/renderer\/[\w-]+\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2?|svg|png)$/,
  /^assets\/(icons|fonts)\/[\w.-]+\.(svg|png|ico|woff2|txt)$/,
  /^assets\/(samples|templates)\/[\w.-]+\.meander$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js|prebuilds\/\w+-\w+\.node)$/,
];

const required = [
  'package.json',
  'out/main/main.cjs',
  'out/main/storageProcess.cjs',
  'out/main/inspectorProcess.cjs',
  'out/main/inspectorThread.cjs',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'node_modules/better-sqlite3/lib/index.js',
];

/** What is wrong with a packed application: a line for each fault, none when it is as it should be. */
export async function checkPackage({ executable, resources }: PackedApp): Promise<string[]> {
  const archive = join(resources, 'app.asar');
  const faults = faultsOfArchive(listPackage(archive, { isPack: false }));
  for (const fuse of await wrongFuses(executable)) faults.push(`fuse not set: ${fuse}`);
  const addOns = await readdir(join(`${archive}.unpacked`, 'node_modules/better-sqlite3/prebuilds')).catch(() => []);
  if (addOns.length !== 1) faults.push(`one native add-on should be unpacked, not ${addOns.length}`);
  for (const name of ['app', 'default_app.asar']) {
    if (await isThere(join(resources, name))) faults.push(`another application beside the archive: ${name}`);
  }
  return faults;
}

/** What is wrong with the files and folders listed in an archive. */
export function faultsOfArchive(listed: readonly string[]): string[] {
  const paths = listed.map((path) => path.replaceAll('\\', '/').replace(/^\//, ''));
  const folders = new Set(paths.flatMap(parents));
  const files = paths.filter((path) => !folders.has(path));
  return [
    ...files.filter((path) => !allowed.some((pattern) => pattern.test(path))).map((path) => `not needed: ${path}`),
    ...required.filter((path) => !files.includes(path)).map((path) => `missing: ${path}`),
  ];
}

function parents(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
