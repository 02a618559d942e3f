import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedBoxes, type SceneChanges } from '../../../renderer/canvas/sceneChanges.ts';
import type { Box } from '../../../shared/layout/box.ts';
import { GROUND, type Scene, type SceneBand, type ScenePart } from '../../../shared/scene/scene.ts';

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
/** Of scenes between which not everything differs. */
const changesBetween = (before: Scene, after: Scene): SceneChanges => {
  const changes = changedBoxes(before, after);
  if (changes === 'everywhere') throw new Error('Everything is said to differ');
  return changes;
};
const a = part('a', 0);
const b = part('b', 100);
const c = part('c', 200);

describe('what looks different between two scenes', () => {
  test('is nothing when every part is the same object', () => {
    expect(changedBoxes(scene(band('x', 0, [a, b])), scene(band('x', 0, [a, b])))).toEqual({ changed: [], moved: [] });
  });

  test('is the old and the new box of a part that was replaced, on the sheet', () => {
    const moved = part('b', 150);
    expect(changesBetween(scene(band('x', 30, [a, b])), scene(band('x', 30, [a, moved])))).toEqual({
      changed: [
        { x: 150, y: 35, width: 10, height: 10 },
        { x: 100, y: 35, width: 10, height: 10 },
      ],
      moved: [],
    });
  });

  test('is no change but a move where a part shows the same elsewhere, or larger', () => {
    const content = {};
    const [before, after] = [
      { ...part('b', 100), content },
      { ...part('b', 150), content },
    ];
    const changes = changesBetween(scene(band('x', 30, [a, before])), scene(band('x', 30, [a, after])));
    expect(changes).toEqual({
      changed: [],
      moved: [
        { x: 100, y: 35, width: 10, height: 10 },
        { x: 150, y: 35, width: 10, height: 10 },
      ],
    });
    const grown = { ...before, box: { ...before.box, height: 20 } };
    expect(changesBetween(scene(band('x', 30, [before])), scene(band('x', 30, [grown]))).changed).toEqual([]);
    const other = { ...after, content: {} };
    expect(changesBetween(scene(band('x', 30, [before])), scene(band('x', 30, [other]))).moved).toEqual([]);
  });

  test('is what a band covers that moved, at both places', () => {
    expect(changesBetween(scene(band('x', 0, [a, b])), scene(band('x', 70, [a, b])))).toEqual({
      changed: [],
      moved: [
        { x: 0, y: 5, width: 110, height: 10 },
        { x: 0, y: 75, width: 110, height: 10 },
      ],
    });
  });

  test('is a part that was replaced in a band that moved', () => {
    const { changed } = changesBetween(scene(band('x', 0, [a, b])), scene(band('x', 70, [a, part('b', 150)])));
    expect(changed).toEqual([
      { x: 150, y: 75, width: 10, height: 10 },
      { x: 100, y: 5, width: 10, height: 10 },
    ]);
  });

  test('is a part that lies above another one now', () => {
    const { changed } = changesBetween(scene(band('x', 0, [a, b, c])), scene(band('x', 0, [b, c, a])));
    expect(changed).toContainEqual(a.box);
  });

  test('is a band that came, one that went, and one that lies above another now', () => {
    const [one, two] = [band('one', 0, [a]), band('two', 50, [b])];
    expect(changesBetween(scene(one), scene(one, two)).changed).toEqual([{ ...b.box, y: 55 }]);
    expect(changesBetween(scene(one, two), scene(one)).changed).toEqual([{ ...b.box, y: 55 }]);
    expect(changesBetween(scene(one, two), scene(two, one)).moved).toContainEqual(a.box);
  });

  test('is the foot of ground that grew with the lanes, which are wanted no sooner than what they made room for', () => {
    const ground = (bottom: number, look = 'sand'): ScenePart => ({
      key: 'territory',
      box: { x: 0, y: 0, width: 500, height: bottom },
      items: () => [],
      steady: { look, above: bottom - 16 },
    });
    const at = (bottom: number, look?: string) => scene(band(GROUND, 0, [ground(bottom, look)]));
    expect(changesBetween(at(400), at(440))).toEqual({
      changed: [],
      moved: [
        { x: 0, y: 384, width: 500, height: 16 },
        { x: 0, y: 384, width: 500, height: 56 },
      ],
    });
    expect(changesBetween(at(400), at(400, 'rose')).moved).toContainEqual({ x: 0, y: 0, width: 500, height: 400 });
  });

  test('is everything when the sheet has another width', () => {
    const before = scene(band('x', 0, [a]));
    expect(changedBoxes(before, { ...before, width: 900 })).toBe('everywhere');
  });

  test('covers every part that is in only one of the two', () => {
    const parts = fc.uniqueArray(fc.constantFrom(a, b, c, part('d', 300), part('e', 400)));
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const { changed } = changesBetween(scene(band('x', 0, before)), scene(band('x', 0, after)));
        const lonely = [...before, ...after].filter((each) => before.includes(each) !== after.includes(each));
        for (const each of lonely) expect(changed).toContainEqual(each.box);
      }),
    );
  });
});
