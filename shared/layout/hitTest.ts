import type { Id } from '../records/ids.ts';
import { type Box, boxHolds } from './box.ts';
import type { CardBox } from './cardLane.ts';
import { feelingY } from './emotionLane.ts';
import type { PlacedLane } from './laneLayout.ts';
import type { MapLayout } from './mapLayout.ts';

/** What lies at a point of the sheet. Boxes are in sheet px. */
export type Hit =
  | { readonly kind: 'card'; readonly card: Id<'card'>; readonly lane: Id<'lane'>; readonly box: Box }
  | { readonly kind: 'emotion'; readonly emotion: Id<'emotion'>; readonly lane: Id<'lane'>; readonly box: Box }
  | {
      readonly kind: 'cell';
      readonly lane: Id<'lane'>;
      readonly step: Id<'step'>;
      readonly box: Box;
      /** In an emotion lane, the feeling at this height, -2 to +2 and not rounded. */
      readonly feeling: number | null;
    }
  | { readonly kind: 'stageHead'; readonly stage: Id<'stage'>; readonly box: Box }
  | { readonly kind: 'stepHead'; readonly step: Id<'step'>; readonly box: Box }
  | { readonly kind: 'laneLabel'; readonly lane: Id<'lane'>; readonly box: Box }
  | { readonly kind: 'title'; readonly box: Box }
  | { readonly kind: 'scenario'; readonly box: Box }
  | { readonly kind: 'persona'; readonly persona: Id<'persona'>; readonly box: Box }
  | { readonly kind: 'sheet' };

/** How far a pin stands out of its card: part of the card for a pointer. */
const PIN_REACH = 13;

/** What is at (x, y) in sheet px; null outside the sheet. Finds row and column by bisection, whatever the map's size. */
export function hitTest(layout: MapLayout, x: number, y: number): Hit | null {
  if (x < 0 || y < 0 || x > layout.width || y > layout.height) return null;
  if (y < layout.headsTop) return hitHeader(layout, x, y);
  if (y < layout.lanesTop) return hitHeads(layout, x, y);
  const lane = laneAt(layout, y);
  if (lane === undefined) return { kind: 'sheet' };
  if (x < layout.columns.left) return { kind: 'laneLabel', lane: lane.layout.lane.id, box: laneLabelBox(layout, lane) };
  return hitLane(layout, lane, x, y);
}

/** The lane at a height of the sheet. */
export function laneAt(layout: MapLayout, y: number): PlacedLane | undefined {
  const lane = layout.lanes[lastNotBeyond(layout.lanes, y, (placed) => placed.y)];
  return lane !== undefined && y <= lane.y + lane.layout.height ? lane : undefined;
}

/** The index of the column at a place across the sheet; -1 where there is none. */
export function columnAt(layout: MapLayout, x: number): number {
  const { columns } = layout.columns;
  const at = lastNotBeyond(columns, x, (column) => column.x);
  const column = columns[at];
  return column !== undefined && x <= column.x + column.width ? at : -1;
}

/** The index of the last item that begins at or before `value`; -1 when all begin later. */
function lastNotBeyond<Item>(items: readonly Item[], value: number, begin: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && begin(item) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function laneLabelBox(layout: MapLayout, { y, layout: lane }: PlacedLane): Box {
  return { x: 0, y, width: layout.columns.left, height: lane.height };
}

function hitHeader(layout: MapLayout, x: number, y: number): Hit {
  const { header, metrics } = layout;
  if (header === null) return { kind: 'sheet' };
  const chip = header.chips.find((each) => boxHolds(each, x, y));
  if (chip !== undefined) return { kind: 'persona', persona: chip.persona.id, box: chip };
  const { title, scenario } = header;
  const titleBox = {
    x: metrics.margin,
    y: header.titleY - title.font.size,
    width: Math.max(title.width, 200),
    height: Math.max(title.height, title.lineHeight),
  };
  if (boxHolds(titleBox, x, y)) return { kind: 'title', box: titleBox };
  const scenarioBox = {
    x: metrics.margin,
    y: header.scenarioY - scenario.font.size - 2,
    width: Math.max(scenario.width, 200),
    height: Math.max(scenario.height, scenario.lineHeight),
  };
  return boxHolds(scenarioBox, x, y) ? { kind: 'scenario', box: scenarioBox } : { kind: 'sheet' };
}

function hitHeads(layout: MapLayout, x: number, y: number): Hit {
  const { columns, headsTop, heads } = layout;
  if (y < headsTop + heads.stageHeight) {
    const span = columns.stages.find((stage) => x >= stage.x && x < stage.x + stage.width);
    if (span === undefined) return { kind: 'sheet' };
    const box = { x: span.x, y: headsTop, width: span.width, height: heads.stageHeight };
    return { kind: 'stageHead', stage: span.stage.id, box };
  }
  const column = columns.columns[columnAt(layout, x)];
  if (column === undefined) return { kind: 'sheet' };
  const box = { x: column.x, y: headsTop + heads.stageHeight, width: column.width, height: heads.stepHeight };
  return { kind: 'stepHead', step: column.step.id, box };
}

function hitLane(layout: MapLayout, placed: PlacedLane, x: number, y: number): Hit {
  const { content, lane } = placed.layout;
  const inLane = y - placed.y;
  if (content.kind === 'cards') {
    // The one painted last lies on top.
    const card = content.cards.filter((box) => cardHolds(box, x, inLane)).at(-1);
    if (card !== undefined) {
      const box = { x: card.x, y: placed.y + card.y, width: card.width, height: card.height };
      return { kind: 'card', card: card.card.id, lane: lane.id, box };
    }
  } else {
    const radius = content.emotions.faceRadius + 4;
    const marks = content.emotions.curves.flatMap((curve) => curve.marks);
    const mark = marks.filter((each) => Math.hypot(each.x - x, each.y - inLane) <= radius).at(-1);
    if (mark !== undefined) {
      const box = { x: mark.x - radius, y: placed.y + mark.y - radius, width: 2 * radius, height: 2 * radius };
      return { kind: 'emotion', emotion: mark.emotion.id, lane: lane.id, box };
    }
  }
  const column = layout.columns.columns[columnAt(layout, x)];
  if (column === undefined) return { kind: 'sheet' };
  const feeling = content.kind === 'emotions' ? feelingAt(content.emotions, inLane) : null;
  const box = { x: column.x, y: placed.y, width: column.width, height: placed.layout.height };
  return { kind: 'cell', lane: lane.id, step: column.step.id, box, feeling };
}

function cardHolds(card: CardBox, x: number, y: number): boolean {
  return x >= card.x && x <= card.x + card.width && y >= card.y - PIN_REACH && y <= card.y + card.height;
}

/** The feeling a height in an emotion lane stands for, held within the scale. */
export function feelingAt(lane: { readonly neutralY: number; readonly unit: number }, y: number): number {
  const value = (feelingY(lane, 0) - y) / lane.unit;
  return Math.max(-2, Math.min(2, value));
}
