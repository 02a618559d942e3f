import type { Box } from '../../shared/layout/box.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { EditingState } from '../editing/editingState.ts';
import { type LiveShape, outlineOf, rect } from './liveShape.ts';

/** What the pointer is doing: where cards were and would land, frames, guides. */
export function gestureShapes(layout: MapLayout, { gesture }: EditingState): readonly LiveShape[] {
  switch (gesture?.kind) {
    case 'cards': {
      const { target } = gesture;
      const holes = gesture.copy ? [] : gesture.cards.flatMap((id) => holeShapes(layout, id));
      if (target === null) return holes;
      const { cell, mark } = target;
      if (target.refusal !== null) {
        return [...holes, { ...cellOutline(cell), stroke: 'line-3', width: 1, fill: 'chrome-2', opacity: 0.9 }];
      }
      return [
        ...holes,
        { ...cellOutline(cell), stroke: 'tool', width: 0, fill: 'tool-tint', opacity: 0.55 },
        { kind: 'bar', box: mark, fill: 'tool', radius: 2 },
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

/** The rounded rectangle of a cell. */
function cellOutline(cell: Box): {
  readonly kind: 'outline';
  readonly d: string;
  readonly x: number;
  readonly y: number;
} {
  return { kind: 'outline', d: rect(cell, 8), x: cell.x, y: cell.y };
}
