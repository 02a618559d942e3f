import { execFile, spawn } from 'node:child_process';
import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { notice, SetupError } from './setupError.ts';

const run = promisify(execFile);

/** Debian's names; newer releases add "t64" to some of them. */
const electronPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];
const displayPackages = ['xvfb', 'xauth'];

/** What the tests look with: PDF to pixels, and fonts for the scripts beyond the product's own. */
const testPackages = [
  { name: 'poppler-utils', isThere: () => isOnPath('pdftoppm') },
  { name: 'fonts-noto-cjk', isThere: () => hasFont('NotoSansCJK') },
  { name: 'fonts-noto-color-emoji', isThere: () => hasFont('NotoColorEmoji') },
];

export interface SystemNeeds {
  /** Absolute path of the Electron that is to run. */
  readonly electronPath: string;
  /** There is no screen, so a virtual one must be. */
  readonly virtualDisplay: boolean;
  /** Also what only tests need. */
  readonly tests: boolean;
}

/**
 * Sees to what Electron needs from a Linux system: installs it as root on Debian and its kin, or throws a SetupError
 * with the command that does.
 */
export async function ensureSystemPackages(needs: SystemNeeds): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = await missingPackages(needs);
  if (missing.length === 0) return;
  const names = (await isOnPath('apt-cache')) ? await namesHere(missing) : missing;
  if (process.getuid?.() !== 0 || !(await isOnPath('apt-get'))) {
    throw new SetupError(`System packages are missing. Run: sudo apt-get install -y ${names.join(' ')}`);
  }
  notice(`installing system packages: ${names.join(' ')}`);
  await install(names);
  const still = await missingPackages(needs);
  if (still.length > 0) throw new SetupError(`apt-get installed them, yet these are missing: ${still.join(' ')}`);
}

async function missingPackages(needs: SystemNeeds): Promise<string[]> {
  const missing: string[] = [];
  if (await lacksLibraries(needs.electronPath)) missing.push(...electronPackages);
  if (needs.virtualDisplay && !(await isOnPath('Xvfb'))) missing.push(...displayPackages);
  if (needs.tests) {
    for (const { name, isThere } of testPackages) if (!(await isThere())) missing.push(name);
  }
  return missing;
}

async function lacksLibraries(executable: string): Promise<boolean> {
  const { stdout } = await run('ldd', [executable]).catch(() => ({ stdout: '' }));
  return stdout.includes('not found');
}

async function isOnPath(program: string): Promise<boolean> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const there = await access(join(folder, program), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (there) return true;
  }
  return false;
}

async function hasFont(start: string): Promise<boolean> {
  const files = await readdir('/usr/share/fonts', { recursive: true }).catch(() => []);
  return files.some((file) => file.split('/').at(-1)?.startsWith(start));
}

/** The names this release knows the packages by. */
async function namesHere(packages: readonly string[]): Promise<string[]> {
  return Promise.all(
    packages.map(async (name) => {
      const { stdout } = await run('apt-cache', ['policy', `${name}t64`]).catch(() => ({ stdout: '' }));
      return /Candidate: \d/.test(stdout) ? `${name}t64` : name;
    }),
  );
}

async function install(packages: readonly string[]): Promise<void> {
  const waitForOthers = ['-o', 'DPkg::Lock::Timeout=300'];
  await aptGet([...waitForOthers, 'update']);
  await aptGet([...waitForOthers, 'install', '-y', '--no-install-recommends', ...packages]);
}

/** Runs apt-get quietly; its output is shown only when it fails. */
async function aptGet(args: readonly string[]): Promise<void> {
  const child = spawn('apt-get', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code === 0) return;
  process.stderr.write(output);
  throw new SetupError(`apt-get failed, see above. Run it by hand: apt-get ${args.join(' ')}`);
}
