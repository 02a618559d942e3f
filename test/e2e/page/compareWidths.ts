import { createCanvasMeasurer } from '../../../renderer/canvas/canvasMeasurer.ts';
import { fontName, loadFonts, rareCharacters } from '../../../renderer/canvas/fonts.ts';
import type { Font } from '../../../shared/layout/font.ts';

/** What a test asks the page: words, and the cuts they are set in. */
export interface WidthRequest {
  readonly words: readonly string[];
  readonly fonts: readonly Font[];
}

declare global {
  var compareWidths: ((request: WidthRequest) => Promise<readonly string[]>) | undefined;
}

/** px at most between a width and what a canvas says of the whole word. */
const TOLERANCE = 0.01;

/** Runs in a window, where text has its real width: the words to which the measurer gives another width than a canvas. */
globalThis.compareWidths = async ({ words, fonts }) => {
  await loadFonts(rareCharacters(words.map((text) => ({ text }))));
  const measurer = createCanvasMeasurer();
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('This window has no 2D canvas');
  context.fontKerning = 'normal';
  context.textRendering = 'geometricPrecision';
  return fonts.flatMap((font) => {
    context.font = fontName(font);
    return words.flatMap((word) => {
      const [given, true_] = [measurer.width(word, font), context.measureText(word).width];
      return Math.abs(given - true_) <= TOLERANCE ? [] : [`${context.font}: ${word} ${given} ${true_}`];
    });
  });
};
