import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../../shared/util/cleanText.ts';

/** Whole characters, and code units at random: controls, halves of pairs, accents apart from their letters. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

test.each([
  ['windows\r\nand old\rmac', 'windows\nand old\nmac'],
  ['cafe\u0301', 'café'],
  ['be\u0007ll\u0000', 'bell'],
  ['\u0085\u009fC1\u007f', 'C1'],
  ['tab\tstays', 'tab\tstays'],
  ['half \ud83d of a pair', 'half \ufffd of a pair'],
  ['whole 😀 stays', 'whole 😀 stays'],
  ['not\ufffe\uffffcharacters', 'notcharacters'],
  ['\u2067right to left\u2069', '\u2067right to left\u2069'],
])('%j becomes %j', (typed, clean) => {
  expect(cleanText(typed)).toBe(clean);
});

test('clean text stays as it is when it is cleaned again', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      expect(cleanText(cleanText(typed))).toBe(cleanText(typed));
    }),
    { numRuns: 1000 },
  );
});

test('clean text is valid Unicode in NFC without control characters', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const clean = cleanText(typed);
      expect(clean.normalize('NFC')).toBe(clean);
      expect(new TextDecoder('utf-8').decode(new TextEncoder().encode(`|${clean}`))).toBe(`|${clean}`);
      expect([...clean].some((character) => character < ' ' && character !== '\n' && character !== '\t')).toBe(false);
    }),
  );
});

test('a line is clean text with spaces for line breaks', () => {
  expect(cleanLine('one\r\ntwo\n\nthree')).toBe('one two  three');
  fc.assert(
    fc.property(anyText, (typed) => {
      expect(cleanLine(typed)).toBe(cleanText(typed).replaceAll('\n', ' '));
    }),
  );
});
