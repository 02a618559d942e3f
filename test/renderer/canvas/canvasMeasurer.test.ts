import { describe, expect, test, vi } from 'vitest';
import { createCanvasMeasurer, type MeasuringContext } from '../../../renderer/canvas/canvasMeasurer.ts';
import { italicFont, uprightFont } from '../../../shared/layout/font.ts';

/** A context in which every character is half as wide as the font is high. */
function context() {
  const measureText = vi.fn((text: string) => ({ width: text.length * 50 }));
  const fonts: string[] = [];
  const fake = {
    set font(name: string) {
      fonts.push(name);
    },
    fontKerning: 'auto',
    textRendering: 'auto',
    measureText,
  };
  return { fake: fake as unknown as MeasuringContext, measureText, fonts };
}

describe('the canvas measurer', () => {
  test('gives widths in proportion to the size', () => {
    const measurer = createCanvasMeasurer(context().fake);
    expect(measurer.width('abcd', uprightFont(10))).toBe(20);
    expect(measurer.width('abcd', uprightFont(30))).toBe(60);
  });

  test('measures each word once for each cut, whatever the size', () => {
    const { fake, measureText, fonts } = context();
    const measurer = createCanvasMeasurer(fake);
    measurer.width('één! tw-o één!', uprightFont(15));
    measurer.width('tw-o  één!', uprightFont(23));
    expect(measureText.mock.calls.map(([text]) => text)).toEqual(['één!', ' ', 'tw-o', '  ']);
    measurer.width('één!', italicFont(15));
    expect(fonts).toEqual([expect.stringMatching(/^400 100px/), expect.stringMatching(/^italic 400 100px/)]);
  });

  test('puts words of letters together from pairs it has measured', () => {
    const { fake, measureText } = context();
    const measurer = createCanvasMeasurer(fake);
    measurer.width('barbara', uprightFont(15));
    const asked = measureText.mock.calls.length;
    expect(measurer.width('arba', uprightFont(15))).toBeCloseTo(30);
    expect(measureText.mock.calls.slice(asked)).toEqual([]);
  });

  test('measures with kerning and without rounding to pixels', () => {
    const { fake } = context();
    createCanvasMeasurer(fake);
    expect(fake).toMatchObject({ fontKerning: 'normal', textRendering: 'geometricPrecision' });
  });

  test('measures anew what it was told to forget', () => {
    const { fake, measureText } = context();
    const measurer = createCanvasMeasurer(fake);
    for (const word of ['word', 'wo-rd']) measurer.width(word, uprightFont(15));
    const asked = measureText.mock.calls.length;
    measurer.forget();
    for (const word of ['word', 'wo-rd']) measurer.width(word, uprightFont(15));
    expect(measureText).toHaveBeenCalledTimes(2 * asked);
  });

  test('takes no width for no text', () => {
    expect(createCanvasMeasurer(context().fake).width('', uprightFont(15))).toBe(0);
  });
});
