import type { Box } from '../../shared/layout/box.ts';
import { GROUND, type Scene, type SceneBand, type ScenePart } from '../../shared/scene/scene.ts';
import { boundsOf } from './sceneIndex.ts';

/** Past this many changed boxes it is cheaper to paint everything again than to look which tiles they meet. */
const MOST_BOXES = 2000;

/** Boxes in which two scenes look different, in px at 100 %. */
export interface SceneChanges {
  /** What came, went or looks different. */
  readonly changed: readonly Box[];
  /** What only made room for it: other cards, lanes further down, and the ground under them. */
  readonly moved: readonly Box[];
}

/**
 * Where two scenes of one map look different: the old and the new box of every part that is another object or comes at
 * another place in the painting order, and of every band that stands elsewhere. `everywhere` when that is shorter to
 * say.
 */
export function changedBoxes(before: Scene, after: Scene): SceneChanges | 'everywhere' {
  const changed: Box[] = [];
  const moved: Box[] = [];
  if (before === after) return { changed, moved };
  if (before.width !== after.width || before.background !== after.background) return 'everywhere';
  const bands = new Map(before.bands.map((band) => [band.key, band]));
  let followsIn = 0;
  const places = new Map(before.bands.map((band, place) => [band.key, place]));
  for (const band of after.bands) {
    const old = bands.get(band.key);
    bands.delete(band.key);
    const place = places.get(band.key) ?? followsIn;
    const inOrder = place >= followsIn;
    followsIn = Math.max(followsIn, place);
    if (old === undefined) changed.push(boxOf(band));
    else if (old.y !== band.y || !inOrder) {
      moved.push(boxOf(old), boxOf(band));
      if (old.parts !== band.parts) addChanges(old, band, changed, moved);
    } else if (old.parts !== band.parts) addChanges(old, band, band.key === GROUND ? moved : changed, moved);
    if (changed.length + moved.length > MOST_BOXES) return 'everywhere';
  }
  for (const gone of bands.values()) changed.push(boxOf(gone));
  return { changed, moved };
}

function addChanges(before: SceneBand, after: SceneBand, changed: Box[], moved: Box[]): void {
  const [earlier, later] = withoutCommonEnds(before.parts, after.parts);
  const places = new Map<ScenePart, number>();
  for (const [place, part] of earlier.entries()) places.set(part, place);
  const fresh: ScenePart[] = [];
  let followsIn = 0;
  for (const part of later) {
    const place = places.get(part);
    places.delete(part);
    if (place === undefined) fresh.push(part);
    else if (place < followsIn) changed.push(onSheet(after, part));
    followsIn = Math.max(followsIn, place ?? 0);
  }
  const gone = new Map([...places.keys()].map((part) => [part.key, part]));
  for (const part of fresh) {
    const old = gone.get(part.key);
    const below = old === undefined ? null : differsBelow(old, part);
    if (old !== undefined && showsTheSame(old, part)) {
      gone.delete(part.key);
      moved.push(onSheet(before, old), onSheet(after, part));
    } else if (old === undefined || below === null) changed.push(onSheet(after, part));
    else {
      gone.delete(part.key);
      changed.push(cutAbove(onSheet(before, old), before.y + below), cutAbove(onSheet(after, part), after.y + below));
    }
  }
  for (const part of gone.values()) changed.push(onSheet(before, part));
}

/** What differs of two lists: an edit leaves most parts of a band where they were. */
function withoutCommonEnds<Item>(a: readonly Item[], b: readonly Item[]): readonly [readonly Item[], readonly Item[]] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function showsTheSame(before: ScenePart, after: ScenePart): boolean {
  return after.content !== undefined && before.content === after.content;
}

/** The y below which two parts look different that only grow downwards; null where they differ in another way. */
function differsBelow({ steady: before }: ScenePart, { steady: after }: ScenePart): number | null {
  if (before === undefined || after === undefined || before.look !== after.look) return null;
  return Math.min(before.above, after.above);
}

function cutAbove(box: Box, y: number): Box {
  const top = Math.max(box.y, y);
  return { ...box, y: top, height: box.y + box.height - top };
}

/** What the parts of a band cover. */
function boxOf(band: SceneBand): Box {
  const { left, top, right, bottom } = boundsOf(band.parts);
  return { x: left, y: top + band.y, width: right - left, height: bottom - top };
}

function onSheet(band: SceneBand, { box }: ScenePart): Box {
  return { x: box.x, y: box.y + band.y, width: box.width, height: box.height };
}
