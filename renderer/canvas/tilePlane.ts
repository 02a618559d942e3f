import { type Box, joinBoxes } from '../../shared/layout/box.ts';
import type { Point } from './camera.ts';
import { makeDiv } from './makeDiv.ts';
import { type PaintContext, prepareContext } from './paintScene.ts';
import type { SceneChanges } from './sceneChanges.ts';
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
  /** What of it must be painted (px at 100 % on the sheet): nothing, some boxes, or all of it. */
  stale: readonly Box[] | 'everywhere';
  /** What of it can wait for all that is stale in view: what it shows there has only moved. Null for nothing. */
  moved: Box | null;
  /** Hashes of pictures that were not there when it was painted. */
  awaited: ReadonlySet<string>;
}

/** Tiles kept around what is seen, painted ahead when there is time. */
const RING = 1;
/** Past this many boxes a tile is painted whole. */
const MOST_STALE = 6;
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
    this.element = makeDiv(className);
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

  /** These boxes (px at 100 % on the sheet) look different now; what has only `moved` is painted after the rest. */
  markStale(changes: SceneChanges | 'everywhere'): void {
    if (this.isEmpty) return;
    if (changes === 'everywhere') {
      for (const tile of this.tiles.values()) tile.stale = 'everywhere';
      return;
    }
    for (const box of changes.changed) this.forTilesOf(box, addStale);
    for (const box of changes.moved) this.forTilesOf(box, addMoved);
  }

  /** The tiles there are that a box meets. None lies further out than the ring, and one more ring round it. */
  private forTilesOf(box: Box, mark: (tile: Tile, box: Box) => void): void {
    const { left, top, right, bottom } = tilesMeeting(inPlane(box, this.box, this.scale));
    const { kept } = this;
    for (let row = Math.max(top, kept.top - 1); row <= Math.min(bottom, kept.bottom + 1); row += 1) {
      for (let column = Math.max(left, kept.left - 1); column <= Math.min(right, kept.right + 1); column += 1) {
        const tile = this.tiles.get(keyOf({ column, row }));
        if (tile !== undefined) mark(tile, box);
      }
    }
  }

  /** Tiles painted without this picture look different now. */
  pictureCame(hash: string): void {
    for (const tile of this.tiles.values()) if (tile.awaited.has(hash)) tile.stale = 'everywhere';
  }

  /** Paints what is in view until `isTime` says to stop; true when all of it is there. */
  paintSeen(isTime: () => boolean): boolean {
    return this.paintRange(this.seen, isTime);
  }

  /** Paints what changed of what is in view until `isTime` says to stop; true when nothing else is to be painted. */
  paintChanged(isTime: () => boolean): boolean {
    const isThere = this.paintPlaces(this.missingIn(this.seen, isStale), isTime, (place) => this.paintStale(place));
    return isThere && this.missingIn(this.seen, isBehind).length === 0;
  }

  /** Paints the ring around what is in view; true when all of it is there. */
  paintRing(isTime: () => boolean): boolean {
    return this.paintRange(this.kept, isTime);
  }

  /** Whether there is any tile to look at. */
  get isEmpty(): boolean {
    return this.tiles.size === 0;
  }

  /**
   * Copies all tiles to a canvas that shows the sheet from `corner` (px at 100 %) on at `scale` pixels per px. Each
   * ends on whole pixels, so that no seam shows.
   */
  copyTo(context: CanvasRenderingContext2D, corner: Point, scale: number): void {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const { canvas, place } of this.tiles.values()) {
      const box = boxOfTile(place, this.box, this.scale);
      const x = Math.round((box.x - corner.x) * scale);
      const y = Math.round((box.y - corner.y) * scale);
      const right = Math.round((box.x + box.width - corner.x) * scale);
      const bottom = Math.round((box.y + box.height - corner.y) * scale);
      if (right > 0 && bottom > 0 && x < context.canvas.width && y < context.canvas.height) {
        context.drawImage(canvas, x, y, right - x, bottom - y);
      }
    }
    context.restore();
  }

  private paintRange(range: TileRange, isTime: () => boolean): boolean {
    return this.paintPlaces(this.missingIn(range, isBehind), isTime, (place) =>
      this.paintMoved(this.paintStale(place)),
    );
  }

  private missingIn(range: TileRange, isMissing: (tile: Tile | undefined) => boolean): readonly TilePlace[] {
    return placesIn(range).filter((place) => isMissing(this.tiles.get(keyOf(place))));
  }

  /** At least one tile for each call, or a slow one would never come. True when all are painted. */
  private paintPlaces(
    places: readonly TilePlace[],
    isTime: () => boolean,
    paint: (place: TilePlace) => unknown,
  ): boolean {
    let painted = 0;
    for (const place of byNearness(places, this.seen)) {
      if (painted > 0 && isTime()) return false;
      paint(place);
      painted += 1;
    }
    return true;
  }

  private paintStale(place: TilePlace): Tile {
    const tile = this.tiles.get(keyOf(place)) ?? this.addTile(place);
    if (tile.stale === 'everywhere') {
      const whole = boxOfTile(place, this.box, this.scale);
      tile.awaited = this.paintPart(tile, whole, whole);
      tile.moved = null;
    } else this.paintBoxes(tile, tile.stale);
    tile.stale = [];
    return tile;
  }

  private paintMoved(tile: Tile): void {
    if (tile.moved !== null) this.paintBoxes(tile, [tile.moved]);
    tile.moved = null;
  }

  /** A card that changed is a few of a tile's pixels, and the texts around it cost as much as its own. */
  private paintBoxes(tile: Tile, boxes: readonly Box[]): void {
    const whole = boxOfTile(tile.place, this.box, this.scale);
    const parts = boxes.map((box) => this.paintPart(tile, whole, box));
    tile.awaited = new Set([...tile.awaited, ...parts.flatMap((awaited) => [...awaited])]);
  }

  /** Paints what of a tile lies in a box, on whole pixels. Gives the pictures that are awaited there. */
  private paintPart({ context }: Tile, whole: Box, box: Box): ReadonlySet<string> {
    const { scale } = this;
    const left = Math.max(0, Math.floor((box.x - whole.x) * scale));
    const top = Math.max(0, Math.floor((box.y - whole.y) * scale));
    const right = Math.min(TILE, Math.ceil((box.x + box.width - whole.x) * scale));
    const bottom = Math.min(TILE, Math.ceil((box.y + box.height - whole.y) * scale));
    if (right <= left || bottom <= top) return NO_PICTURES;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    context.clearRect(left, top, right - left, bottom - top);
    context.setTransform(scale, 0, 0, scale, -whole.x * scale, -whole.y * scale);
    const awaited = this.paintBox(context, {
      x: whole.x + left / scale,
      y: whole.y + top / scale,
      width: (right - left) / scale,
      height: (bottom - top) / scale,
    });
    context.restore();
    return awaited;
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
    tile.stale = 'everywhere';
    tile.moved = null;
    tile.awaited = NO_PICTURES;
    if (this.spare.length < MOST_SPARE) this.spare.push(tile);
  }

  private letGoAll(): void {
    for (const [key, tile] of this.tiles) this.letGo(key, tile);
  }
}

function addStale(tile: Tile, box: Box): void {
  if (tile.stale === 'everywhere') return;
  const boxes = withBox(tile.stale, box);
  tile.stale = boxes.length <= MOST_STALE ? boxes : 'everywhere';
}

function addMoved(tile: Tile, box: Box): void {
  if (tile.stale !== 'everywhere') tile.moved = tile.moved === null ? box : joinBoxes(tile.moved, box);
}

/** The boxes with another one, joined where that is less to paint: a card that moved lies over where it was. */
function withBox(boxes: readonly Box[], box: Box): readonly Box[] {
  for (const other of boxes) {
    const both = joinBoxes(box, other);
    if (areaOf(both) > areaOf(box) + areaOf(other)) continue;
    return withBox(
      boxes.filter((each) => each !== other),
      both,
    );
  }
  return [...boxes, box];
}

function areaOf({ width, height }: Box): number {
  return width * height;
}

function isStale(tile: Tile | undefined): boolean {
  return tile === undefined || tile.stale === 'everywhere' || tile.stale.length > 0;
}

function isBehind(tile: Tile | undefined): boolean {
  return tile === undefined || isStale(tile) || tile.moved !== null;
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
  return { canvas, context, place, stale: 'everywhere', moved: null, awaited: NO_PICTURES };
}
