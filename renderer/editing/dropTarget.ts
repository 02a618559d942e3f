import type { CardPosition } from '../../shared/edits/cardPositions.ts';
import type { Place } from '../../shared/edits/place.ts';
import type { Box } from '../../shared/layout/box.ts';
import type { CardBox } from '../../shared/layout/cardLane.ts';
import type { Column } from '../../shared/layout/columns.ts';
import type { Point } from '../../shared/layout/curve.ts';
import { columnAt, laneAt } from '../../shared/layout/hitTest.ts';
import type { PlacedLane } from '../../shared/layout/laneLayout.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { GRID } from '../../shared/layout/metrics.ts';
import type { CardRecord } from '../../shared/records/card.ts';
import type { Id } from '../../shared/records/ids.ts';
import { KINDS_OF_LANE } from '../../shared/records/lane.ts';
import type { CardTarget, HeadTarget } from './editingState.ts';

/** A drop mark is this thick. */
const MARK = 4;

/** What is being carried: all cards, the one that is held, and whether copies of them will land. */
export interface CarriedCards {
  readonly cards: readonly CardPosition[];
  readonly held: CardPosition;
  readonly copy: boolean;
}

/**
 * Where carried cards would land with the pointer at (x, y) in sheet px; null beside the grid. A lane that cannot take
 * them still gives a target, with the reason.
 */
export function findCardTarget(layout: MapLayout, carried: CarriedCards, at: Point): CardTarget | null {
  const lane = laneAt(layout, at.y);
  const column = layout.columns.columns[columnAt(layout, at.x)];
  if (lane === undefined || column === undefined) return null;
  const cell = { x: column.x, y: lane.y, width: column.width, height: lane.layout.height };
  const { content } = lane.layout;
  const base = { lane: lane.layout.lane.id, step: column.step.id, cell };
  if (content.kind === 'emotions') return { ...base, ...refused(cell), refusal: 'laneTakesNoCards' };
  if (lane.layout.lane.locked) return { ...base, ...refused(cell), refusal: 'laneLocked' };
  const landing = landingLanes(layout, carried, column, lane);
  if (landing === null) return { ...base, ...refused(cell), refusal: 'outsideMap' };
  if (landing.some((each) => each.lane.layout.lane.locked)) return { ...base, ...refused(cell), refusal: 'laneLocked' };
  const gone = new Set<Id>(carried.copy ? [] : carried.cards.map(({ card }) => card.id));
  const standing = content.cards.filter(({ firstColumn, card }) => {
    return firstColumn === columnAt(layout, at.x) && !gone.has(card.id);
  });
  const { place, index, y } = placeInCell(standing, at.y - lane.y);
  const mark = {
    x: column.x + GRID.inset,
    y: lane.y + y - MARK / 2,
    width: column.width - 2 * GRID.inset,
    height: MARK,
  };
  return { ...base, at: place, mark, words: wordsOf(landing, standing.length, index), refusal: null };
}

function refused(cell: CardTarget['cell']): Pick<CardTarget, 'at' | 'mark' | 'words'> {
  return { at: 'last', mark: { ...cell, height: 0 }, words: 'landsHere' };
}

/** The place among the cards of a cell, and the height of its mark in lane px. */
function placeInCell(
  standing: readonly CardBox[],
  y: number,
): { readonly place: CardTarget['at']; readonly index: number; readonly y: number } {
  const sorted = [...standing].sort((a, b) => a.y - b.y);
  const index = sorted.filter((card) => card.y + card.height / 2 < y).length;
  const below = sorted[index];
  const above = sorted[index - 1];
  const half = GRID.stackGap / 2;
  if (below !== undefined) return { place: { before: below.card.id }, index, y: below.y - half };
  if (above === undefined) return { place: 'last', index, y: GRID.stackGap };
  return { place: { after: above.card.id }, index, y: above.y + above.height + half };
}

/** A card with the lane in which it would land. */
interface LandingCard {
  readonly card: CardRecord;
  readonly lane: PlacedLane;
}

/** The lanes in which carried cards land, all by the same way; null when one of them would leave the map. */
function landingLanes(
  layout: MapLayout,
  { cards, held }: CarriedCards,
  column: Column,
  lane: PlacedLane,
): readonly LandingCard[] | null {
  const lanes = layout.lanes.filter(({ layout: { content } }) => content.kind === 'cards');
  const right = layout.columns.columns.indexOf(column) - held.column;
  const down = lanes.indexOf(lane) - held.row;
  const landing: LandingCard[] = [];
  for (const { card, column: from, row } of cards) {
    const to = lanes[row + down];
    if (to === undefined || layout.columns.columns[from + right] === undefined) return null;
    landing.push({ card, lane: to });
  }
  return landing;
}

function wordsOf(landing: readonly LandingCard[], standing: number, index: number): CardTarget['words'] {
  const isOther = ({ card, lane }: LandingCard): boolean =>
    !KINDS_OF_LANE[lane.layout.lane.kind].some((kind) => kind === card.kind);
  if (landing.some(isOther)) return 'becomesKind';
  if (standing === 0) return 'landsHere';
  return index < standing ? 'landsAbove' : 'landsBelow';
}

/** Where a carried stage would land: at the nearest border between stages. */
export function findStageTarget(layout: MapLayout, x: number): HeadTarget<'stage'> {
  const { stages } = layout.columns;
  const index = stages.filter((span) => span.x + span.width / 2 < x).length;
  return {
    at: placeBefore(stages[index]?.stage.id),
    mark: columnMark(layout, stages[index]?.x ?? layout.columns.right),
  };
}

/** Where a carried step would land: at the nearest border between steps, in the stage the pointer is over. */
export function findStepTarget(layout: MapLayout, x: number): HeadTarget<'step'> {
  const { stages, columns } = layout.columns;
  const span = stages.find((each) => x < each.x + each.width) ?? stages.at(-1);
  if (span === undefined) return { at: 'last', mark: columnMark(layout, layout.columns.left) };
  const own = columns.slice(span.firstColumn, span.firstColumn + span.columnCount);
  const index = own.filter((column) => column.x + column.width / 2 < x).length;
  return {
    at: placeBefore(own[index]?.step.id),
    stage: span.stage.id,
    mark: columnMark(layout, own[index]?.x ?? span.x + span.width),
  };
}

/** Where a carried lane would land: at the nearest border between lanes. */
export function findLaneTarget(layout: MapLayout, y: number): HeadTarget<'lane'> {
  const index = layout.lanes.filter((lane) => lane.y + lane.layout.height / 2 < y).length;
  const at = layout.lanes[index]?.y ?? layout.bottom - GRID.foot;
  const { margin } = layout.metrics;
  return {
    at: placeBefore(layout.lanes[index]?.layout.lane.id),
    mark: { x: margin, y: at - MARK / 2, width: layout.columns.right - margin, height: MARK },
  };
}

function placeBefore<Type extends 'stage' | 'step' | 'lane'>(id: Id<Type> | undefined): Place<Type> {
  return id === undefined ? 'last' : { before: id };
}

function columnMark(layout: MapLayout, x: number): Box {
  return { x: x - MARK / 2, y: layout.headsTop, width: MARK, height: layout.bottom - layout.headsTop };
}
