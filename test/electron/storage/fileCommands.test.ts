import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCommand } from '../../../electron/main/commandLine/checkCommand.ts';
import { parseCliArguments } from '../../../electron/main/commandLine/cliArguments.ts';
import type { CliCommand } from '../../../electron/main/commandLine/cliCommand.ts';
import { infoCommand } from '../../../electron/main/commandLine/infoCommand.ts';
import { salvageCommand } from '../../../electron/main/commandLine/salvageCommand.ts';
import type { LocalProjectStore } from '../../../electron/storage/localProjectStore.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import type { Language } from '../../../shared/ipc/bridge.ts';
import { CURRENT_SCHEMA } from '../../../shared/records/migrations.ts';
import { exchange } from './support/mutations.ts';
import { sampleRecords } from './support/sampleRecords.ts';
import { byId, need, saveNew, TestBench } from './support/testStore.ts';

let bench: TestBench;
let store: LocalProjectStore;
let path: string;
beforeEach(async () => {
  bench = await TestBench.make();
  store = await bench.start();
  path = bench.path('journey.meander');
  await saveNew(store, path, sampleRecords(12));
});
afterEach(() => bench.remove());

/** Runs a command as the command line would, on real files; gives its exit code and what it prints. */
async function run(command: CliCommand, args: readonly string[], language: Language = 'en') {
  const translate = createTranslator(language);
  const parsed = parseCliArguments(args, command, translate);
  const outcome = parsed.ok
    ? await command.run(parsed.value, {
        language,
        translate,
        cwd: bench.folder,
        store,
        exporterFor: () => {
          throw new Error('Nothing is exported');
        },
        showProgress: () => undefined,
        signal: new AbortController().signal,
      })
    : parsed;
  if (outcome.ok) return { code: 0, words: outcome.value.join('\n') };
  return { code: outcome.reason.exitCode, words: outcome.reason.sentence ?? '' };
}

function change(alter: (bytes: Buffer) => Buffer): void {
  writeFileSync(path, alter(readFileSync(path)));
}

function changeWithSql(statement: string): void {
  const database = new Database(path);
  database.exec(statement);
  database.close();
}

/** What can happen to a file, how it is judged, and with which words. */
const FILES: readonly (readonly [what: string, make: () => void, code: number, words: string])[] = [
  ['a sound file', () => {}, 0, '“journey.meander” is whole: 42 things and 0 pictures'],
  ['flipped bytes', () => change((bytes) => exchange(bytes, 'Lane 1', 'Hale 1')), 3, '“journey.meander” is damaged.'],
  ['half a file', () => truncateSync(path, 20_000), 3, '“journey.meander” is damaged.'],
  ['a file without its first page', () => change((bytes) => bytes.fill(0, 0, 8192)), 3, 'meander salvage'],
  ['a planted view', () => changeWithSql('CREATE VIEW v AS SELECT 1'), 6, '“journey.meander” was not opened.'],
  [
    'a planted trigger',
    () => changeWithSql('CREATE TRIGGER t AFTER UPDATE ON record BEGIN DELETE FROM record; END'),
    6,
    'could do harm',
  ],
  ['an index', () => changeWithSql('CREATE INDEX i ON record (type)'), 6, 'could do harm'],
  [
    'an edit with SQL',
    () => changeWithSql("UPDATE record SET json = replace(json, 'Nele', 'Noor')"),
    3,
    'meander salvage "journey.meander" --out NEW.meander',
  ],
  ['a newer schema', () => change((bytes) => writeAt(bytes, 60, 9)), 5, 'was made with a newer Meander'],
  ['an empty file', () => writeFileSync(path, ''), 4, 'is empty'],
  ['a text', () => writeFileSync(path, 'Dear all, '.repeat(1000)), 4, 'is not a Meander project'],
  ['a zip archive', () => writeFileSync(path, `PK\u0003\u0004${'\u0000'.repeat(3000)}`), 4, 'is not a Meander project'],
  ['a pipe', () => execFileSync('sh', ['-c', `rm '${path}' && mkfifo '${path}'`]), 4, 'is not a file'],
  ['no file', () => execFileSync('rm', [path]), 1, 'There is no file “journey.meander”.'],
];

function writeAt(bytes: Buffer, offset: number, value: number): Buffer {
  bytes.writeUInt32BE(value, offset);
  return bytes;
}

describe('meander check says in words and with its exit code what became of', () => {
  test.each(FILES)('%s', async (_what, make, code, words) => {
    make();
    const before = readdirSync(bench.folder);
    const outcome = await run(checkCommand, ['journey.meander']);
    expect(outcome.words).toContain(words);
    expect(outcome.code).toBe(code);
    expect(readdirSync(bench.folder)).toEqual(before);
  });

  test('a file with changes another program left beside it', async () => {
    const script = `const d = new (require('better-sqlite3'))(process.argv[1]);
      d.pragma('journal_mode = WAL'); d.exec("UPDATE meta SET value = value || '!'; UPDATE meta SET value = rtrim(value, '!')"); process.kill(process.pid, 'SIGKILL');`;
    expect(() => execFileSync(process.execPath, ['-e', script, path], { stdio: 'ignore' })).toThrow();
    const { code, words } = await run(checkCommand, ['journey.meander']);
    expect(code).toBe(0);
    expect(words).toContain(
      'Another program had left a file with changes beside this one. What was whole in it was taken in.',
    );
  });

  test('a command that was not understood', async () => {
    expect(await run(checkCommand, [])).toEqual({ code: 2, words: 'Name the project: meander check FILE' });
    expect((await run(checkCommand, ['a', 'b'])).code).toBe(2);
    expect((await run(checkCommand, ['a', '--out', 'b'])).code).toBe(2);
  });
});

describe('meander info', () => {
  test('tells what a project holds', async () => {
    const { code, words } = await run(infoCommand, ['journey.meander']);
    const { uuid, digest } = need(await store.read(path));
    expect(code).toBe(0);
    const rows = new Map(words.split('\n').map((line) => [line.slice(0, 15).trim(), line.slice(15)]));
    expect(Object.fromEntries(rows)).toMatchObject({
      File: 'journey.meander',
      Project: 'Parcel to the door',
      Maps: '1: “Today”',
      Personas: '1: “Nele”',
      Cards: '24',
      'Things in all': '42',
      Pictures: '0',
      Versions: '1',
      Authors: 'Nele',
      Schema: String(CURRENT_SCHEMA),
      Document: uuid,
      Digest: digest,
    });
    expect(rows.get('Saved')).toMatch(/, \d\d:\d\d, Nele$/);
    expect(rows.get('Size')).toMatch(/ kB$/);
  });

  test('in Dutch', async () => {
    const { words } = await run(infoCommand, ['journey.meander'], 'nl');
    expect(words).toContain('Kaarten           1: ‘Today’');
  });

  test('of a damaged file tells why not', async () => {
    truncateSync(path, 20_000);
    expect(await run(infoCommand, ['journey.meander'])).toMatchObject({ code: 3 });
  });
});

describe('meander salvage', () => {
  test('writes what can be read into a new project and lists what is missing', async () => {
    change((bytes) => exchange(bytes, 'Lane 1', 'Hale 1'));
    const bytes = readFileSync(path);
    const { code, words } = await run(salvageCommand, ['journey.meander', '--out', 'rescued.meander']);
    expect(code).toBe(0);
    expect(words.split('\n')).toEqual([
      bench.path('rescued.meander'),
      '41 things could be read and are in the new project.',
      '1 thing is missing:',
      '– 1 lane: “Hale 1”',
      expect.stringMatching(/^\d+ things were mended where they lost what they belonged to\.$/),
    ]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect((await run(checkCommand, ['rescued.meander'])).code).toBe(0);
    expect(need(await store.read(bench.path('rescued.meander'))).records).toHaveLength(41);
    expect(await store.listUnsaved()).toEqual([]);
  });

  test('of a sound project says that nothing is missing', async () => {
    const { words } = await run(salvageCommand, ['journey.meander', '--out', 'rescued.meander'], 'nl');
    expect(words).toContain('42 dingen waren te lezen en staan in het nieuwe project.\nEr ontbreekt niets.');
    const rescued = need(await store.read(bench.path('rescued.meander')));
    expect(byId(rescued.records)).toEqual(byId(sampleRecords(12)));
  });

  test('replaces nothing', async () => {
    writeFileSync(bench.path('there.meander'), 'mine');
    const taken = await run(salvageCommand, ['journey.meander', '--out', 'there.meander']);
    expect(taken).toMatchObject({ code: 1, words: expect.stringContaining('is there already') });
    expect(readFileSync(bench.path('there.meander'), 'utf8')).toBe('mine');
    expect(await run(salvageCommand, ['journey.meander', '--out', 'journey.meander'])).toMatchObject({ code: 1 });
  });

  test.each(FILES.filter(([, , code]) => code === 4 || code === 1))('makes nothing of %s', async (what, make, code) => {
    make();
    const outcome = await run(salvageCommand, ['journey.meander', '--out', 'rescued.meander']);
    if (what === 'a file without its first page') expect(outcome.code).toBe(0);
    else {
      expect(outcome.code).toBe(code);
      expect(existsSync(bench.path('rescued.meander'))).toBe(false);
    }
  });

  test('without a place to write to, or with one that is not there, says so', async () => {
    expect(await run(salvageCommand, ['journey.meander'])).toMatchObject({ code: 2 });
    const nowhere = await run(salvageCommand, ['journey.meander', '--out', 'gone/rescued.meander']);
    expect(nowhere).toMatchObject({ code: 1, words: expect.stringContaining('its folder is not there') });
  });
});
