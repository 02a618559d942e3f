import type { Box } from '../../shared/layout/box.ts';
import type { FeelingMark } from '../../shared/layout/emotionLane.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import type { Hit } from '../../shared/layout/hitTest.ts';
import type { PlacedLane } from '../../shared/layout/laneLayout.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';

/** Where on a map the keyboard stands: a thing, or an empty cell. */
export type Place =
  | { readonly kind: 'card'; readonly id: Id<'card'> }
  | { readonly kind: 'emotion'; readonly id: Id<'emotion'> }
  | { readonly kind: 'cell'; readonly lane: Id<'lane'>; readonly step: Id<'step'> }
  | { readonly kind: 'stage'; readonly id: Id<'stage'> }
  | { readonly kind: 'step'; readonly id: Id<'step'> }
  | { readonly kind: 'lane'; readonly id: Id<'lane'> };

/** What can be selected: everything a place can be but an empty cell. */
export type Selectable = Id<'card' | 'emotion' | 'stage' | 'step' | 'lane'>;

/** What a place selects; an empty cell selects nothing. */
export function selectionOf(place: Place | null): readonly Selectable[] {
  return place === null || place.kind === 'cell' ? [] : [place.id];
}

/** The place under a pointer; null where there is nothing to stand on. */
export function placeOfHit(hit: Hit | null): Place | null {
  switch (hit?.kind) {
    case 'card':
      return { kind: 'card', id: hit.card };
    case 'emotion':
      return { kind: 'emotion', id: hit.emotion };
    case 'cell':
      return { kind: 'cell', lane: hit.lane, step: hit.step };
    case 'stageHead':
      return { kind: 'stage', id: hit.stage };
    case 'stepHead':
      return { kind: 'step', id: hit.step };
    case 'laneLabel':
      return { kind: 'lane', id: hit.lane };
    default:
      return null;
  }
}

/** A point of a curve on the sheet. */
export interface FoundFeeling {
  readonly lane: PlacedLane;
  readonly mark: FeelingMark;
  readonly box: Box;
}

/** Finds an emotion point on the sheet; undefined when it is not shown. */
export function findFeeling(layout: MapLayout, id: Id<'emotion'>): FoundFeeling | undefined {
  for (const lane of layout.lanes) {
    const { content } = lane.layout;
    if (content.kind !== 'emotions') continue;
    const mark = content.emotions.curves.flatMap((curve) => curve.marks).find((each) => each.emotion.id === id);
    if (mark === undefined) continue;
    const radius = content.emotions.faceRadius;
    return {
      lane,
      mark,
      box: { x: mark.x - radius, y: lane.y + mark.y - radius, width: 2 * radius, height: 2 * radius },
    };
  }
  return undefined;
}

/** The rectangle of a place in sheet px; undefined when it is not on the sheet. */
export function boxOfPlace(layout: MapLayout, place: Place): Box | undefined {
  switch (place.kind) {
    case 'card':
      return findCard(layout, place.id)?.box;
    case 'emotion':
      return findFeeling(layout, place.id)?.box;
    case 'cell':
      return cellBox(layout, place.lane, place.step);
    case 'stage': {
      const span = layout.columns.stages.find((each) => each.stage.id === place.id);
      return span && { x: span.x, y: layout.headsTop, width: span.width, height: layout.heads.stageHeight };
    }
    case 'step': {
      const column = layout.columns.columns[layout.columns.indexOfStep.get(place.id) ?? -1];
      const y = layout.headsTop + layout.heads.stageHeight;
      return column && { x: column.x, y, width: column.width, height: layout.heads.stepHeight };
    }
    case 'lane': {
      const lane = layout.lanes.find((each) => each.layout.lane.id === place.id);
      return lane && { x: 0, y: lane.y, width: layout.columns.left, height: lane.layout.height };
    }
  }
}

/** The rectangle of a cell in sheet px. */
function cellBox(layout: MapLayout, laneId: Id<'lane'>, step: Id<'step'>): Box | undefined {
  const lane = layout.lanes.find((each) => each.layout.lane.id === laneId);
  const column = layout.columns.columns[layout.columns.indexOfStep.get(step) ?? -1];
  return lane && column && { x: column.x, y: lane.y, width: column.width, height: lane.layout.height };
}

/** The box of a selected thing in sheet px. */
export function boxOfSelected(layout: MapLayout, id: Selectable): Box | undefined {
  return boxOfPlace(layout, placeOfId(id));
}

/** The place a selected thing is. */
export function placeOfId(id: Selectable): Place {
  if (isOf(id, 'card')) return { kind: 'card', id };
  if (isOf(id, 'emotion')) return { kind: 'emotion', id };
  if (isOf(id, 'stage')) return { kind: 'stage', id };
  if (isOf(id, 'step')) return { kind: 'step', id };
  return { kind: 'lane', id: id as Id<'lane'> };
}

function isOf<Type extends 'card' | 'emotion' | 'stage' | 'step'>(id: string, type: Type): id is Id<Type> {
  return id.startsWith(`${type}:`);
}
