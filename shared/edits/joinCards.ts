import type { ArrowRecord } from '../records/arrow.ts';
import type { CardKind } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import type { DocumentReader } from '../store/mapParts.ts';
import { addArrow, removeArrows } from './arrows.ts';
import { type CardLink, linkCards, unlinkCards } from './cardLinks.ts';
import { defineEdit } from './defineEdit.ts';

/** Kinds that ask for an answer, and those that answer: what joins them is an answer, whichever was chosen first. */
export const ASKING_KINDS: readonly CardKind[] = ['pain', 'dropOff', 'thought', 'question', 'quote'];
export const ANSWERING_KINDS: readonly CardKind[] = ['opportunity', 'idea'];

/** Joins two cards: an answer to what it answers by a link, any others by an arrow. */
export const joinCards = defineEdit('edit.linkCards', (tx, { from, to }: CardLink) => {
  const [first, second] = [tx.need(from).kind, tx.need(to).kind];
  if (ASKING_KINDS.includes(first) && ANSWERING_KINDS.includes(second)) linkCards.run(tx, { from, to });
  else if (ANSWERING_KINDS.includes(first) && ASKING_KINDS.includes(second)) linkCards.run(tx, { from: to, to: from });
  else addArrow.run(tx, { map: tx.need(tx.need(from).lane).map, from: { card: from }, to: { card: to }, label: '' });
});

/** Takes away whatever joins two cards, in either direction. */
export const separateCards = defineEdit('edit.unlinkCards', (tx, { from, to }: CardLink) => {
  if (tx.need(from).links.includes(to)) unlinkCards.run(tx, { from, to });
  if (tx.need(to).links.includes(from)) unlinkCards.run(tx, { from: to, to: from });
  const arrows = arrowsAt(tx, from).filter((arrow) => arrow.from === to || arrow.to === to);
  removeArrows.run(tx, { arrows: arrows.map(({ id }) => id) });
});

/** Whether anything joins two cards. */
export function areJoined(reader: DocumentReader, a: Id<'card'>, b: Id<'card'>): boolean {
  const points = (from: Id<'card'>, to: Id<'card'>) => reader.get(from)?.links.includes(to) === true;
  return points(a, b) || points(b, a) || arrowsAt(reader, a).some((arrow) => arrow.from === b || arrow.to === b);
}

/** The arrows that begin or end on a card. */
export function arrowsAt(reader: DocumentReader, card: Id<'card'>): readonly ArrowRecord[] {
  const lane = reader.get(card)?.lane;
  const map = lane && reader.get(lane)?.map;
  const arrows = map === undefined ? [] : reader.children(map, 'arrow');
  return arrows.filter(({ from, to }) => from === card || to === card);
}
