import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { italicFont, uprightFont } from '../../shared/layout/font.ts';
import { FONT_FAMILY } from '../../shared/scene/sceneToSvg.ts';
import { difficultProject } from '../fixtures/difficultProject.ts';
import { type PdfFile, type PdfWord, paintPdf, readPdf, readWords } from '../fixtures/pdfFile.ts';
import { furthest, shrink } from '../fixtures/pixels.ts';
import { readPng } from '../fixtures/pngFile.ts';
import { writeProject } from '../fixtures/writeProject.ts';
import { launchMeander, runCli } from './harness/app.ts';
import { bundlePageScript } from './harness/pageScript.ts';
import { removeFolder } from './harness/removeFolder.ts';
import type { MeanderApp } from './harness/startMeander.ts';
import type { OverflowRequest } from './page/findOverflow.ts';

const records = difficultProject();
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/gu;
const LETTERS = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...Array.from({ length: 0x40 }, (_, at) => String.fromCharCode(0xc0 + at)).filter((letter) => /\p{L}/u.test(letter)),
];
/** Characters no font has: one of private use, one that Unicode has not given away. */
const UNASSIGNED = '\u{10fffd}\u0378';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-text-'));
});

afterAll(async () => {
  await removeFolder(folder);
});

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** How often each letter comes in texts. */
function countLetters(texts: readonly string[], letters: RegExp): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [letter] of texts.join('').matchAll(letters)) counts[letter] = (counts[letter] ?? 0) + 1;
  return counts;
}

/** Everything the poster of a project with one map shows of what was typed. */
function shownTexts(): readonly string[] {
  return records.flatMap((record): readonly string[] => {
    switch (record.type) {
      case 'card':
        return [record.text, record.kind === 'measure' ? record.figure : ''];
      case 'stage':
        return [record.name, record.goal];
      case 'step':
        return [record.name];
      case 'lane':
        return [record.name, record.hint];
      case 'emotion':
        return [record.label];
      case 'persona':
        return [
          record.name,
          record.job,
          record.quote,
          ...[...record.goals, ...record.frustrations].map(({ text }) => text),
        ];
      case 'map':
        return [record.title, record.scenario, record.business, record.authors, record.basis];
      default:
        return [];
    }
  });
}

describe('a poster of long words, emoji and four scripts', () => {
  let pdf: PdfFile;
  let words: readonly PdfWord[];

  beforeAll(async () => {
    const file = await writeProject(join(folder, 'difficult.meander'), records);
    const result = await runCli(
      ['export', file, '--pdf', 'a.pdf', '--png', 'a.png', '--paper', 'fit', '--lang', 'nl'],
      folder,
    );
    expect(result).toMatchObject({ code: 0, stderr: '' });
    [pdf, words] = await Promise.all([readPdf(join(folder, 'a.pdf')), readWords(join(folder, 'a.pdf'))]);
  });

  test('says everything that was typed', () => {
    const said = squeeze(pdf.text);
    const leftToRight = shownTexts().filter((text) => text.search(RIGHT_TO_LEFT) === -1);
    expect(leftToRight.length).toBeGreaterThan(80);
    expect(leftToRight.filter((text) => !said.includes(squeeze(text)))).toEqual([]);
  });

  test('says every letter of Arabic and Hebrew as often as it was typed', () => {
    const typed = countLetters(shownTexts(), RIGHT_TO_LEFT);
    expect(Object.keys(typed).length).toBeGreaterThan(40);
    expect(countLetters([pdf.text], RIGHT_TO_LEFT)).toEqual(typed);
  });

  test('embeds every font', () => {
    expect(pdf.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  });

  test('lets no word run into another or off the page', () => {
    // Fonts of other scripts come as shapes whose boxes are far higher than their letters.
    const latin = words.filter(({ text }) => /^\p{Script=Latin}+$/u.test(text));
    expect(latin.length).toBeGreaterThan(800);
    const off = latin.filter(
      ({ left, right, top, bottom }) => left < 0 || right > pdf.width || top < 0 || bottom > pdf.height,
    );
    expect(off.map(({ text }) => text)).toEqual([]);
    expect(overlaps(latin)).toEqual([]);
  });

  test('looks the same as PNG and as PDF', async () => {
    const png = await readPng(join(folder, 'a.png'));
    const [across, down] = [60, Math.round((60 * png.height) / png.width)];
    const painted = await paintPdf(join(folder, 'a.pdf'), 40 * across, 40 * down);
    expect(furthest(shrink(png, across, down), shrink(painted, across, down))).toBeLessThan(15);
  });
});

describe('in a window, where text has its real width and its fonts', () => {
  let app: MeanderApp;

  beforeAll(async () => {
    app = await launchMeander({ lang: 'nl' });
    for (const script of ['findOverflow', 'compareWidths']) await app.window.evaluate(await bundlePageScript(script));
  });

  afterAll(async () => {
    await app.close();
  });

  test.each(['sheet', 'A1', 'fit'] as const)('no text stands outside its card, label or head: %s', async (look) => {
    const request: OverflowRequest = { records, look };
    const report = await app.window.evaluate((asked) => globalThis.findOverflow?.(asked), request);
    expect(report?.outside).toEqual([]);
    expect(report?.texts).toBeGreaterThan(500);
  });

  test('a word is as wide as its pairs of letters together', async () => {
    const words = [...new Set([...shownTexts().flatMap((text) => text.split(/\s+/)), ...chanceWords()])];
    expect(words.length).toBeGreaterThan(2000);
    // Pictures of emoji come in steps of size; 16 px is one.
    const fonts = [uprightFont(16), uprightFont(16, 700), italicFont(16, 500)];
    const other = await app.window.evaluate((asked) => globalThis.compareWidths?.(asked), { words, fonts });
    expect(other).toEqual([]);
  });

  test('every character is drawn by a font that has it', async () => {
    const texts = [...shownTexts(), UNASSIGNED];
    const missing = await app.window.evaluate(findMissing, { texts, family: FONT_FAMILY });
    expect(missing.join('')).toBe(UNASSIGNED);
  });
});

/** Every letter and digit after others, with the signs that end a sentence. */
function chanceWords(): readonly string[] {
  const latin = fc.constantFrom(...LETTERS);
  const word = fc.oneof(
    fc.string({ unit: latin, minLength: 1, maxLength: 9 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 6 }),
  );
  const ended = fc.tuple(word, fc.constantFrom('', '.', ',')).map((parts) => parts.join(''));
  return fc.sample(ended, { numRuns: 3000, seed: 7 });
}

/** Runs in the window: the characters drawn as the box that stands for one no font has. */
function findMissing({ texts, family }: { readonly texts: readonly string[]; readonly family: string }): string[] {
  const context = new OffscreenCanvas(120, 80).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This window has no 2D canvas');
  context.font = `40px ${family}`;
  const draw = (character: string): string => {
    context.clearRect(0, 0, 120, 80);
    context.fillText(character, 20, 55);
    return context.getImageData(0, 0, 120, 80).data.join();
  };
  const box = draw('\u{10fffe}');
  const shaped = Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(texts.join('')));
  const alone = texts.join('').match(/[\p{L}\p{N}\p{P}\p{S}\p{Cn}\p{Co}]/gu) ?? [];
  return [...new Set([...shaped.map(({ segment }) => segment), ...alone])].filter(
    (character) => draw(character) === box,
  );
}

/** Words whose boxes share more than a hair. A box is as high as its font; its letters are not. */
function overlaps(words: readonly PdfWord[]): readonly string[] {
  const sorted = [...words].sort((a, b) => a.top - b.top);
  const found: string[] = [];
  sorted.forEach((word, at) => {
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (other === undefined || other.top > word.bottom) break;
      const across = Math.min(word.right, other.right) - Math.max(word.left, other.left);
      const down = Math.min(word.bottom, other.bottom) - Math.max(word.top, other.top);
      const height = Math.min(word.bottom - word.top, other.bottom - other.top);
      if (across > 0.3 && down > 0.5 * height) found.push(`${word.text} / ${other.text}`);
    }
  });
  return found;
}
