import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ageOf, cacheFolder, exists, touch } from './cacheFolder.ts';
import type { ElectronBinary } from './electronBinary.ts';
import { notice, SetupError } from './setupError.ts';

export type OwnElectron =
  | { readonly ok: true; readonly electron: ElectronBinary }
  | { readonly ok: false; readonly version: string; readonly reason: string };

const run = promisify(execFile);

/** How long the release host may take to answer at all, in milliseconds. */
const answerTimeout = 5_000;
/** How long the download may take, in milliseconds; there are slow lines. */
const downloadTimeout = 15 * 60_000;
const askAgainAfter = 24 * 60 * 60_000;

/**
 * Electron as its npm package gets it: its own dist folder, filled by its own installer on first use. With another one
 * at hand (`hasStandIn`) a host that did not answer is left alone for a day.
 */
export async function obtainOwnElectron({ hasStandIn }: { hasStandIn: boolean }): Promise<OwnElectron> {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const version = await versionOf(packageFolder);

  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const path = join(override, executableName());
    if (await exists(path)) return found(path, override, version);
    throw new SetupError(`There is no ${path}: correct ELECTRON_OVERRIDE_DIST_PATH, or unset it.`);
  }

  const folder = join(packageFolder, 'dist');
  const installed = async () =>
    (await exists(join(folder, executableName()))) && (await exists(join(packageFolder, 'path.txt')));
  if (await installed()) return found(join(folder, executableName()), folder, version);

  const unreachable = join(cacheFolder(), `electron-${version}-unreachable`);
  if (hasStandIn && !hasOtherRoute() && (await ageOf(unreachable)) < askAgainAfter) {
    return { ok: false, version, reason: 'its release host did not answer within the last day' };
  }
  const reason = await download(packageFolder, version);
  if (!reason && (await installed())) return found(join(folder, executableName()), folder, version);
  await mkdir(cacheFolder(), { recursive: true });
  await touch(unreachable);
  return { ok: false, version, reason: reason ?? 'its installer left no executable' };
}

/** Runs Electron's own installer; the reason where that failed. */
async function download(packageFolder: string, version: string): Promise<string | undefined> {
  if (!(await answers(version))) return 'its release host does not answer';
  notice(`fetching Electron ${version}, once`);
  return run(process.execPath, [join(packageFolder, 'install.js')], { timeout: downloadTimeout }).then(
    () => undefined,
    () => 'its download failed',
  );
}

function found(path: string, folder: string, version: string): OwnElectron {
  return { ok: true, electron: { path, folder, version, isStandIn: false } };
}

async function versionOf(packageFolder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('The electron package has no version.');
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** A mirror or a proxy is the installer's own business: it knows how to use them, a plain request does not. */
function hasOtherRoute(): boolean {
  return ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'ELECTRON_GET_USE_PROXY'].some((name) => process.env[name]);
}

async function answers(version: string): Promise<boolean> {
  if (hasOtherRoute()) return true;
  // The file itself: the host of releases hands on to another one, which must be reachable too.
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const address = `https://github.com/electron/electron/releases/download/v${version}/${file}`;
  return fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(answerTimeout) }).then(
    (response) => response.ok,
    () => false,
  );
}
