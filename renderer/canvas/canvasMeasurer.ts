import type { Font, TextMeasurer } from '../../shared/layout/font.ts';
import { fontName } from './fonts.ts';

/** What the measurer needs of a 2D context. */
export type MeasuringContext = Pick<CanvasRenderingContext2D, 'font' | 'fontKerning' | 'textRendering' | 'measureText'>;

/** Widths are measured at this size and scaled: geometric precision makes them proportional to it. */
const MEASURED_SIZE = 100;

/**
 * Words that are as wide as their letters and the kerning between each two of them: letters alone or digits alone, in
 * which Inter exchanges no glyph for another. It does so among digits and letters ("2x3") and signs ("->").
 */
const PAIRWISE = /^(?:[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+|[0-9]+)[.,]?$/;

/** Words kept per cut; past this the cache starts anew rather than growing with every document. */
const MOST_WORDS = 60_000;

/**
 * Measures text with a canvas, word by word: nearly every word of a map comes again. Fonts must have been loaded
 * (loadFonts); after further ones came, `forget` what was measured without them.
 */
export function createCanvasMeasurer(
  context: MeasuringContext = newContext(),
): TextMeasurer & { readonly forget: () => void } {
  context.fontKerning = 'normal';
  context.textRendering = 'geometricPrecision';
  const cuts = new Map<number, Map<string, number>>();
  /** By cut and letters, what a letter adds to a word after the one before; 0 stands before the first. */
  const steps = new Map<number, Map<number, number>>();
  let current = -1;

  const wordsOf = (cut: number): Map<string, number> => {
    let words = cuts.get(cut);
    if (words === undefined || words.size > MOST_WORDS) {
      words = new Map();
      cuts.set(cut, words);
    }
    return words;
  };
  const measure = (text: string, font: Font, cut: number): number => {
    if (current !== cut) {
      context.font = fontName({ ...font, size: MEASURED_SIZE });
      current = cut;
    }
    return context.measureText(text).width / MEASURED_SIZE;
  };
  /** A map of thousands of cards has few pairs of letters, and asking a canvas is what takes time. */
  const stepTo = (code: number, before: number, font: Font, cut: number): number => {
    const known = steps.get(cut) ?? new Map<number, number>();
    if (known.size === 0) steps.set(cut, known);
    const key = before * 0x100 + code;
    let step = known.get(key);
    if (step === undefined) {
      const pair = String.fromCharCode(...(before === 0 ? [code] : [before, code]));
      step = measure(pair, font, cut) - (before === 0 ? 0 : stepTo(before, 0, font, cut));
      known.set(key, step);
    }
    return step;
  };
  const measurePairs = (word: string, font: Font, cut: number): number => {
    let sum = 0;
    for (let at = 0; at < word.length; at += 1) {
      sum += stepTo(word.charCodeAt(at), at === 0 ? 0 : word.charCodeAt(at - 1), font, cut);
    }
    return sum;
  };
  const measureWord = (word: string, font: Font, cut: number): number =>
    PAIRWISE.test(word) ? measurePairs(word, font, cut) : measure(word, font, cut);

  return {
    width: (text, font) => {
      const cut = font.italic ? -font.weight : font.weight;
      const words = wordsOf(cut);
      let sum = 0;
      // Runs of spaces are words of their own; a text is mostly a single word when this is called.
      for (let from = 0; from < text.length; ) {
        const to = endOfRun(text, from);
        const word = from === 0 && to === text.length ? text : text.slice(from, to);
        let width = words.get(word);
        if (width === undefined) {
          width = measureWord(word, font, cut);
          words.set(word, width);
        }
        sum += width;
        from = to;
      }
      return sum * font.size;
    },
    forget: () => {
      cuts.clear();
      steps.clear();
    },
  };
}

/** Where the word, or the run of spaces, that begins at `from` ends. */
function endOfRun(text: string, from: number): number {
  if (text.charCodeAt(from) !== SPACE) {
    const to = text.indexOf(' ', from);
    return to === -1 ? text.length : to;
  }
  let to = from + 1;
  while (to < text.length && text.charCodeAt(to) === SPACE) to += 1;
  return to;
}

const SPACE = 0x20;

function newContext(): MeasuringContext {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('This window has no 2D canvas');
  return context;
}
