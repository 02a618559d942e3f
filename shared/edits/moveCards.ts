import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import { cardsOfCell } from '../store/mapParts.ts';
import type { Transaction } from '../store/transact.ts';
import { type CardPosition, positionsOf, shiftedCell } from './cardPositions.ts';
import { defineEdit } from './defineEdit.ts';
import { type Carrying, landingsOf } from './landings.ts';
import { needOpenCards } from './locks.ts';
import { byCell, type CellPlace, seatCards } from './seatCards.ts';

/** Carries cards to a place in their arrangement, see `landingsOf`. Who would only come to where it stands stays there. */
export const moveCards = defineEdit('edit.moveCards', (tx, carried: Carrying) => {
  needOpenCards(tx, carried.cards);
  const landings = landingsOf(tx, carried).filter(
    ({ card, place, isHeld }) => isHeld || card.lane !== place.lane || card.step !== place.step,
  );
  seatByCell(tx, landings, ({ place }) => place);
});

/** Puts cards into another lane, each in its own step below what stands there. */
export const moveToLane = defineEdit(
  'edit.moveCards',
  (tx, { cards, lane }: { readonly cards: readonly Id<'card'>[]; readonly lane: Id<'lane'> }) => {
    needOpenCards(tx, cards);
    const strangers = positionsOf(tx, cards).filter(({ card }) => card.lane !== lane);
    seatByCell(tx, strangers, ({ card }) => ({ lane, step: card.step, at: 'last' }));
  },
);

/** How far cards move: steps to the right, and lanes (of those that show cards) downwards. */
export interface CardShift {
  readonly cards: readonly Id<'card'>[];
  readonly columns: number;
  readonly lanes: number;
}

/** Moves cards by the same way, each below what stands in its new cell. Refuses when one of them would leave the map. */
export const shiftCards = defineEdit('edit.shiftCards', (tx, { cards, columns, lanes }: CardShift) => {
  needOpenCards(tx, cards);
  shift(tx, positionsOf(tx, cards), columns, lanes, 'last');
});

/** A key's worth of moving. */
export type Towards = 'left' | 'right' | 'up' | 'down';

/**
 * Moves cards by one: to the next column, or past the next card of their cell and, at its end, to the next lane. Cards
 * of several cells move by a whole lane.
 */
export const nudgeCards = defineEdit(
  'edit.nudgeCards',
  (tx, { cards, towards }: { readonly cards: readonly Id<'card'>[]; readonly towards: Towards }) => {
    needOpenCards(tx, cards);
    const positions = positionsOf(tx, cards);
    if (towards === 'left') return shift(tx, positions, -1, 0, 'last');
    if (towards === 'right') return shift(tx, positions, 1, 0, 'last');
    if (passNeighbour(tx, positions, towards)) return;
    return towards === 'up' ? shift(tx, positions, 0, -1, 'last') : shift(tx, positions, 0, 1, 'first');
  },
);

/** Moves the cards of one cell past the next other card there; false when there is none, or they are of several cells. */
function passNeighbour(tx: Transaction, positions: readonly CardPosition[], towards: 'up' | 'down'): boolean {
  const movers = positions.map(({ card }) => card);
  const [first] = movers;
  if (first === undefined || movers.some((card) => card.lane !== first.lane || card.step !== first.step)) return false;
  const { lane, step } = first;
  const cell = cardsOfCell(tx, lane, step);
  const isMover = (card: CardRecord): boolean => movers.some(({ id }) => id === card.id);
  const edges = cell.flatMap((card, at) => (isMover(card) ? [at] : []));
  const neighbour =
    towards === 'up'
      ? cell.slice(0, edges[0]).at(-1)
      : cell.slice((edges.at(-1) ?? cell.length) + 1).find((card) => !isMover(card));
  if (neighbour === undefined) return false;
  seatCards(tx, movers, {
    lane,
    step,
    at: towards === 'up' ? { before: neighbour.id } : { after: neighbour.id },
  });
  return true;
}

function shift(
  tx: Transaction,
  positions: readonly CardPosition[],
  columns: number,
  lanes: number,
  at: 'first' | 'last',
): void {
  seatByCell(tx, positions, (position) => ({ ...shiftedCell(tx, position, columns, lanes), at }));
}

/** Seats cards where each belongs; those of one cell come one below the other. */
function seatByCell<Mover extends { readonly card: CardRecord }>(
  tx: Transaction,
  movers: readonly Mover[],
  placeOf: (mover: Mover) => CellPlace,
): void {
  for (const { place, items } of byCell(movers, placeOf)) {
    seatCards(
      tx,
      items.map(({ card }) => card),
      place,
    );
  }
}
