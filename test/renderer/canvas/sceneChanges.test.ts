import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedBoxes } from '../../../renderer/canvas/sceneChanges.ts';
import type { Box } from '../../../shared/layout/box.ts';
import type { Scene, SceneBand, ScenePart } from '../../../shared/scene/scene.ts';

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

const part = (key: string, x = 0): ScenePart => ({
  key,
  box: { x, y: 5, width: 10, height: 10 },
  items: () => [],
});
const band = (key: string, y: number, parts: readonly ScenePart[]): SceneBand => ({ key, y, height: 50, parts });
const scene = (...bands: readonly SceneBand[]): Scene => ({
  width: 1000,
  height: 1000,
  background: 'paper',
  bands,
  heads: nowhere,
  labels: nowhere,
});
const a = part('a', 0);
const b = part('b', 100);
const c = part('c', 200);

describe('what looks different between two scenes', () => {
  test('is nothing when every part is the same object', () => {
    expect(changedBoxes(scene(band('x', 0, [a, b])), scene(band('x', 0, [a, b])))).toEqual([]);
  });

  test('is the old and the new box of a part that was replaced, on the sheet', () => {
    const moved = part('b', 150);
    expect(changedBoxes(scene(band('x', 30, [a, b])), scene(band('x', 30, [a, moved])))).toEqual([
      { x: 150, y: 35, width: 10, height: 10 },
      { x: 100, y: 35, width: 10, height: 10 },
    ]);
  });

  test('is every part of a band that moved, at both places', () => {
    const changes = changedBoxes(scene(band('x', 0, [a, b])), scene(band('x', 70, [a, b])));
    expect(changes).toHaveLength(4);
    expect(changes).toContainEqual({ x: 0, y: 75, width: 10, height: 10 });
  });

  test('is a part that lies above another one now', () => {
    expect(changedBoxes(scene(band('x', 0, [a, b, c])), scene(band('x', 0, [b, c, a])))).toContainEqual(a.box);
  });

  test('is a band that came, one that went, and one that lies above another now', () => {
    const [one, two] = [band('one', 0, [a]), band('two', 50, [b])];
    expect(changedBoxes(scene(one), scene(one, two))).toEqual([{ ...b.box, y: 55 }]);
    expect(changedBoxes(scene(one, two), scene(one))).toEqual([{ ...b.box, y: 55 }]);
    expect(changedBoxes(scene(one, two), scene(two, one))).toContainEqual(a.box);
  });

  test('is everything when the sheet has another width', () => {
    const before = scene(band('x', 0, [a]));
    expect(changedBoxes(before, { ...before, width: 900 })).toBe('everywhere');
  });

  test('covers every part that is in only one of the two', () => {
    const parts = fc.uniqueArray(fc.constantFrom(a, b, c, part('d', 300), part('e', 400)));
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const changes = changedBoxes(scene(band('x', 0, before)), scene(band('x', 0, after)));
        const lonely = [...before, ...after].filter((each) => before.includes(each) !== after.includes(each));
        for (const each of lonely) expect(changes).toContainEqual(each.box);
      }),
    );
  });
});
