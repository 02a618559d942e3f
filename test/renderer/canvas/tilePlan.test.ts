import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boxOfTile,
  byNearness,
  growRange,
  inPlane,
  placesIn,
  rangeHolds,
  TILE,
  tilesMeeting,
} from '../../../renderer/canvas/tilePlan.ts';

const place = fc.integer({ min: 0, max: 40 });
const tile = fc.record({ column: place, row: place });

describe('the tiles', () => {
  test('of a box are all that share a pixel with it, and no other', () => {
    const pixel = fc.integer({ min: 0, max: 9000 });
    const size = fc.integer({ min: 1, max: 9000 });
    const box = fc.record({ x: pixel, y: pixel, width: size, height: size });
    fc.assert(
      fc.property(box, tile, (box, place) => {
        const [left, top] = [place.column * TILE, place.row * TILE];
        const shares =
          box.x < left + TILE && left < box.x + box.width && box.y < top + TILE && top < box.y + box.height;
        expect(rangeHolds(tilesMeeting(box), place)).toBe(shares);
      }),
    );
  });

  test('lie side by side without gap or overlap at every scale', () => {
    fc.assert(
      fc.property(tile, fc.double({ min: 0.05, max: 8, noNaN: true }), (place, scale) => {
        const origin = { x: 20, y: 30 };
        const box = boxOfTile(place, origin, scale);
        const next = boxOfTile({ column: place.column + 1, row: place.row + 1 }, origin, scale);
        expect(next.x).toBeCloseTo(box.x + box.width, 6);
        expect(next.y).toBeCloseTo(box.y + box.height, 6);
        expect(inPlane(box, origin, scale).x).toBeCloseTo(place.column * TILE, 4);
      }),
    );
  });

  test('around a range are cut to the plane', () => {
    const range = { left: 0, top: 1, right: 3, bottom: 2 };
    expect(growRange(range, 1, 4.2 * TILE, 3 * TILE)).toEqual({ left: 0, top: 0, right: 4, bottom: 2 });
  });

  test('of an empty range are none', () => {
    expect(placesIn({ left: 0, top: 0, right: -1, bottom: 4 })).toEqual([]);
  });

  test('nearest to the middle come first', () => {
    const range = { left: 0, top: 0, right: 4, bottom: 4 };
    const sorted = byNearness(placesIn(range), range);
    expect(sorted[0]).toEqual({ column: 2, row: 2 });
    expect(sorted.slice(1, 9).every(({ column, row }) => column >= 1 && column <= 3 && row >= 1 && row <= 3)).toBe(
      true,
    );
  });
});
