import type { TextHit } from '../../shared/find/findTexts.ts';

/** A piece of an excerpt; `found` when it is the words sought. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Characters that are shown before the first hit and after the last one of an excerpt. */
const BEFORE = 32;
const AFTER = 90;

/** The part of a text around the first words found in it, in one line, in pieces. */
export function excerptOf({ text, ranges }: Pick<TextHit, 'text' | 'ranges'>): readonly Piece[] {
  const first = ranges[0]?.start ?? 0;
  const from = first > BEFORE ? startOfWord(text, first - BEFORE) : 0;
  const to = Math.min(text.length, (ranges[0]?.end ?? 0) + AFTER);
  const pieces: Piece[] = from > 0 ? [{ text: '… ', found: false }] : [];
  let at = from;
  for (const { start, end } of ranges) {
    if (end > to) break;
    pieces.push({ text: text.slice(at, start), found: false }, { text: text.slice(start, end), found: true });
    at = end;
  }
  pieces.push({ text: text.slice(at, to), found: false });
  if (to < text.length) pieces.push({ text: '…', found: false });
  return pieces.flatMap((piece) =>
    piece.text === '' ? [] : [{ ...piece, text: piece.text.replace(/\s*\n\s*/g, ' ') }],
  );
}

/** The first beginning of a word from a place on, so that no letter is cut in two. */
function startOfWord(text: string, at: number): number {
  const space = text.slice(at, at + BEFORE).search(/\s\S/);
  return space < 0 ? at : at + space + 1;
}
