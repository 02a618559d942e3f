import type { CardBox } from '../../shared/layout/cardLane.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import type { PlacedLane } from '../../shared/layout/laneLayout.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import { findFeeling, type Place } from './place.ts';

/** The four ways an arrow key leads. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * Where an arrow key leads from a place: through the cards of a cell, then from cell to cell, at the edges on to the
 * heads of steps and stages and the labels of lanes. Stays where it is when there is nothing further.
 */
export function neighbour(layout: MapLayout, from: Place, direction: Direction): Place {
  switch (from.kind) {
    case 'stage':
      return fromStage(layout, from, direction);
    case 'step':
      return fromStep(layout, from, direction);
    case 'lane':
      return fromLane(layout, from, direction);
    default:
      return fromCell(layout, from, direction);
  }
}

/**
 * Where one writes on after a text: to the right, from the last step to the first of the next lane. Stays where there
 * is nothing further.
 */
export function nextToWrite(layout: MapLayout, from: Place): Place {
  const right = neighbour(layout, from, 'right');
  const cell = samePlace(right, from) ? cellOf(layout, from) : null;
  return (cell && enterCell(layout, cell.lane + 1, 0, 'down')) ?? right;
}

/** The first place of a map: where the keyboard begins. Null for a map without steps or lanes. */
export function firstPlace(layout: MapLayout): Place | null {
  return enterCell(layout, 0, 0, 'down') ?? null;
}

/** Every card and point of a map in reading order: step by step, and in each step from the top lane down. */
export function readingOrder(layout: MapLayout): readonly Place[] {
  return layout.columns.columns.flatMap((_, column) =>
    layout.lanes.flatMap((lane) => itemsInCell(lane, layout, column).map(({ place }) => place)),
  );
}

/** The next thing in reading order after a place; null after the last. `back` goes the other way. */
export function nextInReadingOrder(layout: MapLayout, from: Place | null, back = false): Place | null {
  const order = readingOrder(layout);
  if (from === null) return (back ? order.at(-1) : order[0]) ?? null;
  const at = order.findIndex((place) => samePlace(place, from));
  if (at >= 0) return order[at + (back ? -1 : 1)] ?? null;
  const cell = cellOf(layout, from);
  if (cell === null) return (back ? order.at(-1) : order[0]) ?? null;
  const isBeyond = (place: Place): boolean => {
    const other = cellOf(layout, place);
    if (other === null) return false;
    const lead = other.column - cell.column || other.lane - cell.lane;
    return back ? lead < 0 : lead > 0;
  };
  const beyond = order.filter(isBeyond);
  return (back ? beyond.at(-1) : beyond[0]) ?? null;
}

/** Whether two places are the same. */
export function samePlace(a: Place, b: Place): boolean {
  if (a.kind === 'cell') return b.kind === 'cell' && a.lane === b.lane && a.step === b.step;
  return b.kind !== 'cell' && a.id === b.id;
}

/** Row and column of a place in the grid; null for heads, labels and what is not shown. */
export function cellOf(layout: MapLayout, place: Place): { readonly lane: number; readonly column: number } | null {
  if (place.kind === 'cell') {
    return gridCell(layout, place.lane, layout.columns.indexOfStep.get(place.step));
  }
  if (place.kind === 'card') {
    const found = findCard(layout, place.id);
    return found ? gridCell(layout, found.lane.layout.lane.id, found.card.firstColumn) : null;
  }
  if (place.kind !== 'emotion') return null;
  const found = findFeeling(layout, place.id);
  return found
    ? gridCell(layout, found.lane.layout.lane.id, layout.columns.indexOfStep.get(found.mark.emotion.step))
    : null;
}

function gridCell(
  layout: MapLayout,
  lane: Id<'lane'>,
  column: number | undefined,
): { lane: number; column: number } | null {
  const at = layout.lanes.findIndex((each) => each.layout.lane.id === lane);
  return at < 0 || column === undefined ? null : { lane: at, column };
}

interface CellItem {
  readonly place: Place;
  readonly y: number;
}

/** What stands in a cell from top to bottom; a card that spans steps stands in the first of them. */
function itemsInCell(lane: PlacedLane, layout: MapLayout, column: number): readonly CellItem[] {
  const { content } = lane.layout;
  if (content.kind === 'cards') {
    return content.cards
      .filter((card) => card.firstColumn === column)
      .map(itemOfCard)
      .sort(byHeight);
  }
  const step = layout.columns.columns[column]?.step.id;
  return content.emotions.curves
    .flatMap((curve) => curve.marks)
    .filter((mark) => mark.emotion.step === step)
    .map((mark): CellItem => ({ place: { kind: 'emotion', id: mark.emotion.id }, y: mark.y }))
    .sort(byHeight);
}

function itemOfCard(card: CardBox): CellItem {
  return { place: { kind: 'card', id: card.card.id }, y: card.y };
}

function byHeight(a: CellItem, b: CellItem): number {
  return a.y - b.y;
}

/** Comes into a cell: to its first or last thing, to a card that reaches over it, or to the empty cell. */
function enterCell(layout: MapLayout, laneAt: number, column: number, direction: Direction): Place | undefined {
  const lane = layout.lanes[laneAt];
  const step = layout.columns.columns[column]?.step.id;
  if (lane === undefined || step === undefined) return undefined;
  const items = itemsInCell(lane, layout, column);
  const entered = direction === 'up' ? items.at(-1) : items[0];
  if (entered !== undefined) return entered.place;
  const { content } = lane.layout;
  const across =
    content.kind === 'cards'
      ? content.cards.find((card) => card.firstColumn < column && card.lastColumn >= column)
      : undefined;
  if (across !== undefined) return { kind: 'card', id: across.card.id };
  return { kind: 'cell', lane: lane.layout.lane.id, step };
}

function fromCell(layout: MapLayout, from: Place, direction: Direction): Place {
  const cell = cellOf(layout, from);
  const lane = cell && layout.lanes[cell.lane];
  if (!cell || !lane) return from;
  const spanned = from.kind === 'card' ? findCard(layout, from.id)?.card : undefined;
  if (direction === 'left') {
    return enterCell(layout, cell.lane, cell.column - 1, 'down') ?? { kind: 'lane', id: lane.layout.lane.id };
  }
  if (direction === 'right') {
    return enterCell(layout, cell.lane, (spanned?.lastColumn ?? cell.column) + 1, 'down') ?? from;
  }
  const items = itemsInCell(lane, layout, cell.column);
  const at = items.findIndex((item) => samePlace(item.place, from));
  const within = at < 0 ? undefined : items[at + (direction === 'up' ? -1 : 1)];
  if (within !== undefined) return within.place;
  const next = enterCell(layout, cell.lane + (direction === 'up' ? -1 : 1), cell.column, direction);
  if (next !== undefined) return next;
  const step = layout.columns.columns[cell.column]?.step.id;
  return direction === 'up' && step !== undefined ? { kind: 'step', id: step } : from;
}

function fromStage(layout: MapLayout, from: Place & { kind: 'stage' }, direction: Direction): Place {
  const { stages, columns } = layout.columns;
  const at = stages.findIndex((span) => span.stage.id === from.id);
  if (direction === 'down') {
    const step = columns[stages[at]?.firstColumn ?? -1]?.step.id;
    return step !== undefined && (stages[at]?.columnCount ?? 0) > 0 ? { kind: 'step', id: step } : from;
  }
  if (direction === 'up') return from;
  const next = stages[at + (direction === 'left' ? -1 : 1)];
  return next === undefined ? from : { kind: 'stage', id: next.stage.id };
}

function fromStep(layout: MapLayout, from: Place & { kind: 'step' }, direction: Direction): Place {
  const { columns, indexOfStep } = layout.columns;
  const at = indexOfStep.get(from.id) ?? -1;
  const column = columns[at];
  if (column === undefined) return from;
  if (direction === 'up') return { kind: 'stage', id: column.stage.id };
  if (direction === 'down') return enterCell(layout, 0, at, 'down') ?? from;
  const next = columns[at + (direction === 'left' ? -1 : 1)];
  return next === undefined ? from : { kind: 'step', id: next.step.id };
}

function fromLane(layout: MapLayout, from: Place & { kind: 'lane' }, direction: Direction): Place {
  const at = layout.lanes.findIndex((each) => each.layout.lane.id === from.id);
  if (direction === 'right') return enterCell(layout, at, 0, 'down') ?? from;
  if (direction === 'left') return from;
  const next = layout.lanes[at + (direction === 'up' ? -1 : 1)];
  return next === undefined ? from : { kind: 'lane', id: next.layout.lane.id };
}
