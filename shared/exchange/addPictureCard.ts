import { addAsset, type NewAsset } from '../edits/assets.ts';
import { addCard, changeCards } from '../edits/cards.ts';
import type { CopyTarget } from '../edits/copyCards.ts';
import { defineEdit } from '../edits/defineEdit.ts';
import { refuse } from '../edits/refusal.ts';
import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import { KINDS_OF_LANE } from '../records/lane.ts';
import { laneForKind } from '../store/mapParts.ts';

/** Adds a card with a picture to a cell, or in the lane for pictures when the cell's takes none. */
export const addPictureCard = defineEdit(
  'edit.addCard',
  (tx, { picture, lane, step }: CopyTarget & { readonly picture: NewAsset }): CardRecord => {
    const wanted = tx.need(lane);
    const takes = KINDS_OF_LANE[wanted.kind].includes('picture');
    const seat = takes ? wanted : (laneForKind(tx, wanted.map, 'picture') ?? refuse('noFittingLane', lane));
    const { id } = addAsset.run(tx, picture);
    return addCard.run(tx, { lane: seat.id, step, at: 'last', kind: 'picture', fields: { asset: id } });
  },
);

/** Gives a card a picture, in place of the one it has. */
export const setCardPicture = defineEdit(
  'edit.addAsset',
  (tx, { card, picture }: { readonly card: Id<'card'>; readonly picture: NewAsset }) => {
    changeCards.run(tx, { cards: [card], fields: { asset: addAsset.run(tx, picture).id } });
  },
);
