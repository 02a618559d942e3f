import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileReplacement, replaceFile } from '../../../electron/main/files/replaceFile.ts';

let folder = '';
let target = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-replace-'));
  target = join(folder, 'map.pdf');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a file replaced as a whole', () => {
  test('is the old one until the new one is complete', async () => {
    await writeFile(target, 'old');
    const replacement = await FileReplacement.begin(target);
    await replacement.write(Buffer.from('ne'));
    expect(await readFile(target, 'utf8')).toBe('old');
    await replacement.write(Buffer.from('w'));
    await replacement.commit();
    expect(await readFile(target, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['map.pdf']);
  });

  test('leaves nothing behind when it is abandoned', async () => {
    const replacement = await FileReplacement.begin(target);
    await replacement.write(Buffer.from('half'));
    await replacement.abandon();
    expect(await readdir(folder)).toEqual([]);
  });

  test('leaves nothing behind when it cannot take its place', async () => {
    // Given a folder that came to stand at the target meanwhile
    const replacement = await FileReplacement.begin(target);
    await mkdir(target);
    await expect(replacement.commit()).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['map.pdf']);
  });

  test('is refused where a folder stands', async () => {
    await mkdir(target);
    await expect(replaceFile(target, Buffer.from('new'))).rejects.toThrow('Not a file');
    expect(await readdir(folder)).toEqual(['map.pdf']);
  });

  test('is refused in a folder that is not there', async () => {
    await expect(replaceFile(join(folder, 'gone', 'map.pdf'), Buffer.from('new'))).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).toEqual([]);
  });

  test('keeps a link, and the permissions of the file it leads to', async () => {
    const real = join(folder, 'real.pdf');
    await writeFile(real, 'old');
    await chmod(real, 0o600);
    await symlink(real, target);
    await replaceFile(target, Buffer.from('new'));
    expect(await readFile(real, 'utf8')).toBe('new');
    expect((await stat(real)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['map.pdf', 'real.pdf']);
  });

  test.runIf(process.platform !== 'win32')('never takes the place of a pipe or device', async () => {
    execFileSync('mkfifo', [target]);
    await expect(replaceFile(target, Buffer.from('new'))).rejects.toThrow('Not a file');
    expect((await stat(target)).isFIFO()).toBe(true);
  });
});
