import type { Font, TextMeasurer } from '../../shared/layout/font.ts';
import { fontName } from './fonts.ts';

/** What the measurer needs of a 2D context. */
export type MeasuringContext = Pick<CanvasRenderingContext2D, 'font' | 'fontKerning' | 'textRendering' | 'measureText'>;

/** Widths are measured at this size and scaled: geometric precision makes them proportional to it. */
const MEASURED_SIZE = 100;

/** Words kept per cut; past this the cache starts anew rather than growing with every document. */
const MOST_WORDS = 60_000;

const WORDS = /[^ ]+| +/g;

/**
 * Measures text with a canvas, word by word: nearly every word of a map comes again. Fonts must have been loaded
 * (loadFonts); after further ones came, `forget` what was measured without them.
 */
export function createCanvasMeasurer(
  context: MeasuringContext = newContext(),
): TextMeasurer & { readonly forget: () => void } {
  context.fontKerning = 'normal';
  context.textRendering = 'geometricPrecision';
  const cuts = new Map<string, Map<string, number>>();
  let current = '';

  const widthOfWord = (word: string, font: Font): number => {
    const cut = fontName({ ...font, size: MEASURED_SIZE });
    let known = cuts.get(cut);
    if (known === undefined || known.size > MOST_WORDS) {
      known = new Map();
      cuts.set(cut, known);
    }
    let width = known.get(word);
    if (width === undefined) {
      if (current !== cut) {
        context.font = cut;
        current = cut;
      }
      width = context.measureText(word).width / MEASURED_SIZE;
      known.set(word, width);
    }
    return width;
  };

  return {
    width: (text, font) => {
      let sum = 0;
      for (const word of text.match(WORDS) ?? []) sum += widthOfWord(word, font);
      return sum * font.size;
    },
    forget: () => cuts.clear(),
  };
}

function newContext(): MeasuringContext {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('This window has no 2D canvas');
  return context;
}
