import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureSystemPackages } from '../../build/runtime/systemPackages.ts';

/** A system made of scripts: libraries are missing until apt-get installs them, and every call of it is noted. */
let system = '';

beforeEach(async () => {
  system = await mkdtemp(join(tmpdir(), 'meander-system-'));
  await program('ldd', `[ -e ${system}/installed ] || echo 'libgtk-3.so.0 => not found'`);
  await program('apt-get', `echo "$@" >> ${system}/calls; case "$*" in *install*) : > ${system}/installed;; esac`);
  await program('apt-cache', "echo 'Candidate: (none)'");
  await program('Xvfb', 'exit 0');
  vi.stubEnv('PATH', system);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(system, { recursive: true, force: true });
});

async function program(name: string, script: string): Promise<void> {
  await writeFile(join(system, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(system, name), 0o755);
}

function asUser(id: number): void {
  vi.spyOn(process, 'getuid').mockReturnValue(id);
}

const ensure = () => ensureSystemPackages({ electronPath: '/electron', virtualDisplay: true, tests: false });

const calls = async (): Promise<string[]> =>
  (await readFile(join(system, 'calls'), 'utf8').catch(() => '')).split('\n').filter(Boolean);

describe.runIf(process.platform === 'linux')('missing system packages', () => {
  test('are installed as root, after one update of the lists', async () => {
    asUser(0);
    await ensure();
    const [update, install, ...more] = await calls();
    expect(update).toMatch(/update$/);
    expect(install).toMatch(/install -y --no-install-recommends libgtk-3-0 libnss3 libasound2 libgbm1$/);
    expect(more).toEqual([]);
  });

  test('are named with the exact command to anybody else, and nothing is installed', async () => {
    asUser(1000);
    await expect(ensure()).rejects.toThrow('sudo apt-get install -y libgtk-3-0 libnss3 libasound2 libgbm1');
    expect(await calls()).toEqual([]);
  });

  test('go by the names of newer releases where those are known', async () => {
    asUser(1000);
    await program('apt-cache', 'case "$2" in libgtk*|libasound*) echo "  Candidate: 1.2";; esac');
    await expect(ensure()).rejects.toThrow('libgtk-3-0t64 libnss3 libasound2t64 libgbm1');
  });

  test('include the virtual screen where there is none', async () => {
    asUser(1000);
    await rm(join(system, 'Xvfb'));
    await expect(ensure()).rejects.toThrow(/xvfb xauth$/);
  });

  test('are not asked for when nothing is missing', async () => {
    asUser(0);
    await writeFile(join(system, 'installed'), '');
    await ensure();
    expect(await calls()).toEqual([]);
  });

  test('that apt-get cannot install are told', async () => {
    asUser(0);
    await program('apt-get', 'case "$*" in *install*) exit 100;; esac');
    await expect(ensure()).rejects.toThrow(/apt-get failed.*install -y/);
  });
});
