import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTableText, writeTableHtml, writeTableText } from '../../../shared/exchange/tableText.ts';

describe('a table as text', () => {
  test('reads as what was written, whatever the cells say', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a', ' ') }));
    const row = fc.array(cell, { minLength: 1, maxLength: 4 });
    const table = fc.array(row, { minLength: 1, maxLength: 4 }).filter((rows) => rows.at(-1)?.join() !== '');
    fc.assert(
      fc.property(table, (rows) => {
        const clean = rows.map((cells) => cells.map((text) => text.replaceAll('\r', '')));
        fc.pre(clean.at(-1)?.some((text) => text !== '') === true);
        expect(readTableText(writeTableText(clean))).toEqual(clean);
      }),
    );
  });

  test('reads what spreadsheets write: cells with line breaks in quotation marks, CRLF, a break at the end', () => {
    expect(readTableText('One\t"two\r\nlines"\t3\r\n"say ""yes"""\t\r\n')).toEqual([
      ['One', 'two\nlines', '3'],
      ['say "yes"', ''],
    ]);
  });

  test('leaves the quotation marks of a sentence alone', () => {
    expect(readTableText('"Where is my parcel?"\n"Really?" she asks\n"never closed')).toEqual([
      ['"Where is my parcel?"'],
      ['"Really?" she asks'],
      ['"never closed'],
    ]);
  });

  test('is one empty table for no text', () => {
    expect(readTableText('')).toEqual([]);
  });
});

test('a table as rich text shows every sign as it is and makes no formula', () => {
  expect(writeTableHtml([['=1+1', '<b>&\n"']])).toBe(
    `<table><tr><td style='mso-number-format:"\\@";white-space:pre-wrap'>=1+1</td>` +
      `<td style='mso-number-format:"\\@";white-space:pre-wrap'>&lt;b&gt;&amp;<br>"</td></tr></table>`,
  );
});
