import { cardLanes } from '../../shared/edits/cardPositions.ts';
import type { Id } from '../../shared/records/ids.ts';
import { type DocumentReader, mapOfStep, stepsOfMap } from '../../shared/store/mapParts.ts';
import type { Place } from './place.ts';

/** A cell of a map. */
export interface Cell {
  readonly lane: Id<'lane'>;
  readonly step: Id<'step'>;
}

/**
 * The cell in which something is put that arrives at a place: the cell itself or that of the card or feeling, the first
 * lane under a stage or step, the first step of a lane. Null when there is none.
 */
export function cellOfPlace(reader: DocumentReader, place: Place): Cell | null {
  switch (place.kind) {
    case 'cell':
      return { lane: place.lane, step: place.step };
    case 'card':
    case 'emotion': {
      const record = reader.get<'card' | 'emotion'>(place.id);
      return record === undefined ? null : { lane: record.lane, step: record.step };
    }
    case 'stage': {
      const step = reader.children(place.id, 'step')[0]?.id;
      return step === undefined ? null : firstLaneAt(reader, step);
    }
    case 'step':
      return firstLaneAt(reader, place.id);
    case 'lane': {
      const map = reader.get(place.id)?.map;
      const step = map && stepsOfMap(reader, map)[0];
      return step === undefined ? null : { lane: place.id, step: step.id };
    }
  }
}

/** The first cell of a map that takes cards; null when no lane does. */
export function firstCellOfMap(reader: DocumentReader, map: Id<'map'>): Cell | null {
  const step = stepsOfMap(reader, map)[0];
  return step === undefined ? null : firstLaneAt(reader, step.id);
}

function firstLaneAt(reader: DocumentReader, step: Id<'step'>): Cell | null {
  const map = mapOfStep(reader, step);
  const lane = map && cardLanes(reader, map)[0];
  return lane === undefined ? null : { lane: lane.id, step };
}
