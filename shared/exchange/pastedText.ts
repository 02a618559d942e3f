import { LIMITS } from '../records/limits.ts';
import { readTableText, type TextTable } from './tableText.ts';

/** A text from another program that can be put on a map: one line, several lines, or a table of several columns. */
export type PastedWords =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'lines'; readonly rows: TextTable }
  | { readonly kind: 'table'; readonly rows: TextTable };

/** What a text from another program is; no words, or too many of them, cannot be put anywhere. */
export type PastedText = PastedWords | { readonly kind: 'nothing' } | { readonly kind: 'tooMuch' };

/** Tells what a pasted or dropped text is. Cells are trimmed, and lines that say nothing are left out of a list. */
export function readPastedText(text: string): PastedText {
  if (text.length > LIMITS.pastedCharacters) return { kind: 'tooMuch' };
  const rows = readTableText(text).map((row) => row.map((cell) => cell.trim()));
  const cells = rows.reduce((sum, row) => sum + row.filter((cell) => cell !== '').length, 0);
  if (cells === 0) return { kind: 'nothing' };
  if (cells > LIMITS.pastedCells) return { kind: 'tooMuch' };
  if (rows.some((row) => row.length > 1)) return { kind: 'table', rows };
  const lines = rows.filter(([cell]) => cell !== '');
  const [only] = lines;
  return lines.length === 1 ? { kind: 'line', text: only?.[0] ?? '' } : { kind: 'lines', rows: lines };
}
