import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeFileName } from '../../../electron/main/files/safeFileName.ts';

describe('a title as a file name', () => {
  test.each([
    ['Sarah buys a summer dress', 'Sarah buys a summer dress'],
    ['Koopt: jurk / broek?', 'Koopt jurk broek'],
    ['  ..hidden.. ', 'hidden'],
    ['con', '_con'],
    ['Aux.map', '_Aux.map'],
    ['Contact', 'Contact'],
    ['Line\nbreak\ttab', 'Line break tab'],
    ['invoice\u202Efdp.exe', 'invoice fdp.exe'],
    ['旅の地図 🗺️', '旅の地図 🗺️'],
    ['???', 'Untitled'],
    ['', 'Untitled'],
  ])('"%s" becomes "%s"', (title, name) => {
    expect(safeFileName(title, 'Untitled')).toBe(name);
  });

  test('stays short enough for a disk, without half a character', () => {
    const name = safeFileName('é😀'.repeat(200), 'Untitled');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(() => encodeURIComponent(name)).not.toThrow();
  });

  test('is fit for every system, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const name = safeFileName(title, 'Untitled');
        expect(name).toMatch(/^[^\p{Cc}<>:"/\\|?*. ]([^\p{Cc}<>:"/\\|?*]*[^\p{Cc}<>:"/\\|?*. ])?$/u);
        expect(safeFileName(name, 'Untitled')).toBe(name);
      }),
    );
  });
});
