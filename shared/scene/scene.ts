import type { Box } from '../layout/box.ts';
import type { Font } from '../layout/font.ts';
import type { IconName } from './icons.ts';
import type { ThemeColour } from './theme.ts';

/**
 * The zooms at which an item is drawn: from `from` (inclusive) to below `below`. Absent means every zoom.
 * Geometry is the same at every zoom: levels only leave things out. 1 is 100 %.
 */
export interface Level {
  readonly from?: number;
  readonly below?: number;
}

interface BaseItem {
  readonly level?: Level;
}

/** How a shape is filled and stroked. Colours are tokens, so a theme changes no item. */
export interface Paint {
  readonly fill?: ThemeColour;
  readonly fillOpacity?: number;
  readonly stroke?: ThemeColour;
  readonly strokeOpacity?: number;
  /** px at 100 %. */
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly cap?: 'round';
  readonly join?: 'round';
}

/** A shape as SVG path data in absolute coordinates, shifted by (x, y) when given. */
export interface PathItem extends BaseItem, Paint {
  readonly kind: 'path';
  readonly d: string;
  readonly x?: number;
  readonly y?: number;
}

/** A rectangle, round-cornered when `radius` is given. */
export interface RectItem extends BaseItem, Paint, Box {
  readonly kind: 'rect';
  readonly radius?: number;
}

export interface CircleItem extends BaseItem, Paint {
  readonly kind: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
}

/** An icon of the table in icons.ts, stroked at `strokeWidth` px whatever its size. */
export interface IconItem extends BaseItem {
  readonly kind: 'icon';
  readonly icon: IconName;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly stroke: ThemeColour;
  readonly strokeWidth: number;
}

/** One line of text, never wrapped and never cut. `x` is its start, middle or end; `y` its baseline. */
export interface TextItem extends BaseItem {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** px at 100 % from start to end, where it was measured and nothing spaces its letters. */
  readonly width?: number;
  readonly font: Font;
  readonly fill: ThemeColour;
  /** `start` is the left end, in right-to-left text the right end. */
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly rightToLeft?: boolean;
  /** Letter spacing in em. */
  readonly tracking?: number;
  readonly halo?: { readonly colour: ThemeColour; readonly width: number };
  readonly opacity?: number;
}

/** A picture of the project, cropped to fill its box. */
export interface ImageItem extends BaseItem, Box {
  readonly kind: 'image';
  /** SHA-256 of the picture's bytes. */
  readonly hash: string;
  /** Pixel size of the picture itself. */
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly description: string;
  readonly radius: number;
}

/** Items drawn together, inside `clip` (path data) and at `opacity` when given. */
export interface GroupItem extends BaseItem {
  readonly kind: 'group';
  readonly items: readonly SceneItem[];
  readonly clip?: string;
  readonly opacity?: number;
}

/** One drawable of the display list. Painters (canvas, SVG) are switches over these kinds. */
export type SceneItem = PathItem | RectItem | CircleItem | IconItem | TextItem | ImageItem | GroupItem;

/** Items that are culled and repainted together: a card, a lane's label, a stage's territory. */
export interface ScenePart {
  /** The id of the record it shows, or a name of its own. */
  readonly key: string;
  /** Everything its items cover, in its band's coordinates, halos and pins included. */
  readonly box: Box;
  /** The items in painting order; built on the first call and kept. */
  readonly items: () => readonly SceneItem[];
  /** Of what only grows downwards: parts of one key and `look` are alike above the lesser `above`, a y of the band. */
  readonly steady?: { readonly look: string; readonly above: number };
  /** What it shows; parts of one key with the same object differ only in where they stand and how large they are. */
  readonly content?: object;
}

/** The key of the band that lies under all others and stretches with the lanes. */
export const GROUND = 'ground';

/** A horizontal strip of the sheet, such as a lane. Its parts keep their identity when the strip moves down. */
export interface SceneBand {
  readonly key: string;
  /** Where the band lies; its parts' coordinates begin at (0, y). */
  readonly y: number;
  readonly height: number;
  readonly parts: readonly ScenePart[];
  /** How much of a lane, from its top, its name takes: that stays in view as long as the lane does. */
  readonly labelHeight?: number;
}

/** A display list: what screen, PNG, SVG and PDF paint, in order. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly background: ThemeColour;
  readonly bands: readonly SceneBand[];
  /** The stage and step heads: stay in view when the sheet is scrolled down. */
  readonly heads: Box;
  /** The lane labels: stay in view when the sheet is scrolled sideways. */
  readonly labels: Box;
}

/** A text style is left out when it would stand below this many px on the screen (UI.md section 7). */
export const LEAST_TEXT_ON_SCREEN = 9;

/** Whether an item is drawn at a zoom (1 = 100 %); `null` draws everything, for print. */
export function isDrawnAt(item: SceneItem, zoom: number | null): boolean {
  if (zoom === null) return (item.level?.from ?? 0) >= 0 && item.level?.below === undefined;
  if (item.level?.from !== undefined && zoom < item.level.from) return false;
  if (item.level?.below !== undefined && zoom >= item.level.below) return false;
  return item.kind !== 'text' || item.font.size * zoom >= LEAST_TEXT_ON_SCREEN;
}
