import { type Box, boxesMeet } from '../../shared/layout/box.ts';
import type { SceneBand, ScenePart } from '../../shared/scene/scene.ts';

/** px at 100 % of one drawer. */
const DRAWER = 512;

/** A part over more drawers than this is looked at every time instead of lying in each. */
const MOST_DRAWERS = 8;

/** Edges of what parts cover; of none at all, an empty box that meets nothing. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The parts of one band by where they lie from left to right; built once, since a band's parts never change. */
interface BandIndex extends Bounds {
  /** Places in `parts` by drawer. */
  readonly drawers: ReadonlyMap<number, readonly number[]>;
  readonly wide: readonly number[];
}

const indexes = new WeakMap<readonly ScenePart[], BandIndex>();

/** The parts of a band that meet a box of the band's coordinates, in painting order. */
export function partsMeeting(band: SceneBand, box: Box): readonly ScenePart[] {
  const { parts } = band;
  const index = indexOf(parts);
  if (index.bottom < box.y || index.top > box.y + box.height) return [];
  if (boxContains(box, index)) return parts;
  return candidates(index, box).flatMap((at) => {
    const part = parts[at];
    return part !== undefined && boxesMeet(part.box, box) ? part : [];
  });
}

/** The edges of everything that the parts of a band cover. */
export function boundsOf(parts: readonly ScenePart[]): Bounds {
  return indexOf(parts);
}

/** Whether nothing of a band lies outside a box: then there is nothing to look for. */
function boxContains(box: Box, { left, top, right, bottom }: BandIndex): boolean {
  return left >= box.x && top >= box.y && right <= box.x + box.width && bottom <= box.y + box.height;
}

function candidates(index: BandIndex, box: Box): readonly number[] {
  const first = Math.floor(box.x / DRAWER);
  const last = Math.floor((box.x + box.width) / DRAWER);
  const found = new Set(index.wide);
  for (let at = first; at <= last; at++) for (const place of index.drawers.get(at) ?? []) found.add(place);
  return [...found].sort((a, b) => a - b);
}

function indexOf(parts: readonly ScenePart[]): BandIndex {
  let index = indexes.get(parts);
  if (index === undefined) {
    index = buildIndex(parts);
    indexes.set(parts, index);
  }
  return index;
}

function buildIndex(parts: readonly ScenePart[]): BandIndex {
  const drawers = new Map<number, number[]>();
  const wide: number[] = [];
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  parts.forEach(({ box }, place) => {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
    const first = Math.floor(box.x / DRAWER);
    const last = Math.floor((box.x + box.width) / DRAWER);
    if (last - first >= MOST_DRAWERS) {
      wide.push(place);
      return;
    }
    for (let at = first; at <= last; at++) {
      const drawer = drawers.get(at);
      if (drawer === undefined) drawers.set(at, [place]);
      else drawer.push(place);
    }
  });
  return { left, top, right, bottom, drawers, wide };
}
