import { type Font, uprightFont } from '../layout/font.ts';
import type { TextBlock } from '../layout/textLayout.ts';
import { ICONS, type IconName, isIconName } from './icons.ts';
import type { IconItem, Level, Paint, PathItem, SceneItem, TextItem } from './scene.ts';
import type { ThemeColour } from './theme.ts';

/**
 * The zooms at which the sheet shows less (UI.md section 7): below `details` no evidence rows, hints, goals and
 * contours; below `words` cards become shapes with a pin; below `pins` only territories, blocks, river and stars.
 */
export const ZOOM_LEVELS = { details: 0.7, words: 0.45, pins: 0.25 } as const;

/**
 * Below this only maps of thousands of cards are looked at, whole, each card a few px wide: outlines give way to
 * plain rectangles, which are painted many times faster.
 */
export const PLAIN_BELOW = 0.07;

/** The names of steps stand close: below this they would meet. */
export const STEP_NAMES_FROM = 0.58;

/** Drawn at `details` and more. */
export const WHEN_DETAILED: Level = { from: ZOOM_LEVELS.details };
/** Drawn while single pins can be told apart. */
export const WHEN_PINNED: Level = { from: ZOOM_LEVELS.pins };

/** How lines of text are drawn besides their font and place. */
export type TextLook = Pick<TextItem, 'fill'> &
  Partial<Pick<TextItem, 'anchor' | 'tracking' | 'halo' | 'level' | 'opacity'>>;

/** One text item for every line of a block, its first baseline at `y`. */
export function textLines(block: TextBlock, x: number, y: number, look: TextLook): readonly TextItem[] {
  return block.lines.map((line, at): TextItem => {
    const shifted = line.rightToLeft && (look.anchor ?? 'start') === 'start';
    return {
      kind: 'text',
      x: shifted ? x + block.room : x,
      y: y + at * block.lineHeight,
      text: line.text,
      ...(look.tracking === undefined ? { width: line.width } : {}),
      font: block.font,
      ...look,
      ...(line.rightToLeft ? { rightToLeft: true } : {}),
    };
  });
}

/** A short text that nobody typed: a number, a sign. */
export function sign(text: string, x: number, y: number, font: Font, look: TextLook): TextItem {
  return { kind: 'text', x, y, text, font, ...look };
}

/** A number set bold in the middle of a pin. */
export function numberSign(text: string, x: number, y: number, size: number, fill: ThemeColour): TextItem {
  return sign(text, x, y, uprightFont(size, 700), { fill, anchor: 'middle' });
}

/** An icon whose box begins at (x, y). */
export function icon(
  name: IconName,
  x: number,
  y: number,
  size: number,
  stroke: ThemeColour,
  strokeWidth = 2,
): IconItem {
  return { kind: 'icon', icon: name, x, y, size, stroke, strokeWidth };
}

/** The icon of a stored name, or a plain one when this Meander does not know it. */
export function iconNamed(name: string, otherwise: IconName): IconName {
  return isIconName(name) && name in ICONS ? name : otherwise;
}

/** A path shifted to (x, y). */
export function shape(d: string, x: number, y: number, paint: Paint): PathItem {
  return { kind: 'path', d, x, y, ...paint };
}

/** A straight line. */
export function rule(x1: number, y1: number, x2: number, y2: number, paint: Paint): PathItem {
  return { kind: 'path', d: `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`, ...paint };
}

/** The same items at only some zooms. */
export function atLevel(level: Level, items: readonly SceneItem[]): readonly SceneItem[] {
  return items.map((item) => ({ ...item, level }));
}

/** A coordinate as written into path data: two decimals are finer than any screen or printer. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
