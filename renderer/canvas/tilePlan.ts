import type { Box } from '../../shared/layout/box.ts';

/** Device pixels of a tile's side: changing one this large costs least (PERFORMANCE.md). */
export const TILE = 256;

/** A tile by its place in the grid that begins at its plane's top left corner. */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

/** Tiles from `left` to `right` and from `top` to `bottom`, both ends included; empty when an end lies before. */
export interface TileRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The tiles that a box with an area meets. The box is in device pixels from the plane's top left corner. */
export function tilesMeeting(box: Box): TileRange {
  return {
    left: Math.floor(box.x / TILE),
    top: Math.floor(box.y / TILE),
    right: Math.ceil((box.x + box.width) / TILE) - 1,
    bottom: Math.ceil((box.y + box.height) / TILE) - 1,
  };
}

/** The range with `ring` more tiles on every side, cut to a plane of this size in device pixels. */
export function growRange(range: TileRange, ring: number, width: number, height: number): TileRange {
  return {
    left: Math.max(0, range.left - ring),
    top: Math.max(0, range.top - ring),
    right: Math.min(Math.ceil(width / TILE) - 1, range.right + ring),
    bottom: Math.min(Math.ceil(height / TILE) - 1, range.bottom + ring),
  };
}

/** Whether a tile lies in a range. */
export function rangeHolds(range: TileRange, { column, row }: TilePlace): boolean {
  return column >= range.left && column <= range.right && row >= range.top && row <= range.bottom;
}

/** Every tile of a range, row by row. */
export function placesIn(range: TileRange): readonly TilePlace[] {
  const places: TilePlace[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) places.push({ column, row });
  }
  return places;
}

/** What a tile shows: px at 100 % from the sheet's corner, for a plane that begins at `origin`. */
export function boxOfTile(
  { column, row }: TilePlace,
  origin: { readonly x: number; readonly y: number },
  scale: number,
): Box {
  const side = TILE / scale;
  return { x: origin.x + column * side, y: origin.y + row * side, width: side, height: side };
}

/** Part of a plane in device pixels, from a box of the sheet at `scale` device pixels per px. */
export function inPlane(box: Box, origin: { readonly x: number; readonly y: number }, scale: number): Box {
  return {
    x: (box.x - origin.x) * scale,
    y: (box.y - origin.y) * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
}

/**
 * The tiles to paint next, the nearest to the middle of what is seen first: an eye rests there, and a ring painted
 * from the inside out is there when the map is moved a little.
 */
export function byNearness(places: readonly TilePlace[], seen: TileRange): readonly TilePlace[] {
  const x = (seen.left + seen.right) / 2;
  const y = (seen.top + seen.bottom) / 2;
  const distance = ({ column, row }: TilePlace) => Math.max(Math.abs(column - x), Math.abs(row - y));
  return [...places].sort((a, b) => distance(a) - distance(b));
}
