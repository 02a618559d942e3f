import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uprightFont } from '../../../shared/layout/font.ts';
import { runsRightToLeft, type TextBlock, wrapText } from '../../../shared/layout/textLayout.ts';
import { tableMeasurer } from '../../fixtures/tableMeasurer.ts';

const font = uprightFont(15);

function wrap(text: string, width: number, lendWord = true): TextBlock {
  return wrapText(text, { width, font, lineHeight: 20, measurer: tableMeasurer, lendWord });
}

function linesOf(text: string, width: number): readonly string[] {
  return wrap(text, width, false).lines.map((line) => line.text);
}

describe('wrapText', () => {
  test('breaks at spaces and leaves none at the ends of lines', () => {
    expect(linesOf('Stops scrolling at a floral dress', 112)).toEqual(['Stops scrolling', 'at a floral', 'dress']);
  });

  test('keeps line feeds and empty lines', () => {
    expect(linesOf('one\n\ntwo', 200)).toEqual(['one', '', 'two']);
  });

  test('an empty text has no lines and no height', () => {
    expect(wrap('', 100)).toMatchObject({ lines: [], height: 0, width: 0 });
  });

  test('breaks a word only where no line could hold it, after the marks of an address first', () => {
    const lines = linesOf('www.example.nl/een/heel/lang/pad', 110);
    expect(lines.slice(0, -1).every((line) => /[./]$/.test(line))).toBe(true);
    expect(lines.join('')).toBe('www.example.nl/een/heel/lang/pad');
  });

  test('breaks after a hyphen and keeps it', () => {
    expect(linesOf('e-mailmarketing-campagne', 130)).toEqual(['e-mailmarketing-', 'campagne']);
  });

  test('keeps a no-break space together', () => {
    expect(linesOf('korting van 10\u00a0%', 100)).toEqual(['korting van', '10\u00a0%']);
  });

  test('breaks Chinese between characters but never before a full stop', () => {
    const lines = linesOf('我想穿一条裙子。但是不知道', 120);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => !line.startsWith('。'))).toBe(true);
  });

  test('never splits an emoji family or a letter from its accents', () => {
    const family = '👩‍👩‍👧‍👦';
    const lines = linesOf(family.repeat(8), 40);
    expect(lines.every((line) => line.split(family).join('') === '')).toBe(true);
  });

  test('breaks Thai at words', () => {
    const lines = linesOf('ฉันต้องการชุดที่ไม่มีใครใส่', 90);
    expect(lines.length).toBeGreaterThan(1);
  });

  test('marks lines of right-to-left paragraphs', () => {
    expect(wrap('أريد فستانا', 400).lines[0]?.rightToLeft).toBe(true);
    expect(wrap('Ik wil فستانا', 400).lines[0]?.rightToLeft).toBe(false);
    expect(runsRightToLeft('12 שמלה')).toBe(true);
  });

  test('lends a word to a last line that would hold one short word alone', () => {
    const alone = wrap('Wanders through the summer day', 190, false).lines.map((line) => line.text);
    const lent = wrap('Wanders through the summer day', 190, true).lines.map((line) => line.text);
    expect(alone).toEqual(['Wanders through the', 'summer day']);
    expect(lent).toEqual(alone);
    const short = 'Wanders through all the day';
    expect(wrap(short, 182, false).lines.at(-1)?.text).toBe('day');
    expect(wrap(short, 182, true).lines.at(-1)?.text).toBe('the day');
  });

  test('no line is wider than asked, and no character is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 40, max: 400 }), (text, width) => {
        const block = wrap(text, width);
        const joined = block.lines.map((line) => line.text).join('');
        expect(withoutSpaces(joined)).toBe(withoutSpaces(text));
        const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
        for (const line of block.lines) {
          const single = [...segmenter.segment(line.text)].length <= 1;
          if (!single) expect(line.width).toBeLessThanOrEqual(width + 0.001);
        }
        expect(block.height).toBe(block.lines.length * 20);
      }),
    );
  });
});

function withoutSpaces(text: string): string {
  return text.replace(/[ \t\n]/g, '');
}
