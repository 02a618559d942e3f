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
  const lines = text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, options));
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

/** A piece that stays together, and the spaces after it. */
interface Piece {
  readonly text: string;
  readonly space: string;
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
  const { width, font, measurer } = options;
  const rightToLeft = runsRightToLeft(paragraph);
  const whole = measurer.width(paragraph, font);
  if (whole <= width) return [{ text: paragraph, width: whole, rightToLeft }];

  const rows: Piece[][] = [];
  let row: Piece[] = [];
  let used = 0;
  for (const piece of piecesOf(paragraph).flatMap((each) => splitTooWide(each, options))) {
    const pieceWidth = measurer.width(piece.text, font);
    if (row.length > 0 && used + pieceWidth > width) {
      rows.push(row);
      row = [];
      used = 0;
    }
    row.push(piece);
    used += pieceWidth + (piece.space === '' ? 0 : measurer.width(piece.space, font));
  }
  rows.push(row);
  if (options.lendWord ?? true) lendWordToLastLine(rows, options);
  return rows.map((pieces) => {
    const text = textOf(pieces);
    return { text, width: measurer.width(text, font), rightToLeft };
  });
}

/** What a row shows: its pieces with the spaces between, without those hanging at its end. */
function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece, at) => piece.text + (at === pieces.length - 1 ? '' : piece.space)).join('');
}

const SHORT_WORD = 6;

function lendWordToLastLine(rows: Piece[][], { width, font, measurer }: WrapOptions): void {
  const last = rows.at(-1);
  const before = rows.at(-2);
  const only = last?.[0];
  const lent = before?.at(-1);
  if (last === undefined || before === undefined || only === undefined || lent === undefined) return;
  if (last.length > 1 || only.text.length >= SHORT_WORD || before.length < 3 || lent.space === '') return;
  if (measurer.width(textOf([lent, only]), font) > width) return;
  before.pop();
  last.unshift(lent);
}

function piecesOf(paragraph: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [, word = '', space = ''] of paragraph.matchAll(/([^ \t]*)([ \t]*)/g)) {
    if (word === '' && space === '') continue;
    const parts = splitWord(word);
    parts.forEach((text, at) => {
      pieces.push({ text, space: at === parts.length - 1 ? space : '' });
    });
  }
  return pieces;
}

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
function splitTooWide(piece: Piece, { width, font, measurer }: WrapOptions): readonly Piece[] {
  if (measurer.width(piece.text, font) <= width) return [piece];
  const parts: string[] = [];
  for (const part of piece.text.match(WIDE_WORD_BREAKS) ?? [piece.text]) {
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
  return parts.map((text, at) => ({ text, space: at === parts.length - 1 ? piece.space : '' }));
}

const segmenters = {
  grapheme: new Intl.Segmenter('en', { granularity: 'grapheme' }),
  word: new Intl.Segmenter('th', { granularity: 'word' }),
};

function segments(text: string, granularity: keyof typeof segmenters): readonly string[] {
  return Array.from(segmenters[granularity].segment(text), ({ segment }) => segment);
}
