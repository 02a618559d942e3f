import { type Box, joinBoxes } from '../../shared/layout/box.ts';
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
  /** What of it must be painted (px at 100 % on the sheet): nothing, some boxes, or all of it. */
  stale: readonly Box[] | 'everywhere';
  /** Whether it must be painted before tiles whose content has only moved. */
  urgent: boolean;
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

  /** Everything looks different now. */
  markAllStale(): void {
    for (const tile of this.tiles.values()) tile.stale = 'everywhere';
  }

  /** These boxes (px at 100 % on the sheet) look different now; the tiles of `urgent` ones are wanted first. */
  markStale(boxes: readonly Box[], urgent: boolean): void {
    for (const box of boxes) {
      const range = tilesMeeting(inPlane(box, this.box, this.scale));
      for (const tile of this.tiles.values()) {
        if (!rangeHolds(range, tile.place)) continue;
        tile.urgent ||= urgent;
        if (tile.stale === 'everywhere') continue;
        const boxes = withBox(tile.stale, box);
        tile.stale = boxes.length <= MOST_STALE ? boxes : 'everywhere';
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

  /** Paints what is urgent of what is in view until `isTime` says to stop; true when nothing else is to be painted. */
  paintUrgent(isTime: () => boolean): boolean {
    return this.paintRange(this.seen, isTime, ({ urgent }) => urgent);
  }

  /** Paints the ring around what is in view; true when all of it is there. */
  paintRing(isTime: () => boolean): boolean {
    return this.paintRange(this.kept, isTime);
  }

  /** Whether there is any tile to look at. */
  get isEmpty(): boolean {
    return this.tiles.size === 0;
  }

  /** At least one tile for each call, or a slow one would never come. Tiles that are not there yet are all wanted. */
  private paintRange(range: TileRange, isTime: () => boolean, isWanted: (tile: Tile) => boolean = () => true): boolean {
    const missing = placesIn(range).filter((place) => isStale(this.tiles.get(keyOf(place))));
    let painted = 0;
    for (const place of byNearness(missing, this.seen)) {
      const tile = this.tiles.get(keyOf(place));
      if (tile !== undefined && !isWanted(tile)) continue;
      if (painted > 0 && isTime()) return false;
      this.paintTile(place);
      painted += 1;
    }
    return painted === missing.length;
  }

  private paintTile(place: TilePlace): void {
    const tile = this.tiles.get(keyOf(place)) ?? this.addTile(place);
    const whole = boxOfTile(place, this.box, this.scale);
    if (tile.stale === 'everywhere') tile.awaited = this.paintPart(tile, whole, whole);
    else {
      // A card that changed is a few of a tile's pixels, and the texts around it cost as much as its own.
      const parts = tile.stale.map((box) => this.paintPart(tile, whole, box));
      tile.awaited = new Set([...tile.awaited, ...parts.flatMap((awaited) => [...awaited])]);
    }
    tile.stale = [];
    tile.urgent = false;
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
    tile.urgent = false;
    tile.awaited = NO_PICTURES;
    if (this.spare.length < MOST_SPARE) this.spare.push(tile);
  }

  private letGoAll(): void {
    for (const [key, tile] of this.tiles) this.letGo(key, tile);
  }
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
  return { canvas, context, place, stale: 'everywhere', urgent: false, awaited: NO_PICTURES };
}
