import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rule } from '../../../shared/scene/draw.ts';
import { drawnDashes } from '../../../shared/scene/drawnDashes.ts';

const NO_PAINT = {};

/** The ends of every dash of path data. */
function dashesOf(d: string): readonly (readonly number[])[] {
  return d
    .split('M')
    .slice(1)
    .map((dash) => dash.split(/[ L]/).map(Number));
}

describe('a dashed line written as its dashes', () => {
  test('begins with a dash, and ends where the line does', () => {
    expect(drawnDashes(rule(10, 5, 10, 30, NO_PAINT).d, [10, 4, 1.5, 4])).toBe(
      'M10 5L10 15M10 19L10 20.5M10 24.5L10 30',
    );
    expect(drawnDashes(rule(0, 0, 14, 0, NO_PAINT).d, [1, 5])).toBe('M0 0L1 0M6 0L7 0M12 0L13 0');
  });

  test('is the share of the line that its pattern says, dash after dash without meeting', () => {
    const part = fc.double({ min: 0.5, max: 20, noNaN: true });
    const place = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(part, part, place, place, fc.integer({ min: 1, max: 400 }), (dash, gap, x, y, periods) => {
        const length = (dash + gap) * periods;
        const dashes = dashesOf(drawnDashes(rule(x, y, x + length, y, NO_PAINT).d, [dash, gap]) ?? '');
        const drawn = dashes.reduce((sum, [from = 0, , to = 0]) => sum + to - from, 0);
        expect(Math.abs(drawn - dash * periods)).toBeLessThan(0.02 * (periods + 1));
        expect(dashes.every(([from = 0], at) => at === 0 || from >= (dashes[at - 1]?.[2] ?? 0))).toBe(true);
      }),
    );
  });

  test('is left to its pattern when it is bent, or no line at all', () => {
    expect(drawnDashes('M0 0L10 0L10 10', [1, 5])).toBeNull();
    expect(drawnDashes('M0 0C1 1 2 2 3 3', [1, 5])).toBeNull();
    expect(drawnDashes('M3 3L3 3', [1, 5])).toBeNull();
    expect(drawnDashes('M0 0L9 0', [0, 0])).toBeNull();
  });
});
