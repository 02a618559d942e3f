import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import { KINDS_OF_LANE, type LaneRecord } from '../records/lane.ts';
import { type DocumentReader, stepsOfMap } from '../store/mapParts.ts';
import { compareOrdered } from '../util/orderKey.ts';
import { refuse } from './refusal.ts';

/** A card with its place on its map, counted from 0. */
export interface CardPosition {
  readonly card: CardRecord;
  readonly map: Id<'map'>;
  readonly column: number;
  /** Among the lanes that show cards; a card in a hidden lane counts as standing in the last visible one above it. */
  readonly row: number;
}

/** The lanes of a map in which cards are seen, from top to bottom. */
export function cardLanes(reader: DocumentReader, map: Id<'map'>): readonly LaneRecord[] {
  return reader.children(map, 'lane').filter((lane) => !lane.hidden && KINDS_OF_LANE[lane.kind].length > 0);
}

/** Where cards stand, lane by lane from the left, each cell from the top. Cards that are gone are left out. */
export function positionsOf(reader: DocumentReader, cards: readonly Id<'card'>[]): readonly CardPosition[] {
  const columns = new Map<Id<'map'>, readonly Id<'step'>[]>();
  const positions = [...new Set(cards)].flatMap((id): readonly CardPosition[] => {
    const card = reader.get(id);
    const lane = card && reader.get(card.lane);
    if (card === undefined || lane === undefined) return [];
    const steps = columns.get(lane.map) ?? stepsOfMap(reader, lane.map).map((step) => step.id);
    columns.set(lane.map, steps);
    const above = cardLanes(reader, lane.map).filter((each) => compareOrdered(each, lane) <= 0);
    return [{ card, map: lane.map, column: steps.indexOf(card.step), row: Math.max(0, above.length - 1) }];
  });
  return positions.sort((a, b) => a.row - b.row || a.column - b.column || compareOrdered(a.card, b.card));
}

/** The cell so many columns to the right and lanes (of those that show cards) below. Refuses one outside the map. */
export function shiftedCell(
  reader: DocumentReader,
  { card, map, column, row }: CardPosition,
  columns: number,
  lanes: number,
): Pick<CardRecord, 'lane' | 'step'> {
  const step = columns === 0 ? card.step : stepsOfMap(reader, map)[column + columns]?.id;
  const lane = lanes === 0 ? card.lane : cardLanes(reader, map)[row + lanes]?.id;
  return step === undefined || lane === undefined ? refuse('outsideMap', card.id) : { lane, step };
}
