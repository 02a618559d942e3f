import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { JsonFile } from '../../../electron/main/settings/jsonFile.ts';
import {
  describeRecent,
  forgetProject,
  type RecentEntry,
  recentSchema,
  rememberProject,
} from '../../../electron/main/settings/recentProjects.ts';
import { INITIAL_SETTINGS, resolveLanguage, settingsFileSchema } from '../../../electron/main/settings/settings.ts';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-settings-'));
  path = join(folder, 'deep', 'settings.json');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the settings file', () => {
  test('gives what was set in an earlier run', async () => {
    // Given settings that were changed twice
    const onFault = vi.fn();
    const first = await JsonFile.open(path, settingsFileSchema, INITIAL_SETTINGS, onFault);
    first.set({ ...INITIAL_SETTINGS, theme: 'dark' });
    first.set({ ...INITIAL_SETTINGS, theme: 'dark', language: 'nl' });
    await first.settled();
    // When the next run reads them
    const next = await JsonFile.open(path, settingsFileSchema, INITIAL_SETTINGS, onFault);
    // Then the last change stands, and nothing else lies in the folder
    expect(next.value).toEqual({ ...INITIAL_SETTINGS, theme: 'dark', language: 'nl' });
    expect(await readdir(join(folder, 'deep'))).toEqual(['settings.json']);
    expect(onFault).not.toHaveBeenCalled();
  });

  test.each(['', '{', '[]', 'null', '"dark"'])('that reads %j gives the initial settings and says so', async (text) => {
    const onFault = vi.fn();
    await writeFile(join(folder, 'settings.json'), text);
    const file = await JsonFile.open(join(folder, 'settings.json'), settingsFileSchema, INITIAL_SETTINGS, onFault);
    expect(file.value).toEqual(INITIAL_SETTINGS);
    expect(onFault).toHaveBeenCalledOnce();
  });

  test('of another version loses only the value that is not known', () => {
    const read = settingsFileSchema.parse({ language: 'fy', theme: 'dark', author: 'Noor', snow: true });
    expect(read).toEqual({ ...INITIAL_SETTINGS, theme: 'dark', author: 'Noor' });
  });

  test('that cannot be written is told of, and the settings hold in this run', async () => {
    const onFault = vi.fn();
    await writeFile(join(folder, 'deep'), 'a file where the folder should be');
    const file = await JsonFile.open(path, settingsFileSchema, INITIAL_SETTINGS, onFault);
    file.set({ ...INITIAL_SETTINGS, theme: 'dark' });
    await file.settled();
    expect(file.value.theme).toBe('dark');
    expect(onFault).toHaveBeenCalled();
  });

  test('is readable by a person', async () => {
    const file = await JsonFile.open(path, settingsFileSchema, INITIAL_SETTINGS, vi.fn());
    file.set(INITIAL_SETTINGS);
    await file.settled();
    expect(await readFile(path, 'utf8')).toContain('\n  "language": "system"');
  });
});

describe('the language', () => {
  test.each([
    ['nl', ['en-GB'], 'nl'],
    ['system', ['nl-BE', 'fr'], 'nl'],
    ['system', ['fy-NL', 'nl-NL', 'en'], 'nl'],
    ['system', ['de_DE'], 'en'],
    ['system', [], 'en'],
  ] as const)('set to %s on a computer of %j is %s', (setting, preferred, language) => {
    expect(resolveLanguage(setting, preferred)).toBe(language);
  });
});

describe('the recent projects', () => {
  const newId = (): string => `id${++ids}`;
  let ids = 0;
  const seen = (name: string, openedAt: number) => ({ path: `/${name}`, openedAt, uuid: null, thumbnail: null });

  test('have the last opened first, each once, and an entry keeps its id', () => {
    let entries: readonly RecentEntry[] = [];
    for (const [at, name] of ['a', 'b', 'a'].entries()) entries = rememberProject(entries, seen(name, at), newId);
    expect(entries.map(({ path, openedAt }) => [path, openedAt])).toEqual([
      ['/a', 2],
      ['/b', 1],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
    expect(entries[0]?.id).toBe(rememberProject(entries, seen('a', 9), newId)[0]?.id);
  });

  test('are twelve at most', () => {
    let entries: readonly RecentEntry[] = [];
    for (let at = 0; at < 20; at++) entries = rememberProject(entries, seen(String(at), at), newId);
    expect(entries).toHaveLength(12);
    expect(entries[0]?.path).toBe('/19');
    expect(recentSchema.safeParse(entries).success).toBe(true);
  });

  test('can be forgotten one by one', () => {
    const entries = rememberProject(rememberProject([], seen('a', 1), newId), seen('b', 2), newId);
    expect(forgetProject(entries, entries[0]?.id ?? '').map(({ path }) => path)).toEqual(['/a']);
  });

  test('reach a window without their folder, and say whether the file is there', async () => {
    await writeFile(join(folder, 'here.meander'), '');
    const entries = [
      { id: 'x', path: join(folder, 'here.meander'), openedAt: 5, uuid: null, thumbnail: null },
      { id: 'y', path: join(folder, 'gone.meander'), openedAt: 4, uuid: null, thumbnail: null },
    ];
    const isThere = async (path: string) => existsSync(path);
    expect(await describeRecent(entries, isThere)).toEqual([
      { id: 'x', fileName: 'here.meander', openedAt: 5, found: true, thumbnail: null },
      { id: 'y', fileName: 'gone.meander', openedAt: 4, found: false, thumbnail: null },
    ]);
  });

  test('do not wait for a drive that does not answer', async () => {
    const entries = [{ id: 'x', path: '/share/far.meander', openedAt: 5, uuid: null, thumbnail: null }];
    const answer = await describeRecent(entries, () => new Promise(() => undefined));
    expect(answer).toEqual([{ id: 'x', fileName: 'far.meander', openedAt: 5, found: true, thumbnail: null }]);
  });
});
