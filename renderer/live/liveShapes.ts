import type { RefusalCode } from '../../shared/edits/refusal.ts';
import { type Box, growBox } from '../../shared/layout/box.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import { cardOutline } from '../../shared/scene/outlines.ts';
import type { ThemeColour } from '../../shared/scene/theme.ts';
import type { EditingState } from '../editing/editingState.ts';
import { boxOfPlace, boxOfSelected, findCard, type Selectable } from '../editing/place.ts';

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
    }
  | {
      readonly kind: 'bar';
      readonly box: Box;
      readonly fill: ThemeColour;
      readonly radius: number;
      readonly stroke?: ThemeColour;
    }
  | {
      readonly kind: 'words';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly colour: ThemeColour;
    };

/** The words live things say. */
export interface LiveWords {
  readonly landing: Readonly<Record<'landsHere' | 'landsAbove' | 'landsBelow' | 'becomesKind', string>>;
  refusal(code: RefusalCode): string;
  /** "Pain point", for the ghost in an empty cell of a lane. */
  ghost(lane: Id<'lane'>): string;
}

/** A ring stands this far from what it surrounds (UI.md section 5). */
const RING_GAP = 4;
const RING = 2.5;

/** Everything alive on the map but what is carried: rings, handles, ghost, marks, guides and frames. */
export function liveShapes(layout: MapLayout, editing: EditingState, words: LiveWords): readonly LiveShape[] {
  return [
    ...editing.found.flatMap((id) => foundShapes(layout, id)),
    ...hoverShapes(layout, editing, words),
    ...cursorShapes(layout, editing, words),
    ...(editing.gesture?.kind === 'cards' ? [] : editing.selection.flatMap((id) => ringShapes(layout, id))),
    ...(editing.gesture?.kind === 'cards' ? [] : frameShapes(layout, editing)),
    ...handleShapes(layout, editing),
    ...gestureShapes(layout, editing, words),
  ];
}

function rect(box: Box, radius: number): string {
  const r = Math.min(radius, box.width / 2, box.height / 2);
  const { width: w, height: h } = box;
  return `M${r} 0H${w - r}Q${w} 0 ${w} ${r}V${h - r}Q${w} ${h} ${w - r} ${h}H${r}Q0 ${h} 0 ${h - r}V${r}Q0 0 ${r} 0Z`;
}

/** The outline round a thing: a card's own shape, a ring round a feeling, a frame round heads and labels. */
function outlineOf(layout: MapLayout, id: Selectable, gap: number): { d: string; box: Box } | null {
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

function ringShapes(layout: MapLayout, id: Selectable): readonly LiveShape[] {
  const outline = outlineOf(layout, id, RING_GAP);
  if (outline === null) return [];
  const { d, box } = outline;
  return [{ kind: 'outline', d, x: box.x, y: box.y, stroke: 'tool', width: RING }];
}

/** What says the words sought is tinted, so that one sees at a glance where on the map they are. */
function foundShapes(layout: MapLayout, id: Selectable): readonly LiveShape[] {
  const outline = outlineOf(layout, id, 0);
  if (outline === null) return [];
  const { d, box } = outline;
  return [{ kind: 'outline', d, x: box.x, y: box.y, stroke: 'tool', width: 1.5, fill: 'tool', opacity: 0.14 }];
}

/** A card under the pointer gets a stronger edge; an empty cell shows what could be put there. */
function hoverShapes(
  layout: MapLayout,
  { hover, gesture, selection, text }: EditingState,
  words: LiveWords,
): readonly LiveShape[] {
  if (hover === null || gesture !== null || text !== null) return [];
  if (hover.kind === 'cell' && hover.feeling === null) return ghostShapes(layout, hover, words, false);
  const id = hover.kind === 'card' ? hover.card : hover.kind === 'emotion' ? hover.emotion : null;
  if (id === null || selection.includes(id)) return [];
  const outline = outlineOf(layout, id, 0);
  if (outline === null) return [];
  return [{ kind: 'outline', d: outline.d, x: outline.box.x, y: outline.box.y, stroke: 'ink', width: 2 }];
}

/** Where the keyboard stands in an empty cell: magenta dots round the ghost. */
function cursorShapes(
  layout: MapLayout,
  { place, text, gesture }: EditingState,
  words: LiveWords,
): readonly LiveShape[] {
  if (place?.kind !== 'cell' || text !== null || gesture !== null) return [];
  return ghostShapes(layout, place, words, true);
}

const GHOST = { height: 44, inset: 8, top: 14 } as const;

function ghostShapes(
  layout: MapLayout,
  cell: { readonly lane: Id<'lane'>; readonly step: Id<'step'> },
  words: LiveWords,
  focused: boolean,
): readonly LiveShape[] {
  const box = boxOfPlace(layout, { kind: 'cell', lane: cell.lane, step: cell.step });
  const lane = layout.lanes.find((each) => each.layout.lane.id === cell.lane);
  if (box === undefined || lane === undefined || lane.layout.lane.locked) return [];
  const { content } = lane.layout;
  const column = layout.columns.indexOfStep.get(cell.step) ?? -1;
  const standing =
    content.kind === 'cards'
      ? content.cards.filter((card) => card.firstColumn <= column && card.lastColumn >= column)
      : [];
  if (!focused && standing.length > 0) return [];
  const lowest = standing.reduce((most, card) => Math.max(most, card.y + card.height), 0);
  const isRiver = content.kind === 'emotions';
  const y = isRiver ? content.emotions.neutralY - GHOST.height / 2 : lowest > 0 ? lowest + 6 : GHOST.top;
  const ghost = { x: box.x + GHOST.inset, y: box.y + y, width: box.width - 2 * GHOST.inset, height: GHOST.height };
  if (!isRiver && lowest > 0 && y + GHOST.height > box.height) {
    // No room below the cards that stand there: a bar shows where the next one would go.
    const bar = { x: ghost.x, y: box.y + Math.min(lowest + 5, box.height - 4), width: ghost.width, height: 3 };
    return [{ kind: 'bar', box: bar, fill: 'tool', radius: 1.5 }];
  }
  const paint = focused
    ? ({ stroke: 'tool', width: RING, dash: [3, 5] } as const)
    : ({ stroke: 'line-3', width: 1.4, dash: [5, 4] } as const);
  return [
    {
      kind: 'outline',
      d: rect(ghost, 10),
      x: ghost.x,
      y: ghost.y,
      ...paint,
      fill: focused ? 'card' : 'paper',
      opacity: focused ? 1 : 0.5,
    },
    { kind: 'words', x: ghost.x + 14, y: ghost.y + 15, text: `+  ${words.ghost(cell.lane)}`, colour: 'ink-3' },
  ];
}

/** Several things: one dotted frame round them all. */
function frameShapes(layout: MapLayout, { selection }: EditingState): readonly LiveShape[] {
  if (selection.length < 2) return [];
  const boxes = selection.flatMap((id) => boxOfSelected(layout, id) ?? []);
  const frame = unionOf(boxes);
  if (frame === null) return [];
  const box = growBox(frame, 12);
  return [{ kind: 'outline', d: rect(box, 14), x: box.x, y: box.y, stroke: 'tool', width: 1.5, dash: [2, 5] }];
}

/** Where a carried card was: pale, with a dashed edge. */
function holeShapes(layout: MapLayout, id: Id<'card'>): readonly LiveShape[] {
  const outline = outlineOf(layout, id, 0);
  if (outline === null) return [];
  const { d, box } = outline;
  return [
    {
      kind: 'outline',
      d,
      x: box.x,
      y: box.y,
      stroke: 'line-3',
      width: 1.4,
      dash: [5, 4],
      fill: 'paper',
      opacity: 0.72,
    },
  ];
}

/** The smallest box round several; null for none. */
export function unionOf(boxes: readonly Box[]): Box | null {
  const [first, ...others] = boxes;
  if (first === undefined) return null;
  return others.reduce((sum, box) => {
    const x = Math.min(sum.x, box.x);
    const y = Math.min(sum.y, box.y);
    const right = Math.max(sum.x + sum.width, box.x + box.width);
    const bottom = Math.max(sum.y + sum.height, box.y + box.height);
    return { x, y, width: right - x, height: bottom - y };
  }, first);
}

/** Two handles at the sides of a single card: how many steps it covers. */
function handleShapes(layout: MapLayout, { selection, text, gesture }: EditingState): readonly LiveShape[] {
  const [only] = selection;
  if (selection.length !== 1 || !only?.startsWith('card:') || text !== null || gesture?.kind === 'cards') return [];
  const found = findCard(layout, only as Id<'card'>);
  if (found === undefined || found.card.card.locked) return [];
  const { x, y, width, height } = found.box;
  return [x - RING_GAP, x + width + RING_GAP].map(
    (at): LiveShape => ({
      kind: 'bar',
      box: { x: at - 3.5, y: y + height / 2 - 9, width: 7, height: 18 },
      fill: 'card',
      stroke: 'tool',
      radius: 3.5,
    }),
  );
}

function gestureShapes(layout: MapLayout, { gesture }: EditingState, words: LiveWords): readonly LiveShape[] {
  switch (gesture?.kind) {
    case 'cards': {
      const { target } = gesture;
      const holes = gesture.copy ? [] : gesture.cards.flatMap((id) => holeShapes(layout, id));
      if (target === null) return holes;
      const { cell, mark } = target;
      if (target.refusal !== null) {
        return [
          ...holes,
          {
            kind: 'outline',
            d: rect(cell, 8),
            x: cell.x,
            y: cell.y,
            stroke: 'line-3',
            width: 1,
            fill: 'chrome-2',
            opacity: 0.9,
          },
          { kind: 'words', x: cell.x + 12, y: cell.y + 14, text: words.refusal(target.refusal), colour: 'ink-2' },
        ];
      }
      return [
        ...holes,
        {
          kind: 'outline',
          d: rect(cell, 8),
          x: cell.x,
          y: cell.y,
          stroke: 'tool',
          width: 0,
          fill: 'tool-tint',
          opacity: 0.55,
        },
        { kind: 'bar', box: mark, fill: 'tool', radius: 2 },
        { kind: 'words', x: mark.x + 4, y: mark.y + 9, text: words.landing[target.words], colour: 'tool' },
      ];
    }
    case 'head':
      return gesture.target === null ? [] : [{ kind: 'bar', box: gesture.target.mark, fill: 'tool', radius: 2 }];
    case 'marquee':
      return [
        {
          kind: 'outline',
          d: rect(gesture.box, 2),
          x: gesture.box.x,
          y: gesture.box.y,
          stroke: 'tool',
          width: 1.5,
          fill: 'tool',
          opacity: 0.1,
        },
      ];
    case 'stepWidth':
      return [
        {
          kind: 'bar',
          box: { x: gesture.x - 1, y: layout.headsTop, width: 2, height: layout.bottom - layout.headsTop },
          fill: 'tool',
          radius: 0,
        },
      ];
    case 'laneHeight':
      return [
        {
          kind: 'bar',
          box: { x: 0, y: gesture.y - 1, width: layout.columns.right, height: 2 },
          fill: 'tool',
          radius: 0,
        },
      ];
    default:
      return [];
  }
}

/** What a shape covers, strokes included. */
export function boxOfShape(shape: LiveShape): Box {
  if (shape.kind === 'bar') return growBox(shape.box, 3);
  if (shape.kind === 'words') return { x: shape.x, y: shape.y, width: 320, height: 24 };
  const numbers = (shape.d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  const most = numbers.reduce((sum, number) => Math.max(sum, number), 0);
  const right = Number(/H(-?[\d.]+)/.exec(shape.d)?.[1] ?? most) + 24;
  return growBox({ x: shape.x, y: shape.y, width: Math.max(right, 0), height: most }, 6);
}
