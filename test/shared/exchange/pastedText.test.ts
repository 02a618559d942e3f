import { expect, test } from 'vitest';
import { readPastedText } from '../../../shared/exchange/pastedText.ts';
import { LIMITS } from '../../../shared/records/limits.ts';

test('a text is nothing, a line, several lines or a table', () => {
  expect(readPastedText(' \n\t\n')).toEqual({ kind: 'nothing' });
  expect(readPastedText(' Only this \n')).toEqual({ kind: 'line', text: 'Only this' });
  expect(readPastedText('One\r\n\r\n  Two')).toEqual({ kind: 'lines', rows: [['One'], ['Two']] });
  expect(readPastedText('One\t Two\n\tThree')).toEqual({
    kind: 'table',
    rows: [
      ['One', 'Two'],
      ['', 'Three'],
    ],
  });
});

test('as many cards as may come of a paste are taken, one more is too much', () => {
  const lines = (count: number) => Array.from({ length: count }, () => 'x').join('\n');
  expect(readPastedText(lines(LIMITS.pastedCells - 1)).kind).toBe('lines');
  expect(readPastedText(lines(LIMITS.pastedCells)).kind).toBe('lines');
  expect(readPastedText(lines(LIMITS.pastedCells + 1)).kind).toBe('tooMuch');
});

test('as many characters as may be pasted are looked at, one more is too much', () => {
  const most = LIMITS.pastedCharacters;
  expect(readPastedText('x'.repeat(most - 1)).kind).toBe('line');
  expect(readPastedText('x'.repeat(most)).kind).toBe('line');
  expect(readPastedText('x'.repeat(most + 1)).kind).toBe('tooMuch');
});
