import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import { stepsOfMap } from '../store/mapParts.ts';
import type { Transaction } from '../store/transact.ts';
import { cardLanes, positionsOf, shiftedCell } from './cardPositions.ts';
import { refuse } from './refusal.ts';
import { type CellPlace, needCell } from './seatCards.ts';

/** Cards that are carried together, and the place of the one that is held: without one, the first in reading order. */
export interface Carrying extends CellPlace {
  readonly cards: readonly Id<'card'>[];
  readonly held?: Id<'card'>;
}

/** Where one of them comes to stand. */
export interface Landing {
  readonly card: CardRecord;
  readonly place: CellPlace;
  /** Whether it stood in the cell of the held one, and comes with it to the very place. */
  readonly isHeld: boolean;
}

/**
 * Where carried cards land, in reading order: the held one and those of its cell at the place, all others as many
 * columns and lanes away as they stood from it, below what is there. Refuses when one of them would leave the map.
 */
export function landingsOf(tx: Transaction, { cards, held, ...place }: Carrying): readonly Landing[] {
  const { map } = needCell(tx, place.lane, place.step);
  const positions = positionsOf(tx, cards);
  const from = held === undefined ? positions[0] : positions.find(({ card }) => card.id === held);
  if (from === undefined) return held === undefined ? [] : refuse('gone', held);
  const columns = stepsOfMap(tx, map).findIndex(({ id }) => id === place.step) - from.column;
  const lanes = cardLanes(tx, map).findIndex(({ id }) => id === place.lane) - from.row;
  return positions.map((position): Landing => {
    const { card } = position;
    if (card.lane === from.card.lane && card.step === from.card.step) return { card, place, isHeld: true };
    if (position.map !== map) refuse('otherMap', card.id);
    const cell = shiftedCell(tx, position, columns, lanes);
    needCell(tx, cell.lane, cell.step);
    return { card, place: { ...cell, at: 'last' }, isHeld: false };
  });
}
