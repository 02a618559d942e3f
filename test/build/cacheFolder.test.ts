import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exists, fillOnce } from '../../build/runtime/cacheFolder.ts';

let parent = '';
let folder = '';

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'meander-cache-'));
  folder = join(parent, 'thing');
});

afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

test('runs that start together fill a cached folder once', async () => {
  let fills = 0;
  const fill = async (partial: string) => {
    fills += 1;
    await writeFile(join(partial, 'file'), 'whole');
  };
  await Promise.all([fillOnce(folder, fill), fillOnce(folder, fill), fillOnce(folder, fill)]);
  expect(fills).toBe(1);
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('whole');
});

test('a fill that fails leaves nothing, and the next one may succeed', async () => {
  const failing = fillOnce(folder, async (partial) => {
    await writeFile(join(partial, 'file'), 'half');
    throw new Error('the line broke');
  });
  await expect(failing).rejects.toThrow('the line broke');
  expect(await readdir(parent)).toEqual([]);
  await fillOnce(folder, async (partial) => writeFile(join(partial, 'file'), 'whole'));
  expect(await exists(join(folder, 'file'))).toBe(true);
});

test('a lock that a killed run left behind is passed after a while', async () => {
  const longAgo = new Date(Date.now() - 3_600_000);
  await mkdir(`${folder}.lock`);
  await utimes(`${folder}.lock`, longAgo, longAgo);
  await mkdir(`${folder}.partial`);
  await writeFile(join(`${folder}.partial`, 'rest'), 'half');
  await fillOnce(folder, async (partial) => writeFile(join(partial, 'file'), 'whole'));
  expect(await readdir(folder)).toEqual(['file']);
});
