import { describe, expect, test } from 'vitest';
import { parseCliArguments } from '../../../electron/main/commandLine/cliArguments.ts';
import { EXPORT_OPTIONS, readExportOrder } from '../../../electron/main/commandLine/exportOptions.ts';
import { oneLine } from '../../../electron/main/commandLine/terminal.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';

const translate = createTranslator('en');

function order(...args: string[]) {
  const parsed = parseCliArguments(args, { name: 'export', options: EXPORT_OPTIONS }, translate);
  return parsed.ok ? readExportOrder(parsed.value, '/home/noor', 'nl', translate) : parsed;
}

function sentence(...args: string[]): string {
  const outcome = order(...args);
  if (outcome.ok) throw new Error('The order was understood');
  expect(outcome.reason.exitCode).toBe(2);
  return outcome.reason.sentence ?? '';
}

describe.skipIf(process.platform === 'win32')('an order to export', () => {
  test('has usual values for what is not said', () => {
    expect(order('a.meander', '--pdf', 'out/a.pdf')).toEqual({
      ok: true,
      value: {
        file: '/home/noor/a.meander',
        outputs: [{ format: 'pdf', target: '/home/noor/out/a.pdf' }],
        map: null,
        persona: null,
        look: { paper: 'A1', scale: 1, theme: 'light' },
        language: 'nl',
      },
    });
  });

  test('can name both kinds of file, and everything else', () => {
    const args = ['--map=Een kaart', '--paper', 'fit', '--scale=2.5', '--theme', 'dark', '--lang', 'EN'];
    expect(order('--png', '/tmp/a.png', 'a.meander', '--pdf=/tmp/a.pdf', ...args)).toMatchObject({
      value: {
        outputs: [
          { format: 'pdf', target: '/tmp/a.pdf' },
          { format: 'png', target: '/tmp/a.png' },
        ],
        map: 'Een kaart',
        look: { paper: 'fit', scale: 2.5, theme: 'dark' },
        language: 'en',
      },
    });
  });

  test.each([
    [
      'a map and a persona',
      ['a.meander', '--pdf', 'a.pdf', '--map', 'A', '--persona', 'B'],
      'Choose a map or a persona',
    ],
    ['no file', [], 'Name the project to export'],
    ['no output', ['a.meander'], 'Say what to write'],
    ['two files', ['a.meander', 'b.meander', '--pdf', 'a.pdf'], '“b.meander” is one word too many'],
    ['an unknown option', ['a.meander', '--jpg', 'a.jpg'], 'There is no option “--jpg”'],
    ['an unknown short option', ['a.meander', '-o', 'a.pdf'], 'There is no option “-o”'],
    ['an option without its value', ['a.meander', '--pdf'], 'The option --pdf needs a value'],
    ['an option with an empty value', ['a.meander', '--pdf='], 'The option --pdf needs a value'],
    ['an option instead of a value', ['a.meander', '--pdf', '--png', 'a.png'], 'The option --pdf needs a value'],
    ['an unknown paper', ['a.meander', '--pdf', 'a.pdf', '--paper', 'A9'], '“A9” is nothing for --paper'],
    ['an unknown theme', ['a.meander', '--pdf', 'a.pdf', '--theme', 'pink'], 'Choose one of light, dark'],
    ['an unknown language', ['a.meander', '--pdf', 'a.pdf', '--lang', 'fr'], 'Choose one of en, nl'],
    ['a scale beyond the largest', ['a.meander', '--png', 'a.png', '--scale', '5'], 'a number from 1 to 4'],
    ['a scale that is no number', ['a.meander', '--png', 'a.png', '--scale', 'big'], 'a number from 1 to 4'],
    ['the project as its target', ['a.meander', '--pdf', './a.meander'], 'is the project itself'],
    ['one target for two', ['a.meander', '--pdf', 'x', '--png', './x'], 'cannot be one file'],
  ])('with %s is told what is missing', (_what, args, words) => {
    expect(sentence(...args)).toContain(words);
  });
});

test('a sentence stays on one line, whatever a file is called', () => {
  expect(oneLine('There is no file “a\nb\u2028c”.\n')).toBe('There is no file “a b c”.');
  expect(oneLine('“\u001b[31mred\u0007” and “\u202egpj”')).toBe('“\ufffd[31mred\ufffd” and “\ufffdgpj”');
});
