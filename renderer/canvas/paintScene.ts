import type { Box } from '../../shared/layout/box.ts';
import type { Font } from '../../shared/layout/font.ts';
import { ICONS } from '../../shared/scene/icons.ts';
import {
  type CircleItem,
  type GroupItem,
  type IconItem,
  type ImageItem,
  isDrawnAt,
  LEAST_TEXT_ON_SCREEN,
  type Paint,
  type PathItem,
  type RectItem,
  type Scene,
  type SceneItem,
  type TextItem,
} from '../../shared/scene/scene.ts';
import type { ThemeColour } from '../../shared/scene/theme.ts';
import { fontName } from './fonts.ts';
import { partsMeeting } from './sceneIndex.ts';

/** A 2D context of the window or of a worker. */
export type PaintContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What painting depends on beside the scene. */
export interface PaintOptions {
  readonly colours: Readonly<Record<ThemeColour, string>>;
  /** Leaves out what is not drawn at this zoom; null draws everything, for print. */
  readonly zoom: number | null;
  /** Pixels of the context per px at 100 %: what is finer than they can show is drawn plainer. Not for print. */
  readonly scale?: number;
  /** A decoded picture, or null while it is not there: its place stays an empty frame. */
  readonly picture: (hash: string) => CanvasImageSource | null;
}

/** Sets what every painted text and picture needs and contexts do not have from the start. */
export function prepareContext(context: PaintContext): void {
  context.fontKerning = 'normal';
  context.textRendering = 'geometricPrecision';
  context.imageSmoothingQuality = 'high';
}

/**
 * Paints what of a scene meets a box, in order. The context's transform must lead from px at 100 % to its pixels;
 * nothing is clipped and no ground is painted.
 */
export function paintScene(context: PaintContext, scene: Scene, box: Box, options: PaintOptions): void {
  const painter = new Painter(context, options);
  for (const band of scene.bands) {
    const inBand = { x: box.x, y: box.y - band.y, width: box.width, height: box.height };
    const parts = partsMeeting(band, inBand);
    if (parts.length === 0) continue;
    context.translate(0, band.y);
    painter.lookAt(inBand);
    for (const part of parts) painter.paint(part.items());
    context.translate(0, -band.y);
  }
}

/** Paints loose items, such as a card that is carried; the context is as for paintScene. */
export function paintItems(context: PaintContext, items: readonly SceneItem[], options: PaintOptions): void {
  new Painter(context, options).paint(items);
}

const paths = new WeakMap<SceneItem, Path2D>();
const iconPaths = new Map<string, Path2D>();

/** Below this zoom hardly anything of a card is drawn, but thousands of cards are in view. */
const FAR = 0.25;

const farItems = new WeakMap<readonly SceneItem[], readonly SceneItem[]>();

/** The items that may be drawn below FAR, found once: most are not, and asking each of them costs more than drawing. */
function itemsFromAfar(items: readonly SceneItem[]): readonly SceneItem[] {
  let few = farItems.get(items);
  if (few === undefined) {
    few = items.filter(
      ({ level, ...item }) =>
        (level?.from ?? 0) < FAR && !(item.kind === 'text' && item.font.size * FAR < LEAST_TEXT_ON_SCREEN),
    );
    farItems.set(items, few);
  }
  return few;
}

/** A switch over the kinds of item. Follows the few context states that items may leave as they find them. */
class Painter {
  private readonly context: PaintContext;
  private readonly options: PaintOptions;
  /** What will be seen; small things outside it are passed over. */
  private seen: Box | null = null;
  /** Setting a font costs as much as a short text. */
  private font: Font | null = null;
  private dashed = false;
  private spaced = false;
  private mirrored = false;
  /** Product of the opacities of the groups around. */
  private opacity = 1;

  constructor(context: PaintContext, options: PaintOptions) {
    this.context = context;
    this.options = options;
  }

  /** Only this box of the items' coordinates will be seen of what is painted from now on. */
  lookAt(seen: Box): void {
    this.seen = seen;
  }

  paint(items: readonly SceneItem[]): void {
    const { zoom } = this.options;
    const candidates = zoom !== null && zoom < FAR ? itemsFromAfar(items) : items;
    for (const item of candidates) if (isDrawnAt(item, zoom) && !this.isOutside(item)) this.paintItem(item);
  }

  /** Whether nothing of an item can be seen; never of those whose extent is not known. */
  private isOutside(item: SceneItem): boolean {
    const { seen } = this;
    if (seen === null) return false;
    switch (item.kind) {
      case 'text':
        return isTextOutside(item, seen);
      case 'icon':
        return isAway(seen, item.x, item.y, item.size, item.size, item.strokeWidth);
      case 'circle':
        return isAway(
          seen,
          item.cx - item.radius,
          item.cy - item.radius,
          2 * item.radius,
          2 * item.radius,
          item.strokeWidth ?? 1,
        );
      case 'rect':
        return isAway(seen, item.x, item.y, item.width, item.height, item.strokeWidth ?? 1);
      default:
        return false;
    }
  }

  private paintItem(item: SceneItem): void {
    switch (item.kind) {
      case 'path':
        this.paintPath(item);
        break;
      case 'rect':
        this.paintRect(item);
        break;
      case 'circle':
        this.paintCircle(item);
        break;
      case 'icon':
        this.paintIcon(item);
        break;
      case 'text':
        this.paintText(item);
        break;
      case 'image':
        this.paintImage(item);
        break;
      case 'group':
        this.paintGroup(item);
        break;
    }
  }

  private paintPath(item: PathItem): void {
    const { x = 0, y = 0 } = item;
    if (x !== 0 || y !== 0) this.context.translate(x, y);
    this.fillAndStroke(
      item,
      pathOf(item, () => new Path2D(item.d)),
    );
    if (x !== 0 || y !== 0) this.context.translate(-x, -y);
  }

  private paintRect(item: RectItem): void {
    if (item.radius === undefined && (item.stroke === undefined || this.isFaint(item.strokeWidth ?? 1))) {
      this.fillPlainly(item);
      return;
    }
    const path = pathOf(item, () => {
      const made = new Path2D();
      if (item.radius === undefined) made.rect(item.x, item.y, item.width, item.height);
      else made.roundRect(item.x, item.y, item.width, item.height, item.radius);
      return made;
    });
    this.fillAndStroke(item, path);
  }

  private paintCircle(item: CircleItem): void {
    const path = pathOf(item, () => {
      const made = new Path2D();
      made.arc(item.cx, item.cy, item.radius, 0, 2 * Math.PI);
      return made;
    });
    this.fillAndStroke(item, path);
  }

  private paintIcon(item: IconItem): void {
    const { context } = this;
    let path = iconPaths.get(item.icon);
    if (path === undefined) {
      path = new Path2D(ICONS[item.icon]);
      iconPaths.set(item.icon, path);
    }
    const { stroke, strokeWidth } = item;
    if (this.isFaint(strokeWidth)) return;
    const scale = item.size / ICON_BOX;
    context.translate(item.x, item.y);
    context.scale(scale, scale);
    this.strokeWith(path, { stroke, strokeWidth: strokeWidth / scale, cap: 'round', join: 'round' });
    context.scale(1 / scale, 1 / scale);
    context.translate(-item.x, -item.y);
  }

  private paintText(item: TextItem): void {
    const { context } = this;
    const { colours } = this.options;
    if (item.font !== this.font) context.font = fontName(item.font);
    this.font = item.font;
    context.textAlign = item.anchor === 'middle' ? 'center' : (item.anchor ?? 'start');
    const mirrored = item.rightToLeft ?? false;
    if (mirrored !== this.mirrored) {
      context.direction = mirrored ? 'rtl' : 'ltr';
      this.mirrored = mirrored;
    }
    const spaced = item.tracking !== undefined && item.tracking !== 0;
    if (spaced || this.spaced) context.letterSpacing = spaced ? `${(item.tracking ?? 0) * item.font.size}px` : '0px';
    this.spaced = spaced;
    context.globalAlpha = this.opacity * (item.opacity ?? 1);
    if (item.halo !== undefined) {
      this.undash();
      context.lineJoin = 'round';
      context.lineWidth = item.halo.width;
      context.strokeStyle = colours[item.halo.colour];
      context.strokeText(item.text, item.x, item.y);
    }
    context.fillStyle = colours[item.fill];
    context.fillText(item.text, item.x, item.y);
  }

  private paintImage(item: ImageItem): void {
    const { context } = this;
    const picture = this.options.picture(item.hash);
    const frame = pathOf(item, () => {
      const made = new Path2D();
      made.roundRect(item.x, item.y, item.width, item.height, item.radius);
      return made;
    });
    if (picture === null) {
      this.fillAndStroke({ fill: 'chrome-2' }, frame);
      return;
    }
    context.save();
    context.globalAlpha = this.opacity;
    context.clip(frame);
    const placed = coverBox(item);
    context.drawImage(picture, placed.x, placed.y, placed.width, placed.height);
    context.restore();
  }

  private paintGroup(item: GroupItem): void {
    const { opacity, dashed, spaced, mirrored } = this;
    this.opacity *= item.opacity ?? 1;
    if (item.clip === undefined) {
      this.paint(item.items);
      this.opacity = opacity;
      return;
    }
    const { clip } = item;
    this.context.save();
    this.context.clip(pathOf(item, () => new Path2D(clip)));
    this.paint(item.items);
    this.context.restore();
    this.opacity = opacity;
    this.dashed = dashed;
    this.spaced = spaced;
    this.mirrored = mirrored;
    this.font = null;
  }

  private fillAndStroke(paint: Paint, path: Path2D): void {
    if (paint.fill !== undefined) {
      this.context.globalAlpha = this.opacity * (paint.fillOpacity ?? 1);
      this.context.fillStyle = this.options.colours[paint.fill];
      this.context.fill(path);
    }
    if (paint.stroke !== undefined && !this.isFaint(paint.strokeWidth ?? 1)) this.strokeWith(path, paint);
  }

  /** Without a path: thousands of cards in view from afar are nothing but rectangles. */
  private fillPlainly({ fill, fillOpacity = 1, x, y, width, height }: RectItem): void {
    if (fill === undefined) return;
    this.context.globalAlpha = this.opacity * fillOpacity;
    this.context.fillStyle = this.options.colours[fill];
    this.context.fillRect(x, y, width, height);
  }

  private isFaint(strokeWidth: number): boolean {
    return strokeWidth * (this.options.scale ?? Number.POSITIVE_INFINITY) < FAINTEST_STROKE;
  }

  private strokeWith(path: Path2D, paint: Paint): void {
    const { context } = this;
    const { stroke, strokeWidth = 1, dash } = paint;
    if (stroke === undefined) return;
    const blurred = dash === undefined ? 1 : this.shareWhenBlurred(dash, strokeWidth, paint.cap);
    context.globalAlpha = this.opacity * (paint.strokeOpacity ?? 1) * (blurred ?? 1);
    context.strokeStyle = this.options.colours[stroke];
    context.lineWidth = strokeWidth;
    context.lineCap = paint.cap ?? 'butt';
    context.lineJoin = paint.join ?? 'miter';
    if (dash === undefined || blurred !== null) this.undash();
    else {
      context.setLineDash([...dash]);
      this.dashed = true;
    }
    context.stroke(path);
  }

  /** How much of a dashed line is line, where its dashes are too fine to be told apart; null where they are not. */
  private shareWhenBlurred(dash: readonly number[], strokeWidth: number, cap: Paint['cap']): number | null {
    const period = dash.reduce((sum, part) => sum + part, 0);
    const { scale } = this.options;
    if (scale === undefined || (period / dash.length) * 2 * scale >= FINEST_DASH) return null;
    const added = cap === 'round' ? strokeWidth : 0;
    const drawn = dash.reduce((sum, part, at) => (at % 2 === 0 ? sum + part + added : sum), 0);
    return Math.min(1, drawn / period);
  }

  private undash(): void {
    if (!this.dashed) return;
    this.context.setLineDash([]);
    this.dashed = false;
  }
}

/** Of a font's size, more than any script reaches above a baseline, below it, and to the sides of its letters' widths. */
const REACH = { above: 1.4, below: 0.7, side: 0.5 } as const;

function isTextOutside(
  { x, y, font, width, anchor = 'start', rightToLeft = false, halo }: TextItem,
  seen: Box,
): boolean {
  const edge = halo?.width ?? 0;
  if (y + font.size * REACH.below + edge < seen.y) return true;
  if (y - font.size * REACH.above - edge > seen.y + seen.height) return true;
  if (width === undefined || rightToLeft) return false;
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  const side = font.size * REACH.side + edge;
  return left + width + side < seen.x || left - side > seen.x + seen.width;
}

function isAway(seen: Box, x: number, y: number, width: number, height: number, edge: number): boolean {
  const right = seen.x + seen.width;
  const bottom = seen.y + seen.height;
  return x + width + edge < seen.x || y + height + edge < seen.y || x - edge > right || y - edge > bottom;
}

/** Pixels: thinner strokes would not be seen; dashes with their gaps that are finer cost much and run together. */
const FAINTEST_STROKE = 0.14;
const FINEST_DASH = 1.5;

/** Icons are drawn in a box of 24 by 24. */
const ICON_BOX = 24;

function pathOf(item: SceneItem, make: () => Path2D): Path2D {
  let path = paths.get(item);
  if (path === undefined) {
    path = make();
    paths.set(item, path);
  }
  return path;
}

/** Where a picture lies when it fills its box and keeps its proportions: what stands out is cut off evenly. */
export function coverBox(item: Pick<ImageItem, keyof Box | 'pixelWidth' | 'pixelHeight'>): Box {
  const scale = Math.max(item.width / item.pixelWidth, item.height / item.pixelHeight);
  const width = item.pixelWidth * scale;
  const height = item.pixelHeight * scale;
  return { x: item.x + (item.width - width) / 2, y: item.y + (item.height - height) / 2, width, height };
}
