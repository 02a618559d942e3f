import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import type { LaneRecord } from '../records/lane.ts';
import { laneForKind } from '../store/mapParts.ts';
import type { Transaction } from '../store/transact.ts';
import { addCard } from './cards.ts';
import { defineEdit } from './defineEdit.ts';
import { addLane } from './lanes.ts';
import { needOpenCards } from './locks.ts';
import { refuse } from './refusal.ts';

/** A link between two cards, in its direction. */
export interface CardLink {
  readonly from: Id<'card'>;
  readonly to: Id<'card'>;
}

/** Lets a card point to another, such as a pain point to the opportunity that answers it. */
export const linkCards = defineEdit('edit.linkCards', (tx, { from, to }: CardLink) => {
  if (from === to) refuse('linkToItself', from);
  tx.need(to);
  for (const card of needOpenCards(tx, [from])) {
    if (!card.links.includes(to)) tx.put({ ...card, links: [...card.links, to] });
  }
});

/** Takes the link between two cards away. */
export const unlinkCards = defineEdit('edit.unlinkCards', (tx, { from, to }: CardLink) => {
  for (const card of needOpenCards(tx, [from])) tx.put({ ...card, links: card.links.filter((id) => id !== to) });
});

/** A pain point to be answered. */
export interface Answer {
  readonly card: Id<'card'>;
  /** What the opportunity says; as the pain point when not given. */
  readonly text?: string;
  /** The words of the lane that is added when the map has none for opportunities; without them that is refused. */
  readonly newLane?: { readonly name: string; readonly hint: string };
}

/** Puts an opportunity at the step of a pain point and links the pain point to it. */
export const answerPain = defineEdit('edit.answerPain', (tx, { card: id, text, newLane }: Answer): CardRecord => {
  const [pain] = needOpenCards(tx, [id]);
  if (pain === undefined) return refuse('gone', id);
  const lane = laneForOpportunities(tx, tx.need(pain.lane), newLane);
  const opportunity = addCard.run(tx, {
    lane: lane.id,
    step: pain.step,
    at: 'last',
    kind: 'opportunity',
    fields: { text: text ?? pain.text, tags: pain.tags, persona: pain.persona },
  });
  linkCards.run(tx, { from: id, to: opportunity.id });
  return opportunity;
});

function laneForOpportunities(tx: Transaction, painLane: LaneRecord, newLane: Answer['newLane']): LaneRecord {
  const found = laneForKind(tx, painLane.map, 'opportunity');
  if (found !== undefined) return found;
  if (newLane === undefined) return refuse('noFittingLane', painLane.map);
  return addLane.run(tx, { map: painLane.map, kind: 'opportunities', at: { after: painLane.id }, ...newLane });
}
