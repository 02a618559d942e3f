import { type Box, growBox, joinBoxes } from '../../shared/layout/box.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import { cardOutline } from '../../shared/scene/outlines.ts';
import type { ThemeColour } from '../../shared/scene/theme.ts';
import { boxOfSelected, type Selectable } from '../editing/place.ts';

/** One live thing above the map, in sheet px. Drawn by Konva, known to tests as a value. */
export type LiveShape =
  | {
      readonly kind: 'outline';
      /** Path data from (x, y). */
      readonly d: string;
      readonly x: number;
      readonly y: number;
      readonly stroke: ThemeColour;
      readonly width: number;
      readonly dash?: readonly number[];
      readonly fill?: ThemeColour;
      readonly opacity?: number;
      /** Fades away once (UI.md section 6). */
      readonly flash?: true;
    }
  | {
      readonly kind: 'bar';
      readonly box: Box;
      readonly fill: ThemeColour;
      readonly radius: number;
      readonly stroke?: ThemeColour;
      /** 2 when not given. */
      readonly strokeWidth?: number;
    }
  | {
      readonly kind: 'words';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly colour: ThemeColour;
      /** px; 14 when not given. */
      readonly size?: number;
      /** The paper drawn round the letters where they cross lines. */
      readonly halo?: ThemeColour;
    };

/** The words live things say. */
export interface LiveWords {
  /** "Pain point", for the ghost in an empty cell of a lane. */
  ghost(lane: Id<'lane'>): string;
  /** What stands on the keycap that begins a card: in the cell under the pointer, and where the keyboard stands. */
  readonly keys: { readonly add: string; readonly edit: string };
  /** px of a text of live things at a size. */
  width(text: string, size: number): number;
}

/** The weight of a ring (UI.md section 5). */
export const RING = 2.5;

/** The path of a rounded rectangle from its corner. */
export function rect(box: Box, radius: number): string {
  const r = Math.min(radius, box.width / 2, box.height / 2);
  const { width: w, height: h } = box;
  return `M${r} 0H${w - r}Q${w} 0 ${w} ${r}V${h - r}Q${w} ${h} ${w - r} ${h}H${r}Q0 ${h} 0 ${h - r}V${r}Q0 0 ${r} 0Z`;
}

/** The outline round a thing: a card's own shape, a ring round a feeling, a frame round heads and labels. */
export function outlineOf(layout: MapLayout, id: Selectable, gap: number): { d: string; box: Box } | null {
  if (id.startsWith('card:')) {
    const found = findCard(layout, id as Id<'card'>);
    if (found === undefined) return null;
    const box = growBox(found.box, gap);
    const kind = found.card.content.kind === 'touchpoint' ? 'action' : found.card.card.kind;
    return { d: cardOutline(kind, box.width, box.height), box };
  }
  const box = boxOfSelected(layout, id);
  if (box === undefined) return null;
  const isFeeling = id.startsWith('emotion:');
  const grown = growBox(box, isFeeling ? gap : -1);
  return { d: rect(grown, isFeeling ? grown.width / 2 : 8), box: grown };
}

/** The smallest box round several; null for none. */
export function unionOf(boxes: readonly Box[]): Box | null {
  const [first, ...others] = boxes;
  if (first === undefined) return null;
  return others.reduce(joinBoxes, first);
}

/** What a shape covers, strokes included. */
export function boxOfShape(shape: LiveShape): Box {
  if (shape.kind === 'bar') return growBox(shape.box, 3);
  if (shape.kind === 'words') return { x: shape.x - 3, y: shape.y - 3, width: 320, height: 26 };
  const numbers = (shape.d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  const most = numbers.reduce((sum, number) => Math.max(sum, number), 0);
  const right = Number(/H(-?[\d.]+)/.exec(shape.d)?.[1] ?? most) + 24;
  return growBox({ x: shape.x, y: shape.y, width: Math.max(right, 0), height: most }, 6);
}
