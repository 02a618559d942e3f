import type { Font, TextMeasurer } from './font.ts';

/** One painted line. */
export interface TextLine {
  readonly text: string;
  /** px at 100 %, without spaces hanging at its end. */
  readonly width: number;
  readonly rightToLeft: boolean;
}

/** A wrapped text: what every painter draws, line by line. */
export interface TextBlock {
  readonly lines: readonly TextLine[];
  /** The widest line. */
  readonly width: number;
  /** The width it was wrapped to: right-to-left lines begin at this far right. */
  readonly room: number;
  readonly lineHeight: number;
  /** Lines times line height. */
  readonly height: number;
  readonly font: Font;
}

/** How a text is wrapped. */
export interface WrapOptions {
  /** px; a single character wider than this still gets a line of its own. */
  readonly width: number;
  readonly font: Font;
  readonly lineHeight: number;
  readonly measurer: TextMeasurer;
  /**
   * Moves a word down to a last line that would hold one short word alone (UI.md section 15). Off while a text is
   * edited, where a text box wraps the same text without this rule.
   */
  readonly lendWord?: boolean;
}

/** The block of an empty text: no lines, no height. */
export function emptyBlock(font: Font, lineHeight: number): TextBlock {
  return { lines: [], width: 0, room: 0, lineHeight, height: 0, font };
}

/**
 * Wraps text into lines: at spaces, after hyphens, between CJK characters (closing marks stay with what they close,
 * opening ones with what they open), at word borders in scripts without spaces, and inside a word only where it is
 * wider than a whole line. Line feeds are kept. Nothing is dropped but the spaces at which a line breaks.
 */
export function wrapText(text: string, options: WrapOptions): TextBlock {
  if (text === '') return emptyBlock(options.font, options.lineHeight);
  const lines = text.includes('\n')
    ? text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, options))
    : wrapParagraph(text, options);
  const width = lines.reduce((widest, line) => Math.max(widest, line.width), 0);
  return {
    lines,
    width,
    room: Number.isFinite(options.width) ? options.width : width,
    lineHeight: options.lineHeight,
    height: lines.length * options.lineHeight,
    font: options.font,
  };
}

/** A piece that stays together, and the spaces after it; each is measured once. */
interface Piece {
  readonly text: string;
  readonly space: string;
  readonly width: number;
  readonly spaceWidth: number;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const FIRST_LETTER = /\p{L}/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const SPACELESS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const CLOSES = /^[\p{Pe}\p{Pf}、。，．！？：；・…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;%]/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;

/** Whether a paragraph runs from right to left: decided by its first letter, as the Unicode algorithm does. */
export function runsRightToLeft(paragraph: string): boolean {
  return RIGHT_TO_LEFT.test(FIRST_LETTER.exec(paragraph)?.[0] ?? '');
}

function wrapParagraph(paragraph: string, options: WrapOptions): readonly TextLine[] {
  return (PLAIN.test(paragraph) ? wrapPlain(paragraph, options) : null) ?? wrapAny(paragraph, options);
}

/** Left to right, and broken at single spaces alone: nearly every paragraph there is. */
const PLAIN = /^[!-,.-\u00ac\u00ae-\u058f]+(?: [!-,.-\u00ac\u00ae-\u058f]+)*$/;

/**
 * Wraps a plain paragraph as wrapAny does, many times faster: a map of thousands of cards is wrapped when it is opened.
 * Null when a word is wider than a line.
 */
function wrapPlain(paragraph: string, options: WrapOptions): readonly TextLine[] | null {
  const { width, font, measurer } = options;
  const spaceWidth = measurer.width(' ', font);
  /** Where words begin, and how wide they are. */
  const begins: number[] = [];
  const widths: number[] = [];
  /** The first words of rows. */
  const rows = [0];
  let first = 0;
  let used = 0;
  for (let begin = 0; begin < paragraph.length; ) {
    const space = paragraph.indexOf(' ', begin);
    const end = space === -1 ? paragraph.length : space;
    const wordWidth = measurer.width(paragraph.slice(begin, end), font);
    if (wordWidth > width) return null;
    if (begins.length > first && used + wordWidth > width) {
      first = begins.length;
      rows.push(first);
      used = 0;
    }
    begins.push(begin);
    widths.push(wordWidth);
    used += wordWidth + spaceWidth;
    begin = end + 1;
  }
  if (rows.length === 1) {
    const whole = measurer.width(paragraph, font);
    if (whole <= width) return [{ text: paragraph, width: whole, rightToLeft: false }];
  }
  if (options.lendWord ?? true) lendPlainWord(paragraph, rows, begins, widths, spaceWidth, width);
  return rows.map((from, at) => {
    const to = rows[at + 1] ?? begins.length;
    const end = to === begins.length ? paragraph.length : (begins[to] ?? 0) - 1;
    let sum = 0;
    for (let word = from; word < to - 1; word += 1) sum += (widths[word] ?? 0) + spaceWidth;
    return { text: paragraph.slice(begins[from], end), width: sum + (widths[to - 1] ?? 0), rightToLeft: false };
  });
}

/** As lendWordToLastLine. */
function lendPlainWord(
  paragraph: string,
  rows: number[],
  begins: readonly number[],
  widths: readonly number[],
  spaceWidth: number,
  width: number,
): void {
  const last = begins.length - 1;
  if (rows.length < 2 || rows.at(-1) !== last) return;
  if (paragraph.length - (begins[last] ?? 0) >= SHORT_WORD || last - (rows.at(-2) ?? 0) < 3) return;
  if ((widths[last - 1] ?? 0) + spaceWidth + (widths[last] ?? 0) <= width) rows[rows.length - 1] = last - 1;
}

function wrapAny(paragraph: string, options: WrapOptions): readonly TextLine[] {
  const { width, font, measurer } = options;
  const rightToLeft = runsRightToLeft(paragraph);
  const rows: Piece[][] = [];
  let row: Piece[] = [];
  let used = 0;
  for (const piece of piecesOf(paragraph, options)) {
    if (row.length > 0 && used + piece.width > width) {
      rows.push(row);
      row = [];
      used = 0;
    }
    row.push(piece);
    used += piece.width + piece.spaceWidth;
  }
  rows.push(row);
  if (rows.length === 1) {
    const whole = measurer.width(paragraph, font);
    // On a line of its own what was typed stays as it is, spaces at its end too.
    if (whole <= width) return [{ text: paragraph, width: whole, rightToLeft }];
  }
  if (options.lendWord ?? true) lendWordToLastLine(rows, width);
  return rows.map((pieces) => ({ text: textOf(pieces), width: widthOf(pieces), rightToLeft }));
}

/** What a row shows: its pieces with the spaces between, without those hanging at its end. */
function textOf(pieces: readonly Piece[]): string {
  let text = '';
  let space = '';
  for (const piece of pieces) {
    text += space + piece.text;
    space = piece.space;
  }
  return text;
}

function widthOf(pieces: readonly Piece[]): number {
  const hanging = pieces.at(-1)?.spaceWidth ?? 0;
  return pieces.reduce((sum, piece) => sum + piece.width + piece.spaceWidth, 0) - hanging;
}

const SHORT_WORD = 6;

function lendWordToLastLine(rows: Piece[][], width: number): void {
  const last = rows.at(-1);
  const before = rows.at(-2);
  const only = last?.[0];
  const lent = before?.at(-1);
  if (last === undefined || before === undefined || only === undefined || lent === undefined) return;
  if (last.length > 1 || only.text.length >= SHORT_WORD || before.length < 3 || lent.space === '') return;
  if (lent.width + lent.spaceWidth + only.width > width) return;
  before.pop();
  last.unshift(lent);
}

/** Cuts a paragraph wherever a line may break, and a word that no line can hold where it must. */
function piecesOf(paragraph: string, options: WrapOptions): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < paragraph.length) {
    const begun = at;
    let isPlain = true;
    for (; at < paragraph.length && !isSpace(paragraph.charCodeAt(at)); at += 1) {
      if (mayBreakAt(paragraph.charCodeAt(at))) isPlain = false;
    }
    const word = paragraph.slice(begun, at);
    const end = at;
    while (at < paragraph.length && isSpace(paragraph.charCodeAt(at))) at += 1;
    addPieces(pieces, isPlain ? [word] : splitWord(word), paragraph.slice(end, at), options);
  }
  return pieces;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** A hyphen, or a character of a script that may break without one: most words hold none and need no closer look. */
function mayBreakAt(code: number): boolean {
  return code === 0x2d || code === 0xad || code >= 0x0e00;
}

function addPieces(pieces: Piece[], parts: readonly string[], space: string, options: WrapOptions): void {
  const { measurer, font } = options;
  const spaceWidth = space === '' ? 0 : measurer.width(space, font);
  parts.forEach((text, at) => {
    const isLast = at === parts.length - 1;
    const after = isLast ? { space, spaceWidth } : NO_SPACE;
    const width = measurer.width(text, font);
    if (width <= options.width) pieces.push({ text, width, ...after });
    else pieces.push(...splitTooWide(text, after, options));
  });
}

const NO_SPACE = { space: '', spaceWidth: 0 } as const;

/** Cuts a run without spaces where a line may still break. */
function splitWord(word: string): readonly string[] {
  if (SPACELESS.test(word)) return segments(word, 'word');
  if (CJK.test(word)) return joinMarks(segments(word, 'grapheme'));
  const parts = word.match(/[^-\u2010\u00ad]*[-\u2010\u00ad]+(?=.)|.+$/gsu);
  return parts ?? [word];
}

/** Puts closing marks behind what they close, opening ones before what they open, and Latin letters together. */
function joinMarks(characters: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (const character of characters) {
    const last = parts.at(-1);
    const joins =
      last !== undefined && (CLOSES.test(character) || OPENS.test(last) || (!CJK.test(character) && !CJK.test(last)));
    if (joins) parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}

const WIDE_WORD_BREAKS = /[^/._@&=?,;:+]*[/._@&=?,;:+]+|[^/._@&=?,;:+]+$/g;

/** Cuts a piece that no line can hold: after the marks of an address first, then between characters. */
function splitTooWide(
  piece: string,
  after: Pick<Piece, 'space' | 'spaceWidth'>,
  { width, font, measurer }: WrapOptions,
): readonly Piece[] {
  const parts: string[] = [];
  for (const part of piece.match(WIDE_WORD_BREAKS) ?? [piece]) {
    if (measurer.width(part, font) <= width) {
      parts.push(part);
      continue;
    }
    let line = '';
    for (const character of segments(part, 'grapheme')) {
      if (line !== '' && measurer.width(line + character, font) > width) {
        parts.push(line);
        line = '';
      }
      line += character;
    }
    parts.push(line);
  }
  return parts.map((text, at) => ({
    text,
    width: measurer.width(text, font),
    ...(at === parts.length - 1 ? after : NO_SPACE),
  }));
}

const segmenters = {
  grapheme: new Intl.Segmenter('en', { granularity: 'grapheme' }),
  word: new Intl.Segmenter('th', { granularity: 'word' }),
};

function segments(text: string, granularity: keyof typeof segmenters): readonly string[] {
  return Array.from(segmenters[granularity].segment(text), ({ segment }) => segment);
}
