import type { Place as SeatPlace } from '../../shared/edits/place.ts';
import type { Point } from '../../shared/layout/curve.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';

/** A round "+" at a border of the heads: what it adds, and its middle in sheet px. */
export type HeadPlus = Point &
  (
    | { readonly kind: 'stage'; readonly at: SeatPlace<'stage'> }
    | { readonly kind: 'step'; readonly at: { readonly before: Id<'step'> } | { readonly after: Id<'step'> } }
    | { readonly kind: 'lane'; readonly at: SeatPlace<'lane'> }
  );

/** CSS px: how near a border the pointer shows its plus, and how large that is. */
const NEAR = 26;
export const PLUS_RADIUS = 10;
/** From the sheet's left edge to the plus of a lane. */
const LANE_PLUS = 13;

/** The plus at the border nearest to a pointer over the heads or labels; null away from all. */
export function plusNear(layout: MapLayout, pointer: Point & { readonly zoom: number }): HeadPlus | null {
  const { columns, headsTop, lanesTop, heads } = layout;
  const near = NEAR / pointer.zoom;
  const reach = PLUS_RADIUS / pointer.zoom;
  if (pointer.x < columns.left && pointer.x >= 0 && pointer.y > lanesTop - near) return lanePlus(layout, pointer, near);
  if (pointer.x < columns.left - near) return null;
  if (pointer.y < headsTop - reach || pointer.y >= lanesTop) return null;
  const isOnSteps = pointer.y >= headsTop + heads.stageHeight - reach;
  return isOnSteps ? stepPlus(layout, pointer, near) : stagePlus(layout, pointer, near);
}

/** Whether a pointer is on the plus itself. */
export function isOnPlus(plus: HeadPlus, pointer: Point & { readonly zoom: number }): boolean {
  return Math.hypot(plus.x - pointer.x, plus.y - pointer.y) <= (PLUS_RADIUS + 2) / pointer.zoom;
}

function stagePlus({ columns, headsTop }: MapLayout, { x }: Point, near: number): HeadPlus | null {
  const { stages } = columns;
  const last = stages.at(-1);
  const before = stages.find((span) => Math.abs(span.x - x) <= near);
  if (before !== undefined) return { kind: 'stage', at: { before: before.stage.id }, x: before.x, y: headsTop };
  if (last === undefined || Math.abs(last.x + last.width - x) > near) return null;
  return { kind: 'stage', at: { after: last.stage.id }, x: last.x + last.width, y: headsTop };
}

/** Between two stages, the side of the border says to which of them the step comes. */
function stepPlus({ columns, headsTop, heads }: MapLayout, { x }: Point, near: number): HeadPlus | null {
  const y = headsTop + heads.stageHeight;
  for (const column of columns.columns) {
    const right = column.x + column.width;
    if (x <= right && right - x <= near) return { kind: 'step', at: { after: column.step.id }, x: right, y };
    if (x >= column.x && x - column.x <= near) return { kind: 'step', at: { before: column.step.id }, x: column.x, y };
  }
  const last = columns.columns.at(-1);
  if (last === undefined || x - columns.right > near) return null;
  return x > columns.right ? { kind: 'step', at: { after: last.step.id }, x: columns.right, y } : null;
}

function lanePlus({ lanes }: MapLayout, { y }: Point, near: number): HeadPlus | null {
  const before = lanes.find((lane) => Math.abs(lane.y - y) <= near);
  if (before !== undefined) return { kind: 'lane', at: { before: before.layout.lane.id }, x: LANE_PLUS, y: before.y };
  const last = lanes.at(-1);
  const bottom = last === undefined ? 0 : last.y + last.layout.height;
  if (last === undefined || Math.abs(bottom - y) > near) return null;
  return { kind: 'lane', at: { after: last.layout.lane.id }, x: LANE_PLUS, y: bottom };
}
