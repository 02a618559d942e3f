import type { Id } from '../records/ids.ts';
import type { Box } from './box.ts';
import type { CardBox } from './cardLane.ts';
import type { LaneLayout, PlacedLane } from './laneLayout.ts';
import type { MapLayout } from './mapLayout.ts';

/** A card on the sheet: its lane, and its box in sheet px. */
export interface FoundCard {
  readonly lane: PlacedLane;
  readonly card: CardBox;
  readonly box: Box;
}

/** Finds a card on the sheet; undefined when it is not shown. */
export function findCard(layout: MapLayout, id: Id<'card'>): FoundCard | undefined {
  for (const lane of layout.lanes) {
    const card = cardsOf(lane.layout).get(id);
    if (card !== undefined) {
      return { lane, card, box: { x: card.x, y: lane.y + card.y, width: card.width, height: card.height } };
    }
  }
  return undefined;
}

const cardsByLane = new WeakMap<LaneLayout, ReadonlyMap<Id<'card'>, CardBox>>();

/** The cards of a lane by id; a lane keeps its layout, and so this, while nothing in it changes. */
function cardsOf(lane: LaneLayout): ReadonlyMap<Id<'card'>, CardBox> {
  let cards = cardsByLane.get(lane);
  if (cards === undefined) {
    const { content } = lane;
    cards = new Map(content.kind === 'cards' ? content.cards.map((box) => [box.card.id, box]) : []);
    cardsByLane.set(lane, cards);
  }
  return cards;
}
