import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { cellOf } from '../editing/navigate.ts';
import type { Place } from '../editing/place.ts';

/** The part of a map that stands in the outline: lanes and columns by their index, the ends not included. */
export interface OutlineWindow {
  readonly firstLane: number;
  readonly endLane: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** Up to this many cells and things a map stands in the outline whole. */
const WHOLE = 1500;
/** Of a larger one, these many lanes either side of the place, and columns in blocks of this many. */
const LANES_AROUND = 1;
const COLUMN_BLOCK = 8;

/**
 * What of a map the outline holds: all of it, or of a very large one what is near the place. The row and column counts
 * tell how much there is.
 */
export function outlineWindow(layout: MapLayout, place: Place | null): OutlineWindow {
  const lanes = layout.lanes.length;
  const columns = layout.columns.columns.length;
  const things = layout.lanes.reduce((sum, { layout: { content } }) => {
    return sum + (content.kind === 'cards' ? content.cards.length : 0);
  }, lanes * columns);
  if (things <= WHOLE) return { firstLane: 0, endLane: lanes, firstColumn: 0, endColumn: columns };
  const { lane, column } = gridPlace(layout, place);
  const block = Math.floor(column / COLUMN_BLOCK);
  return {
    firstLane: Math.max(0, lane - LANES_AROUND),
    endLane: Math.min(lanes, lane + LANES_AROUND + 1),
    firstColumn: Math.max(0, (block - 1) * COLUMN_BLOCK),
    endColumn: Math.min(columns, (block + 2) * COLUMN_BLOCK),
  };
}

/** Row and column near which a place is; the corner when there is none. */
function gridPlace(layout: MapLayout, place: Place | null): { readonly lane: number; readonly column: number } {
  const { columns } = layout;
  if (place === null) return { lane: 0, column: 0 };
  switch (place.kind) {
    case 'stage':
      return { lane: 0, column: columns.stages.find(({ stage }) => stage.id === place.id)?.firstColumn ?? 0 };
    case 'step':
      return { lane: 0, column: columns.indexOfStep.get(place.id) ?? 0 };
    case 'lane':
      return {
        lane: Math.max(
          0,
          layout.lanes.findIndex((each) => each.layout.lane.id === place.id),
        ),
        column: 0,
      };
    default:
      return cellOf(layout, place) ?? { lane: 0, column: 0 };
  }
}
