/** A text as a search sees it, with where each of its characters came from. */
export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where its character begins in the original. */
  readonly starts: readonly number[];
  /** And where that character ends, the marks that belong to it included. */
  readonly ends: readonly number[];
}

/** A part of a text, in UTF-16 units: from `start` up to, not including, `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A text without case, accents and the other shapes one letter may have: "Café" and "cafe" are the same, "ß" is "ss",
 * a full-width letter is the plain one.
 */
export function foldText(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    const end = at + character.length;
    // A mark of its own belongs to the letter before it.
    if (plain === '' && ends.length > 0) extendLast(ends, starts, end);
    for (const _unit of plain.split('')) {
      starts.push(at);
      ends.push(end);
    }
    folded += plain;
    at = end;
  }
  return { text: folded, starts, ends };
}

function foldCharacter(character: string): string {
  return character
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

function extendLast(ends: number[], starts: readonly number[], end: number): void {
  const start = starts.at(-1);
  for (let unit = ends.length - 1; unit >= 0 && starts[unit] === start; unit -= 1) ends[unit] = end;
}

/** Where a text says the words sought, from left to right and without overlap; none for an empty search. */
export function findInText(text: string, sought: string): readonly TextRange[] {
  const needle = foldText(sought).text;
  if (needle === '') return [];
  const { text: hay, starts, ends } = foldText(text);
  const found: TextRange[] = [];
  for (let at = hay.indexOf(needle); at >= 0; ) {
    const start = starts[at] ?? 0;
    const end = ends[at + needle.length - 1] ?? text.length;
    // A hit in the middle of a letter that folds to several (the second s of a ß) begins with the whole letter.
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ start, end });
    at = hay.indexOf(needle, at + needle.length);
  }
  return found;
}

/** The text with each of these parts replaced. */
export function replaceRanges(text: string, ranges: readonly TextRange[], by: string): string {
  let made = '';
  let at = 0;
  for (const { start, end } of ranges) {
    made += text.slice(at, start) + by;
    at = end;
  }
  return made + text.slice(at);
}
