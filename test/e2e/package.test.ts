import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { checkPackage } from '../../build/checkPackage.ts';
import { wrongFuses } from '../../build/fuses.ts';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { removeFolder } from './harness/removeFolder.ts';

const run = promisify(execFile);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-package-'));
});

afterAll(async () => {
  await removeFolder(folder);
});

test.runIf(process.platform === 'linux')(
  'the packed application holds what it needs and nothing else, with its fuses set',
  async () => {
    await run(process.execPath, [join(projectRoot, 'build/package.ts'), folder]);
    const unpacked = join(folder, 'linux-unpacked');
    const app = { executable: join(unpacked, 'meander'), resources: join(unpacked, 'resources') };
    expect(await checkPackage(app)).toEqual([]);
  },
  180_000,
);

test('an Electron as it is delivered does not pass for a packed one', async () => {
  expect(await wrongFuses(inject('launch').electronPath)).toContain('RunAsNode');
});
