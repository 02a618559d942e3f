import type { CardRecord } from '../records/card.ts';
import { fittingKind } from '../records/fittingKind.ts';
import type { Id } from '../records/ids.ts';
import { KINDS_OF_LANE, type LaneRecord } from '../records/lane.ts';
import { recordsOfType } from '../records/records.ts';
import { cardsOfCell, mapOfStep } from '../store/mapParts.ts';
import type { Transaction } from '../store/transact.ts';
import { needOpenLane } from './locks.ts';
import { type Place, placeMoved } from './place.ts';
import { refuse } from './refusal.ts';
import { removeRecords } from './removeRecords.ts';

/** A place in a cell of a map. */
export interface CellPlace {
  readonly lane: Id<'lane'>;
  readonly step: Id<'step'>;
  readonly at: Place<'card'>;
}

/** What is to stand in cells, with each place once; what comes to one cell keeps its order. */
export function byCell<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => CellPlace,
): Iterable<{ readonly place: CellPlace; readonly items: readonly Item[] }> {
  const cells = new Map<string, { readonly place: CellPlace; readonly items: Item[] }>();
  for (const item of items) {
    const place = placeOf(item);
    const key = `${place.lane} ${place.step}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { place, items: [item] });
    else cell.items.push(item);
  }
  return cells.values();
}

/** The lane of a cell, when the cell exists and takes cards. */
export function needCell(tx: Transaction, lane: Id<'lane'>, step: Id<'step'>): LaneRecord {
  const record = needOpenLane(tx, lane);
  tx.need(step);
  if (KINDS_OF_LANE[record.kind].length === 0) refuse('laneTakesNoCards', lane);
  if (mapOfStep(tx, step) !== record.map) refuse('otherMap', lane, step);
  return record;
}

/**
 * Puts cards into a cell one below the other in the order given. In a lane of another kind a card becomes what that
 * lane takes; on another map it leaves behind a persona who does not walk there and its arrows.
 */
export function seatCards(tx: Transaction, cards: readonly CardRecord[], { lane: laneId, step, at }: CellPlace): void {
  const lane = needCell(tx, laneId, step);
  const walking = tx.need(lane.map).personas;
  const orders = placeMoved(tx, cardsOfCell(tx, laneId, step), at, cards);
  cards.forEach((card, index) => {
    tx.put({
      ...card,
      lane: laneId,
      step,
      order: orders[index] ?? card.order,
      kind: fittingKind(card, lane.kind) ?? card.kind,
      persona: card.persona !== null && walking.includes(card.persona) ? card.persona : null,
    });
  });
  const strangers = cards.filter((card) => tx.get(card.lane)?.map !== lane.map);
  if (strangers.length > 0) leaveArrows(tx, strangers, lane.map);
}

/** Removes the arrows that joined cards which are now on another map. */
function leaveArrows(tx: Transaction, cards: readonly CardRecord[], map: Id<'map'>): void {
  const moved = new Set<Id | null>(cards.map(({ id }) => id));
  const left = recordsOfType(tx.records, 'arrow').filter(
    (arrow) => arrow.map !== map && (moved.has(arrow.from) || moved.has(arrow.to)),
  );
  removeRecords(
    tx,
    left.map(({ id }) => id),
  );
}
