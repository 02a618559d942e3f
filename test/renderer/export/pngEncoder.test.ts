// @vitest-environment node
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planStrips, STRIP_PIXELS, WIDEST_PIECE } from '../../../renderer/export/planStrips.ts';
import { pngChunk, pngHead, pngTail, ScanlineFilter } from '../../../renderer/export/pngEncoder.ts';

/** Undoes filter type 2 as a reader does. */
function unfilter(lines: Uint8Array, width: number, rows: number): Uint8Array {
  const stride = width * 3;
  const picture = new Uint8Array(rows * stride);
  for (let row = 0; row < rows; row += 1) {
    expect(lines[row * (stride + 1)]).toBe(2);
    for (let at = 0; at < stride; at += 1) {
      const above = row === 0 ? 0 : (picture[(row - 1) * stride + at] ?? 0);
      picture[row * stride + at] = (lines[row * (stride + 1) + 1 + at] ?? 0) + above;
    }
  }
  return picture;
}

describe('the PNG encoder', () => {
  test('the head says size, depth, colour space and density', () => {
    const head = Buffer.from(pngHead({ width: 2400, height: 1697, density: 2853.7 }));
    expect(head.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect(head.readUInt32BE(16)).toBe(2400);
    expect(head.readUInt32BE(20)).toBe(1697);
    expect([head[24], head[25]]).toEqual([8, 2]);
    const physical = head.indexOf('pHYs');
    expect(head.readUInt32BE(physical + 4)).toBe(2854);
    expect(head[physical + 12]).toBe(1);
  });

  test('the end is the one every PNG has', () => {
    expect(Buffer.from(pngTail()).toString('hex')).toBe('0000000049454e44ae426082');
  });

  test('a chunk carries the checksum of its type and data', () => {
    expect(Buffer.from(pngChunk('sRGB', Uint8Array.of(0))).toString('hex')).toBe(
      '0000000173524742' + '00' + 'aece1ce9',
    );
  });

  test('strips in pieces give back every pixel, whatever the cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 7 }),
        (width, height, cutX, cutY) => {
          const rgb = (x: number, y: number): readonly number[] => [(x * 7 + y) & 255, (x ^ y) & 255, (x * y) & 255];
          const filter = new ScanlineFilter(width);
          const lines: Uint8Array[] = [];
          for (let y = 0; y < height; y += cutY) {
            const rows = Math.min(cutY, height - y);
            const pieces = [];
            for (let x = 0; x < width; x += cutX) {
              const across = Math.min(cutX, width - x);
              const rgba = new Uint8ClampedArray(across * rows * 4);
              for (let row = 0; row < rows; row += 1) {
                for (let at = 0; at < across; at += 1)
                  rgba.set([...rgb(x + at, y + row), 255], (row * across + at) * 4);
              }
              pieces.push({ x, width: across, rgba });
            }
            lines.push(filter.filter(pieces, rows).slice());
          }
          const picture = unfilter(Buffer.concat(lines), width, height);
          for (let y = 0; y < height; y += 1) {
            for (let x = 0; x < width; x += 1) {
              expect([...picture.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]).toEqual(rgb(x, y));
            }
          }
        },
      ),
    );
  });

  test('scanlines are what a zlib stream holds in the end', async () => {
    const lines = new ScanlineFilter(2).filter(
      [{ x: 0, width: 2, rgba: Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 255) }],
      1,
    );
    const stream = new Blob([new Uint8Array(lines)]).stream().pipeThrough(new CompressionStream('deflate'));
    const deflated = Buffer.from(await new Response(stream).arrayBuffer());
    expect([...inflateSync(deflated)]).toEqual([2, 1, 2, 3, 4, 5, 6]);
  });
});

describe('planStrips', () => {
  test('covers every pixel once within the limits of a canvas', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 60_000 }), (width, height) => {
        const strips = planStrips(width, height);
        expect(strips.reduce((rows, strip) => rows + strip.rows, 0)).toBe(height);
        let y = 0;
        for (const strip of strips) {
          expect(strip.y).toBe(y);
          y += strip.rows;
          expect(strip.rows === 1 || strip.rows * width <= STRIP_PIXELS).toBe(true);
          expect(strip.pieces.reduce((sum, piece) => sum + piece.width, 0)).toBe(width);
          expect(strip.pieces.every((piece) => piece.width <= WIDEST_PIECE)).toBe(true);
        }
      }),
    );
  });
});
