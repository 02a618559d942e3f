import type { CardKind, CardRecord } from '../records/card.ts';
import { fittingKind } from '../records/fittingKind.ts';
import type { Id } from '../records/ids.ts';
import { KINDS_OF_LANE, type LaneRecord } from '../records/lane.ts';
import { LONGEST_SPAN } from '../records/limits.ts';
import { cardsOfCell, stepsOfMap } from '../store/mapParts.ts';
import type { NewFields, Transaction } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { addEntered, changeFields } from './enterFields.ts';
import { needOpenCards } from './locks.ts';
import { placeNew } from './place.ts';
import { refuse } from './refusal.ts';
import { removeRecords } from './removeRecords.ts';
import { type CellPlace, needCell, seatCards } from './seatCards.ts';

/** What a person may say on a card; where it stands, its kind and its links have verbs of their own. */
export type CardFields = Omit<NewFields<'card'>, 'lane' | 'step' | 'order' | 'span' | 'kind' | 'links' | 'locked'>;

/** A card to be added. */
export interface NewCard extends CellPlace {
  /** The lane's first kind when not given. */
  readonly kind?: CardKind;
  readonly fields?: CardFields;
}

/** Adds a card to a cell. */
export const addCard = defineEdit('edit.addCard', (tx, { kind, fields = {}, ...cell }: NewCard): CardRecord => {
  const [card] = addCards(tx, cell, [{ ...fields, ...(kind === undefined ? {} : { kind }) }]);
  return card ?? refuse('gone', cell.lane);
});

/** Adds cards to a cell, one below the other; each is of the lane's first kind unless it says another. */
export function addCards(
  tx: Transaction,
  { lane: laneId, step, at }: CellPlace,
  cards: readonly (CardFields & { readonly kind?: CardKind })[],
): readonly CardRecord[] {
  const lane = needCell(tx, laneId, step);
  const orders = placeNew(tx, cardsOfCell(tx, laneId, step), at, cards.length);
  return cards.map((fields, index) => {
    const kind = needKind(lane, fields.kind ?? KINDS_OF_LANE[lane.kind][0]);
    needWalker(tx, lane, fields.persona ?? null);
    return addEntered(tx, 'card', { ...fields, kind, lane: laneId, step, order: orders[index] ?? '' });
  });
}

/** Sets what a card says. Typing is many of these, joined by the history. */
export const setCardText = defineEdit(
  'edit.setCardText',
  (tx, { card, text }: { readonly card: Id<'card'>; readonly text: string }) => {
    needOpenCards(tx, [card]);
    changeFields(tx, 'card', card, { text });
  },
);

/** Changes the same fields of any number of cards: evidence, severity, priority, owner and so on. */
export const changeCards = defineEdit(
  'edit.changeCards',
  (tx, { cards, fields }: { readonly cards: readonly Id<'card'>[]; readonly fields: CardFields }) => {
    for (const card of needOpenCards(tx, cards)) {
      if (fields.persona !== undefined) needWalker(tx, tx.need(card.lane), fields.persona);
      changeFields(tx, 'card', card.id, fields);
    }
  },
);

/** Makes cards ones of another kind that their lanes take. */
export const setCardKind = defineEdit(
  'edit.setCardKind',
  (tx, { cards, kind }: { readonly cards: readonly Id<'card'>[]; readonly kind: CardKind }) => {
    for (const card of needOpenCards(tx, cards)) {
      tx.put({ ...card, kind: needKind(tx.need(card.lane), kind) });
    }
  },
);

/** A field of a card that is a list of other records, and one of these. */
export type ListedInCard =
  | { readonly field: 'tags'; readonly id: Id<'tag'> }
  | { readonly field: 'sources'; readonly id: Id<'source'> }
  | { readonly field: 'channels'; readonly id: Id<'channel'> };

/** Puts a tag, source or channel on cards, or takes it off them; cards that have it so already stay as they are. */
export const toggleInCards = defineEdit(
  'edit.toggleInCards',
  (
    tx,
    {
      cards,
      listed,
      on,
    }: { readonly cards: readonly Id<'card'>[]; readonly listed: ListedInCard; readonly on: boolean },
  ) => {
    const toggled = <Item extends Id>(list: readonly Item[], item: Item): readonly Item[] =>
      on ? [...list.filter((each) => each !== item), item] : list.filter((each) => each !== item);
    tx.need(listed.id);
    for (const card of needOpenCards(tx, cards)) {
      const list: readonly Id[] = card[listed.field];
      if (list.includes(listed.id) === on) continue;
      if (listed.field === 'tags') tx.put({ ...card, tags: toggled(card.tags, listed.id) });
      else if (listed.field === 'sources') tx.put({ ...card, sources: toggled(card.sources, listed.id) });
      else tx.put({ ...card, channels: toggled(card.channels, listed.id) });
    }
  },
);

/** A card's new reach: the steps it covers, beginning at another step when its left edge was dragged. */
export interface CardSpan {
  readonly card: Id<'card'>;
  readonly step?: Id<'step'>;
  readonly span: number;
}

/** Lets a card cover more or fewer steps, at least one, and no more than there are. */
export const setCardSpan = defineEdit('edit.setCardSpan', (tx, { card: id, step, span }: CardSpan) => {
  const [card] = needOpenCards(tx, [id]);
  if (card === undefined) return;
  const start = step ?? card.step;
  if (start !== card.step) seatCards(tx, [card], { lane: card.lane, step: start, at: 'last' });
  const steps = stepsOfMap(tx, tx.need(card.lane).map);
  const left = steps.length - steps.findIndex((each) => each.id === start);
  tx.put({ ...tx.need(id), span: Math.max(1, Math.min(Math.round(span), left, LONGEST_SPAN)) });
});

/** Locks cards, or opens them again. */
export const lockCards = defineEdit(
  'edit.lockCards',
  (tx, { cards, locked }: { readonly cards: readonly Id<'card'>[]; readonly locked: boolean }) => {
    for (const card of cards) tx.put({ ...tx.need(card), locked });
  },
);

/** Makes a card for every line of a card's text; the first line stays, the others follow below with all its fields. */
export const splitCard = defineEdit('edit.splitCard', (tx, { card: id }: { readonly card: Id<'card'> }) => {
  const [card] = needOpenCards(tx, [id]);
  const [first, ...others] = linesOf(card?.text ?? '');
  if (card === undefined || first === undefined || others.length === 0) return refuse('nothingToSplit', id);
  const { type: _type, id: _id, lane, step, order: _order, links: _links, ...fields } = card;
  tx.put({ ...card, text: first });
  const below = others.map((text) => ({ ...fields, text }));
  return addCards(tx, { lane, step, at: { after: id } }, below);
});

/** The lines of a text that say something. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Removes cards with their comments and arrows; links to them go. */
export const removeCards = defineEdit(
  'edit.removeCards',
  (tx, { cards }: { readonly cards: readonly Id<'card'>[] }) => {
    needOpenCards(tx, cards);
    removeRecords(tx, cards);
  },
);

function needKind(lane: LaneRecord, kind: CardKind | undefined): CardKind {
  if (kind === undefined) return refuse('laneTakesNoCards', lane.id);
  return fittingKind({ kind, text: '' }, lane.kind) === kind ? kind : refuse('kindNotTaken', lane.id);
}

function needWalker(tx: Transaction, lane: LaneRecord, persona: Id<'persona'> | null): void {
  if (persona !== null && !tx.need(lane.map).personas.includes(persona)) refuse('personaNotOnMap', persona);
}
