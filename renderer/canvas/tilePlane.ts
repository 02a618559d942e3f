import type { Box } from '../../shared/layout/box.ts';
import { type PaintContext, prepareContext } from './paintScene.ts';
import {
  boxOfTile,
  byNearness,
  growRange,
  inPlane,
  placesIn,
  rangeHolds,
  TILE,
  type TilePlace,
  type TileRange,
  tilesMeeting,
} from './tilePlan.ts';

/** Paints a box of the sheet; the context leads from px at 100 % to the tile's pixels. Gives pictures not yet there. */
export type PaintBox = (context: PaintContext, box: Box) => ReadonlySet<string>;

interface Tile {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  place: TilePlace;
  stale: boolean;
  /** Hashes of pictures that were not there when it was painted. */
  awaited: ReadonlySet<string>;
}

/** Tiles kept around what is seen, painted ahead when there is time. */
const RING = 1;
/** Canvases kept for the next tiles; more are let go. */
const MOST_SPARE = 48;
const NOTHING: TileRange = { left: 0, top: 0, right: -1, bottom: -1 };
const NO_PICTURES: ReadonlySet<string> = new Set();

/**
 * A part of the sheet painted into tiles inside one element, which is moved as a whole by a CSS transform. Tiles
 * lie on device pixels, so nothing blurs and no seam shows, whatever the screen's density.
 */
export class TilePlane {
  /** Holds the tiles. Its top left corner is the plane's. */
  readonly element: HTMLDivElement;
  private readonly paintBox: PaintBox;
  private readonly tiles = new Map<string, Tile>();
  private readonly spare: Tile[] = [];
  private box: Box = { x: 0, y: 0, width: 0, height: 0 };
  private scale = 0;
  private density = 1;
  private seen = NOTHING;
  private kept = NOTHING;

  constructor(paintBox: PaintBox, className: string) {
    this.paintBox = paintBox;
    this.element = document.createElement('div');
    this.element.className = className;
  }

  /**
   * The part of the sheet it shows (px at 100 %) at `scale` device pixels per px on a screen with `density` device
   * pixels per CSS px. Tiles of another scale or origin are let go.
   */
  setPlane(box: Box, scale: number, density: number): void {
    const fits = this.scale === scale && this.density === density && this.box.x === box.x && this.box.y === box.y;
    this.box = box;
    if (fits) return;
    this.scale = scale;
    this.density = density;
    this.letGoAll();
  }

  /** What is in view (px at 100 % on the sheet): its tiles are wanted first, a ring around them next. */
  look(view: Box): void {
    const { width, height } = inPlane(this.box, this.box, this.scale);
    this.seen = growRange(tilesMeeting(inPlane(view, this.box, this.scale)), 0, width, height);
    this.kept = growRange(this.seen, RING, width, height);
    for (const [key, tile] of this.tiles) {
      if (!rangeHolds(growRange(this.kept, 1, width, height), tile.place)) this.letGo(key, tile);
    }
  }

  /** These boxes (px at 100 % on the sheet) look different now. */
  markStale(boxes: readonly Box[] | 'everywhere'): void {
    if (boxes === 'everywhere') {
      for (const tile of this.tiles.values()) tile.stale = true;
      return;
    }
    for (const box of boxes) {
      const range = tilesMeeting(inPlane(box, this.box, this.scale));
      for (const tile of this.tiles.values()) if (rangeHolds(range, tile.place)) tile.stale = true;
    }
  }

  /** Tiles painted without this picture look different now. */
  pictureCame(hash: string): void {
    for (const tile of this.tiles.values()) if (tile.awaited.has(hash)) tile.stale = true;
  }

  /** Paints what is in view until `isTime` says to stop; true when all of it is there. */
  paintSeen(isTime: () => boolean): boolean {
    return this.paintRange(this.seen, isTime);
  }

  /** Paints the ring around what is in view; true when all of it is there. */
  paintRing(isTime: () => boolean): boolean {
    return this.paintRange(this.kept, isTime);
  }

  /** Whether there is any tile to look at. */
  get isEmpty(): boolean {
    return this.tiles.size === 0;
  }

  private paintRange(range: TileRange, isTime: () => boolean): boolean {
    const missing = placesIn(range).filter((place) => this.tiles.get(keyOf(place))?.stale !== false);
    if (missing.length === 0) return true;
    let painted = 0;
    for (const place of byNearness(missing, this.seen)) {
      // At least one for each call, or a slow tile would never come.
      if (painted > 0 && isTime()) return false;
      this.paintTile(place);
      painted += 1;
    }
    return true;
  }

  private paintTile(place: TilePlace): void {
    const tile = this.tiles.get(keyOf(place)) ?? this.addTile(place);
    const { context } = tile;
    const box = boxOfTile(place, this.box, this.scale);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, TILE, TILE);
    context.setTransform(this.scale, 0, 0, this.scale, -box.x * this.scale, -box.y * this.scale);
    tile.awaited = this.paintBox(context, box);
    tile.stale = false;
  }

  private addTile(place: TilePlace): Tile {
    const tile = this.spare.pop() ?? makeTile(place);
    tile.place = place;
    const side = TILE / this.density;
    const { style } = tile.canvas;
    style.left = `${place.column * side}px`;
    style.top = `${place.row * side}px`;
    style.width = `${side}px`;
    style.height = `${side}px`;
    this.element.append(tile.canvas);
    this.tiles.set(keyOf(place), tile);
    return tile;
  }

  private letGo(key: string, tile: Tile): void {
    this.tiles.delete(key);
    tile.canvas.remove();
    tile.stale = true;
    tile.awaited = NO_PICTURES;
    if (this.spare.length < MOST_SPARE) this.spare.push(tile);
  }

  private letGoAll(): void {
    for (const [key, tile] of this.tiles) this.letGo(key, tile);
  }
}

function keyOf({ column, row }: TilePlace): string {
  return `${column} ${row}`;
}

function makeTile(place: TilePlace): Tile {
  const canvas = document.createElement('canvas');
  canvas.width = TILE;
  canvas.height = TILE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This window has no 2D canvas');
  prepareContext(context);
  return { canvas, context, place, stale: true, awaited: NO_PICTURES };
}
