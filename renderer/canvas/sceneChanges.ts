import type { Box } from '../../shared/layout/box.ts';
import type { Scene, SceneBand, ScenePart } from '../../shared/scene/scene.ts';

/** Past this many changed boxes it is cheaper to paint everything again than to look which tiles they meet. */
const MOST_BOXES = 2000;

/**
 * Where two scenes of one map look different, in px at 100 %: the old and the new box of every part that is another
 * object, stands in a band that moved, or comes at another place in the painting order. `everywhere` when that is
 * shorter to say.
 */
export function changedBoxes(before: Scene, after: Scene): readonly Box[] | 'everywhere' {
  if (before === after) return [];
  if (before.width !== after.width || before.background !== after.background) return 'everywhere';
  const boxes: Box[] = [];
  const bands = new Map(before.bands.map((band) => [band.key, band]));
  let followsIn = 0;
  const places = new Map(before.bands.map((band, place) => [band.key, place]));
  for (const band of after.bands) {
    const old = bands.get(band.key);
    bands.delete(band.key);
    const place = places.get(band.key) ?? followsIn;
    const inOrder = place >= followsIn;
    followsIn = Math.max(followsIn, place);
    if (old === undefined) addAll(band, boxes);
    else if (old.y !== band.y || !inOrder) {
      addAll(old, boxes);
      addAll(band, boxes);
    } else if (old.parts !== band.parts) addChanges(old, band, boxes);
    if (boxes.length > MOST_BOXES) return 'everywhere';
  }
  for (const gone of bands.values()) addAll(gone, boxes);
  return boxes.length > MOST_BOXES ? 'everywhere' : boxes;
}

function addChanges(before: SceneBand, after: SceneBand, boxes: Box[]): void {
  const places = new Map(before.parts.map((part, place) => [part, place]));
  let followsIn = 0;
  for (const part of after.parts) {
    const place = places.get(part);
    places.delete(part);
    if (place === undefined || place < followsIn) boxes.push(onSheet(after, part));
    followsIn = Math.max(followsIn, place ?? 0);
  }
  for (const gone of places.keys()) boxes.push(onSheet(before, gone));
}

function addAll(band: SceneBand, boxes: Box[]): void {
  for (const part of band.parts) boxes.push(onSheet(band, part));
}

function onSheet(band: SceneBand, { box }: ScenePart): Box {
  return { x: box.x, y: box.y + band.y, width: box.width, height: box.height };
}
