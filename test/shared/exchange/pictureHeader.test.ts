import { describe, expect, test } from 'vitest';
import { judgePicture, readPictureHeader } from '../../../shared/exchange/pictureHeader.ts';
import { LIMITS } from '../../../shared/records/limits.ts';
import { gifHead, jpegHead, pngHead, webpHeads } from '../../fixtures/pictureHeads.ts';

const fault = (bytes: Uint8Array) => {
  const judged = judgePicture(bytes);
  return judged.ok ? null : judged.reason;
};

describe('the header of a picture', () => {
  test.each([
    ['a PNG', pngHead(640, 480), 'image/png'],
    ['a GIF', gifHead(640, 480), 'image/gif'],
    ['a JPEG whose frame comes after other segments', jpegHead(640, 480), 'image/jpeg'],
    ...webpHeads(640, 480).map((bytes) => ['a WebP', bytes, 'image/webp'] as const),
  ] as const)('tells format and size: %s', (_, bytes, type) => {
    expect(readPictureHeader(bytes)).toEqual({ type, width: 640, height: 480 });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['words', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/> and more words than a header has')],
    ['a cut PNG', pngHead(640, 480).slice(0, 20)],
    ['a JPEG without a frame', jpegHead(640, 480).slice(0, 24)],
    ['a JPEG of damaged segments', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['a PNG of no pixels', pngHead(0, 480)],
  ])('is none of %s', (_, bytes) => {
    expect(fault(bytes)).toBe('notAPicture');
  });
});

describe('a picture is refused beyond', () => {
  test('16,384 pixels a side', () => {
    const side = LIMITS.pictureSide;
    expect(fault(pngHead(side - 1, 10))).toBeNull();
    expect(fault(pngHead(side, 10))).toBeNull();
    expect(fault(pngHead(side + 1, 10))).toBe('tooLongSide');
    expect(fault(pngHead(10, side + 1))).toBe('tooLongSide');
  });

  test('40 megapixels', () => {
    expect(fault(pngHead(8000, 4999))).toBeNull();
    expect(fault(pngHead(8000, 5000))).toBeNull();
    expect(fault(pngHead(8000, 5001))).toBe('tooManyPixels');
  });

  test('25 MB', () => {
    const sized = (length: number) => {
      const bytes = new Uint8Array(length);
      bytes.set(pngHead(10, 10));
      return bytes;
    };
    expect(fault(sized(LIMITS.pictureBytes - 1))).toBeNull();
    expect(fault(sized(LIMITS.pictureBytes))).toBeNull();
    expect(fault(sized(LIMITS.pictureBytes + 1))).toBe('tooLarge');
  });

  test('what its few bytes would unfold to', () => {
    // A PNG of one colour, 16,000 pixels a side, has 31 kB.
    expect(fault(pngHead(16_000, 16_000))).toBe('tooManyPixels');
  });
});
