import { describe, expect, test } from 'vitest';
import { ownArguments, parseInvocation } from '../../../electron/main/commandLine/invocation.ts';

const commands = ['export', 'check'];

describe.skipIf(process.platform === 'win32')('the arguments of a person', () => {
  const own = ['export', 'a.meander', '--pdf', 'a.pdf'];

  test.each([
    ['a packed application', null, ['/opt/meander/meander', ...own]],
    ['a packed application with switches of Chromium', null, ['/opt/meander', '--no-sandbox', '--lang=nl', ...own]],
    ['Electron with a folder', '/work/app', ['/usr/bin/electron', '.', ...own]],
    ['Electron with switches', '/work/app', ['electron', '--inspect=0', '--no-sandbox', '/work/app', ...own]],
    ['Electron with a module to load', '/work/app', ['electron', '-r', '/x/loader.js', '/work/app/', ...own]],
    ['Electron that has taken its own away', '/work/app', ['electron', '/work/app', '--disable-gpu', ...own]],
  ])('come after what is not theirs: %s', (_what, appFolder, argv) => {
    expect(ownArguments({ argv, appFolder, cwd: '/work/app' })).toEqual(own);
  });

  test('are none when there are only switches', () => {
    expect(ownArguments({ argv: ['meander', '--no-sandbox', '-psn_0_1'], appFolder: null, cwd: '/' })).toEqual([]);
  });

  test('keep the switches that ask for help', () => {
    const argv = ['meander', '--no-sandbox', '--version'];
    expect(ownArguments({ argv, appFolder: null, cwd: '/' })).toEqual(['--version']);
  });

  test('keep the switches of a command', () => {
    const argv = ['meander', 'export', 'a', '--lang=nl'];
    expect(ownArguments({ argv, appFolder: null, cwd: '/' })).toEqual(['export', 'a', '--lang=nl']);
  });
});

describe.skipIf(process.platform === 'win32')('an invocation', () => {
  const there = new Set(['/home/noor/notes']);
  const parse = (...args: string[]) => parseInvocation(args, commands, '/home/noor', (path) => there.has(path));

  test('without a word opens the start screen', () => {
    expect(parse()).toEqual({ kind: 'open', files: [] });
  });

  test('opens files, from where the person stands', () => {
    expect(parse('a.meander', '../b.meander', '/c.meander')).toEqual({
      kind: 'open',
      files: ['/home/noor/a.meander', '/home/b.meander', '/c.meander'],
    });
  });

  test('opens what a file manager names by its address', () => {
    expect(parse('file:///home/noor/My%20map.meander')).toEqual({ kind: 'open', files: ['/home/noor/My map.meander'] });
  });

  test('opens a file without an ending when it is there', () => {
    expect(parse('notes')).toEqual({ kind: 'open', files: ['/home/noor/notes'] });
  });

  test('runs a command with its own arguments', () => {
    expect(parse('export', 'a.meander', '--pdf', 'a.pdf')).toEqual({
      kind: 'command',
      name: 'export',
      args: ['a.meander', '--pdf', 'a.pdf'],
    });
  });

  test.each([[['--help']], [['-h']], [['help']], [['help', '--lang=nl']]])('helps: %j', (args) => {
    expect(parse(...args)).toEqual({ kind: 'help', command: null });
  });

  test.each([[['help', 'export']], [['export', '--help']], [['export', 'a', '-h']]])(
    'helps with one command: %j',
    (args) => {
      expect(parse(...args)).toEqual({ kind: 'help', command: 'export' });
    },
  );

  test('tells the version', () => {
    expect(parse('--version')).toEqual({ kind: 'version' });
  });

  test.each([[['frobnicate']], [['help', 'frobnicate']]])('does not know the word of %j', (args) => {
    expect(parse(...args)).toEqual({ kind: 'unknown', word: 'frobnicate' });
  });
});
