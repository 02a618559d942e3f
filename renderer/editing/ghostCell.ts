import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { EditingState } from './editingState.ts';

/** An empty cell in which a card could be begun. */
export interface GhostCell {
  readonly lane: Id<'lane'>;
  readonly step: Id<'step'>;
}

/** The empty cell under the pointer, where a ghost offers a card; null while something else is under way. */
export function hoveredGhost(
  layout: MapLayout,
  { hover, gesture, text, choice, linking }: Pick<EditingState, 'hover' | 'gesture' | 'text' | 'choice' | 'linking'>,
): GhostCell | null {
  if (hover?.kind !== 'cell' || hover.feeling !== null) return null;
  if (gesture !== null || text !== null || choice !== null || linking !== null) return null;
  const lane = layout.lanes.find((each) => each.layout.lane.id === hover.lane)?.layout;
  if (lane === undefined || lane.lane.locked || lane.content.kind !== 'cards') return null;
  const column = layout.columns.indexOfStep.get(hover.step) ?? -1;
  const isTaken = lane.content.cards.some((card) => card.firstColumn <= column && card.lastColumn >= column);
  return isTaken ? null : { lane: hover.lane, step: hover.step };
}

/** Whether N, pressed now, asks for the kind of a card in the cell under the pointer. In an empty cell letters type. */
export function isGhostAsked({ place }: Pick<EditingState, 'place'>): boolean {
  return place?.kind !== 'cell';
}
