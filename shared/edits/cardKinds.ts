import type { CardKind, CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import { KINDS_OF_LANE, type LaneRecord } from '../records/lane.ts';
import { laneForKind } from '../store/mapParts.ts';
import type { Transaction } from '../store/transact.ts';
import { addCard } from './cards.ts';
import { defineEdit } from './defineEdit.ts';
import { needOpenCards } from './locks.ts';
import { refuse } from './refusal.ts';
import { type CellPlace, seatCards } from './seatCards.ts';

/** Adds a card of a kind at a place, or in the same step of the first lane that takes the kind when this one does not. */
export const addCardOfKind = defineEdit(
  'edit.addCard',
  (tx, { kind, lane, step, at }: CellPlace & { readonly kind: CardKind }): CardRecord => {
    const seat = seatFor(tx, tx.need(lane), kind);
    return addCard.run(tx, { kind, lane: seat.id, step, at: seat.id === lane ? at : 'last' });
  },
);

/** Makes a card one of a kind; it goes to the first lane that takes the kind when its own does not. */
export const turnCard = defineEdit(
  'edit.setCardKind',
  (tx, { card: id, kind }: { readonly card: Id<'card'>; readonly kind: CardKind }) => {
    for (const card of needOpenCards(tx, [id])) {
      const seat = seatFor(tx, tx.need(card.lane), kind);
      if (seat.id !== card.lane) seatCards(tx, [card], { lane: seat.id, step: card.step, at: 'last' });
      tx.put({ ...tx.need(id), kind });
    }
  },
);

/** What is put into a hidden lane would not be seen, so only one that is shown will do. */
function seatFor(tx: Transaction, lane: LaneRecord, kind: CardKind): LaneRecord {
  if (KINDS_OF_LANE[lane.kind].includes(kind)) return lane;
  const found = laneForKind(tx, lane.map, kind);
  return found === undefined || found.hidden ? refuse('noFittingLane', lane.id) : found;
}
