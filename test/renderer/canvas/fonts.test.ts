import { expect, test, vi } from 'vitest';
import { fontName, loadFonts } from '../../../renderer/canvas/fonts.ts';
import { italicFont, uprightFont } from '../../../shared/layout/font.ts';
import { FONT_FAMILY } from '../../../shared/scene/sceneToSvg.ts';

test('a cut is named as CSS names it, one size from the other', () => {
  expect(fontName(uprightFont(15.5, 600))).toBe(`600 15.5px ${FONT_FAMILY}`);
  expect(fontName(italicFont(15.5))).toBe(`italic 400 15.5px ${FONT_FAMILY}`);
  expect(fontName(uprightFont(15, 600))).toBe(`600 15px ${FONT_FAMILY}`);
});

test('every cut is loaded for each character of a text once', async () => {
  const load = vi.fn((_font: string, _text?: string) => Promise.resolve<FontFace[]>([]));
  await loadFonts('ЖЖ Ж', { load } as unknown as FontFaceSet);
  expect(load.mock.calls.map(([font]) => font)).toEqual([
    '400 16px "Inter"',
    '500 16px "Inter"',
    '600 16px "Inter"',
    '700 16px "Inter"',
    'italic 400 16px "Inter"',
    'italic 500 16px "Inter"',
  ]);
  expect(load.mock.calls[0]?.[1]?.match(/Ж/g)).toHaveLength(1);
});

test('a font that cannot be had keeps nobody waiting', async () => {
  const load = vi.fn(() => Promise.reject(new Error('gone')));
  await expect(loadFonts('a', { load } as unknown as FontFaceSet)).resolves.toBeUndefined();
});
