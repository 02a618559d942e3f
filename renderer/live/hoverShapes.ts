import type { Box } from '../../shared/layout/box.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import { ghostToken } from '../../shared/layout/ghosts.ts';
import type { PlacedLane } from '../../shared/layout/laneLayout.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { TOKEN } from '../../shared/layout/touchpoint.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { EditingState } from '../editing/editingState.ts';
import { hoveredGhost, isGhostAsked } from '../editing/ghostCell.ts';
import { PLUS_RADIUS } from '../editing/headPlus.ts';
import { boxOfPlace } from '../editing/place.ts';
import { type LiveShape, type LiveWords, outlineOf, RING, rect } from './liveShape.ts';

/** Six dots at the lower right: here a card is taken hold of. */
function gripShapes({ x, y, width, height }: Box): readonly LiveShape[] {
  const dots = [0, 1, 2].flatMap((row) => [0, 1].map((column) => dot(2 + column * 5, 2 + row * 5)));
  const at = { x: x + width - 17, y: y + height - 20 };
  return [{ kind: 'outline', d: dots.join(''), ...at, stroke: 'ink-3', width: 0, fill: 'ink-3', opacity: 1 }];
}

function dot(x: number, y: number): string {
  const r = 1.3;
  return `M${x - r} ${y}A${r} ${r} 0 1 0 ${x + r} ${y}A${r} ${r} 0 1 0 ${x - r} ${y}Z`;
}

/** The round "+" at a border of the heads. */
export function plusShapes({ plus, gesture, text }: EditingState): readonly LiveShape[] {
  if (plus === null || gesture !== null || text !== null) return [];
  const r = PLUS_RADIUS;
  const disc = { x: plus.x - r, y: plus.y - r, width: 2 * r, height: 2 * r };
  const arm = 4.5;
  return [
    { kind: 'bar', box: disc, fill: 'card', radius: r, stroke: 'line-3', strokeWidth: 1.4 },
    {
      kind: 'outline',
      d: `M0 ${arm}H${2 * arm}M${arm} 0V${2 * arm}`,
      x: plus.x - arm,
      y: plus.y - arm,
      stroke: 'ink-2',
      width: 1.8,
    },
  ];
}

/** A card under the pointer gets a stronger edge; an empty cell shows what could be put there. */
export function hoverShapes(layout: MapLayout, editing: EditingState, words: LiveWords): readonly LiveShape[] {
  const { hover, gesture, selection, text } = editing;
  if (hover === null || gesture !== null || text !== null) return [];
  const ghost = hoveredGhost(layout, editing);
  if (ghost !== null) return ghostShapes(layout, ghost, words, isGhostAsked(editing) ? words.keys.add : null, false);
  if (hover.kind === 'cell') {
    const lane = layout.lanes.find((each) => each.layout.lane.id === hover.lane);
    return (lane && askedShapes(lane, hover.step, false)) ?? [];
  }
  const id = hover.kind === 'card' ? hover.card : hover.kind === 'emotion' ? hover.emotion : null;
  if (id === null || selection.includes(id)) return [];
  const outline = outlineOf(layout, id, 0);
  if (outline === null) return [];
  const { d, box } = outline;
  const found = hover.kind === 'card' ? findCard(layout, hover.card)?.card : undefined;
  const hasGrip = found?.content.kind === 'card' && !found.card.locked;
  return [{ kind: 'outline', d, x: box.x, y: box.y, stroke: 'ink', width: 2.2 }, ...(hasGrip ? gripShapes(box) : [])];
}

/** Where the keyboard stands in an empty cell: magenta dots round the ghost. */
export function cursorShapes(
  layout: MapLayout,
  { place, text, gesture }: EditingState,
  words: LiveWords,
): readonly LiveShape[] {
  if (place?.kind !== 'cell' || text !== null || gesture !== null) return [];
  return ghostShapes(layout, place, words, words.keys.edit, true);
}

const GHOST = { height: 44, inset: 8, top: 14 } as const;

function ghostShapes(
  layout: MapLayout,
  cell: { readonly lane: Id<'lane'>; readonly step: Id<'step'> },
  words: LiveWords,
  key: string | null,
  focused: boolean,
): readonly LiveShape[] {
  const box = boxOfPlace(layout, { kind: 'cell', lane: cell.lane, step: cell.step });
  const lane = layout.lanes.find((each) => each.layout.lane.id === cell.lane);
  if (box === undefined || lane === undefined || lane.layout.lane.locked) return [];
  const asked = askedShapes(lane, cell.step, focused);
  if (asked !== null) return asked;
  const { content } = lane.layout;
  const column = layout.columns.indexOfStep.get(cell.step) ?? -1;
  const standing =
    content.kind === 'cards'
      ? content.cards.filter((card) => card.firstColumn <= column && card.lastColumn >= column)
      : [];
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
    ...ghostWords(ghost, `+  ${words.ghost(cell.lane)}`, key, words),
  ];
}

/** A cell that asks a question, or from which a point can be lifted, has its ghost on the map already: a ring round it. */
function askedShapes({ y, layout }: PlacedLane, step: Id<'step'>, focused: boolean): readonly LiveShape[] | null {
  const ghost = layout.ghosts?.find((each) => each.step === step);
  const { content } = layout;
  const open = content.kind === 'emotions' ? content.emotions.open?.find((each) => each.step === step) : undefined;
  if (ghost === undefined && open === undefined) return null;
  const middle = ghost?.token ? ghostToken(ghost) : open;
  const radius = content.kind === 'emotions' ? content.emotions.faceRadius : TOKEN.radius;
  const box =
    middle !== undefined
      ? { x: middle.x - radius, y: middle.y - radius, width: 2 * radius, height: 2 * radius }
      : ghost;
  if (box === undefined) return null;
  const paint = focused
    ? ({ stroke: 'tool', width: RING, dash: [3, 5] } as const)
    : ({ stroke: 'ink-2', width: 1.6, dash: [5, 4] } as const);
  return [{ kind: 'outline', d: rect(box, middle === undefined ? 10 : radius), x: box.x, y: y + box.y, ...paint }];
}

/** The kind on a ghost, and its key where there is room for both. */
function ghostWords(ghost: Box, text: string, key: string | null, words: LiveWords): readonly LiveShape[] {
  const name: LiveShape = { kind: 'words', x: ghost.x + 12, y: ghost.y + 15.5, text, colour: 'ink-3', size: 13 };
  if (key === null) return [name];
  const width = Math.max(20, words.width(key, 12) + 12);
  const x = ghost.x + ghost.width - 8 - width;
  if (ghost.x + 12 + words.width(text, 13) + 6 > x) return [name];
  const cap = { x, y: ghost.y + (ghost.height - 20) / 2, width, height: 20 };
  return [
    name,
    { kind: 'bar', box: cap, fill: 'card', radius: 4, stroke: 'line', strokeWidth: 1.2 },
    {
      kind: 'words',
      x: x + (width - words.width(key, 12)) / 2,
      y: cap.y + 4,
      text: key,
      colour: 'ink-2',
      size: 12,
    },
  ];
}
