import { copyFile, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { launch, launchMeander, runCli } from './harness/app.ts';
import { removeFolder } from './harness/removeFolder.ts';
import { runCommandLine } from './harness/runCommandLine.ts';

const sample = join(projectRoot, 'assets/samples/sarah.en.meander');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-cli-test-'));
});

afterAll(async () => {
  await removeFolder(folder);
});

/** A4 to A0 in PDF points, landscape. */
const A1 = { width: (841 / 25.4) * 72, height: (594 / 25.4) * 72 };

async function readPdf(path: string) {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const [, , width = 0, height = 0] = page.view;
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  return { pages: pdf.numPages, width, height, text };
}

async function readPngSize(path: string) {
  const bytes = await readFile(path);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe('meander export', () => {
  test('writes a poster as PDF and as PNG in one call', async () => {
    const [pdf, png] = [join(folder, 'sarah.pdf'), join(folder, 'sarah.png')];
    const result = await runCli(['export', sample, '--pdf', pdf, '--png', png]);
    expect(result).toEqual({ code: 0, stdout: `${pdf}\n${png}\n`, stderr: '' });
    const { pages, width, height, text } = await readPdf(pdf);
    expect(pages).toBe(1);
    expect(Math.abs(width - A1.width)).toBeLessThan(1);
    expect(Math.abs(height - A1.height)).toBeLessThan(1);
    expect(text).toContain('A dress for the summer party');
    const size = await readPngSize(png);
    expect(size.width).toBe(2400);
    expect(Math.abs(size.height - 2400 / Math.SQRT2)).toBeLessThan(5);
  });

  test('writes the map and language asked for, from where the person stands', async () => {
    await copyFile(join(projectRoot, 'assets/samples/sarah.nl.meander'), join(folder, 'reis.meander'));
    const options = ['--map', 'MET EEN PASVORMADVISEUR', '--paper', 'fit', '--lang', 'nl'];
    const result = await runCli(['export', 'reis.meander', '--pdf', 'reis.pdf', ...options], folder);
    expect(result.stderr).toBe('');
    const { text } = await readPdf(join(folder, 'reis.pdf'));
    expect(text).toContain('Met een pasvormadviseur');
    expect(text).toContain('reis.meander');
  });

  test('writes the card of a persona on one page, with nothing of her left out', async () => {
    const [pdf, png] = [join(folder, 'card.pdf'), join(folder, 'card.png')];
    const result = await runCli(['export', sample, '--persona', 'SARAH', '--pdf', pdf, '--png', png, '--lang', 'nl']);
    expect(result).toEqual({ code: 0, stdout: `${pdf}\n${png}\n`, stderr: '' });
    const { pages, width, height, text } = await readPdf(pdf);
    expect([pages, Math.round(width), Math.round(height)]).toEqual([1, 595, 842]);
    const said = text.replace(/\s+/g, ' ');
    for (const words of [
      'Stand out on Saturday',
      '24, junior stylist, Utrecht',
      'Privéleven',
      '12 van 18 onderzocht',
    ]) {
      expect(said).toContain(words);
    }
    const size = await readPngSize(png);
    expect(Math.abs(size.height - size.width * Math.SQRT2)).toBeLessThan(2);
  });

  test('draws as many pixels as asked for, in the look asked for', async () => {
    const [light, dark] = [join(folder, 'light.png'), join(folder, 'dark.png')];
    await runCli(['export', sample, '--png', light, '--scale', '2']);
    await runCli(['export', sample, '--png', dark, '--scale', '2', '--theme', 'dark']);
    expect((await readPngSize(light)).width).toBe(4800);
    expect((await readPngSize(dark)).width).toBe(4800);
    expect((await readFile(light)).equals(await readFile(dark))).toBe(false);
  });

  test('replaces a file as a whole, and leaves nothing beside it', async () => {
    const own = await mkdtemp(join(folder, 'own-'));
    await writeFile(join(own, 'a.pdf'), 'old');
    await runCli(['export', sample, '--pdf', 'a.pdf', '--paper', 'A4'], own);
    expect(await readdir(own)).toEqual(['a.pdf']);
    expect((await readFile(join(own, 'a.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('works while the application is open', async () => {
    const app = await launchMeander();
    const pdf = join(folder, 'beside.pdf');
    const result = await runCli(['export', sample, '--pdf', pdf]);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    await app.close();
  });

  test('leaves nothing of its own behind', async () => {
    const temporary = await mkdtemp(join(folder, 'tmp-'));
    const elsewhere = { ...launch, env: { ...launch.env, TMPDIR: temporary } };
    const result = await runCommandLine(elsewhere, ['export', sample, '--pdf', join(folder, 'clean.pdf')]);
    expect(result.code).toBe(0);
    expect(await readdir(temporary)).toEqual([]);
  });
});

describe('one line says what happened and what to do', () => {
  const pdf = ['--pdf', 'out.pdf'];

  beforeAll(async () => {
    const original = await readFile(sample);
    const change = async (name: string, alter: (bytes: Buffer) => Buffer) =>
      writeFile(join(folder, name), alter(Buffer.from(original)));
    await mkdir(join(folder, 'folder.meander'));
    await writeFile(join(folder, 'text.meander'), 'Not a project at all, but long enough to have a header.'.repeat(20));
    await writeFile(join(folder, 'empty.meander'), '');
    await change('cut.meander', (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)));
    await change('flipped.meander', (bytes) => {
      const at = bytes.indexOf('summer party');
      bytes.write('winter', at);
      return bytes;
    });
    // user_version stands at byte 60 of an SQLite file.
    await change('newer.meander', (bytes) => {
      bytes.writeUInt32BE(9_999, 60);
      return bytes;
    });
    await mkdir(join(folder, 'taken.pdf'));
  });

  test.each([
    ['a file that is not there', ['export', 'gone.meander', ...pdf], 1, 'There is no file “gone.meander”.'],
    ['a folder', ['export', 'folder.meander', ...pdf], 1, '“folder.meander” is not a file.'],
    ['another kind of file', ['export', 'text.meander', ...pdf], 1, '“text.meander” is not a Meander project.'],
    ['an empty file', ['export', 'empty.meander', ...pdf], 1, '“empty.meander” is empty.'],
    ['half a file', ['export', 'cut.meander', ...pdf], 1, '“cut.meander” is damaged.'],
    ['a file with changed bytes', ['export', 'flipped.meander', ...pdf], 1, '“flipped.meander” is damaged.'],
    ['a newer file', ['export', 'newer.meander', ...pdf], 1, '“newer.meander” was made with a newer Meander.'],
    ['an unknown map', ['export', sample, '--map', 'x', ...pdf], 1, 'has no map called “x”. Its maps are “A dress for'],
    ['a folder that is not there', ['export', sample, '--pdf', 'gone/a.pdf'], 1, 'cannot be written (ENOENT).'],
    ['a folder as target', ['export', sample, '--pdf', 'taken.pdf'], 1, 'cannot be written (EISDIR).'],
    ['a name too long', ['export', sample, '--pdf', `${'n'.repeat(300)}.pdf`], 1, 'longer than the disk takes.'],
    ['no arguments', ['export'], 2, 'Name the project to export'],
    ['a bad option', ['export', sample, '--jpg', 'a.jpg'], 2, 'There is no option “--jpg”.'],
    ['an unknown command', ['frobnicate'], 2, 'There is no command “frobnicate”.'],
  ])('%s', async (_what, args, code, words) => {
    const result = await runCli(args, folder);
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(/^meander: [^\n]+\n$/);
    expect(result.stderr).toContain(words);
    expect(await readdir(folder)).not.toContain('out.pdf');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('in Dutch', async () => {
    const result = await runCli(['export', 'gone.meander', ...pdf, '--lang', 'nl'], folder);
    expect(result.stderr).toBe('meander: Er is geen bestand ‘gone.meander’. Controleer de naam en de map.\n');
  });
});

test.each([
  [['--help'], 'meander export FILE'],
  [['help', 'export'], '--paper SIZE'],
  [['export', '--help'], '--paper SIZE'],
  [['--version'], 'Meander 0.'],
])('meander %j tells without a window', async (args, words) => {
  const result = await runCli(args);
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(result.stdout).toContain(words);
});
