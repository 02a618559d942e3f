import { z } from 'zod';
import { type CardRecord, cardDefinition } from '../records/card.ts';
import { fittingKind } from '../records/fittingKind.ts';
import type { Id } from '../records/ids.ts';
import { LIMITS } from '../records/limits.ts';
import { keepReferences } from '../records/recordIds.ts';
import { cardsOfCell, type DocumentReader, laneForKind, stepsOfMap } from '../store/mapParts.ts';
import type { Transaction } from '../store/transact.ts';
import { cardLanes, positionsOf } from './cardPositions.ts';
import { defineEdit } from './defineEdit.ts';
import { type Carrying, landingsOf } from './landings.ts';
import { needOpenLane } from './locks.ts';
import { placeNew } from './place.ts';
import { byCell, needCell } from './seatCards.ts';

/** A card as it lies on the clipboard, and where it stood: columns and lanes right of and below the first of all. */
export interface CardClip {
  readonly card: CardRecord;
  readonly column: number;
  readonly row: number;
}

const clipsSchema = z
  .array(
    z.strictObject({
      card: cardDefinition.schema,
      column: z.number().int().min(0).max(LIMITS.records),
      row: z.number().int().min(0).max(LIMITS.records),
    }),
  )
  .max(LIMITS.records);

/** Takes cards as they are now, in reading order. */
export function clipCards(reader: DocumentReader, cards: readonly Id<'card'>[]): readonly CardClip[] {
  const positions = positionsOf(reader, cards);
  const left = Math.min(...positions.map(({ column }) => column));
  const top = Math.min(...positions.map(({ row }) => row));
  return positions.map(({ card, column, row }) => ({ card, column: column - left, row: row - top }));
}

/** Reads clips that came by way of the clipboard; null when they are none. */
export function parseClips(value: unknown): readonly CardClip[] | null {
  const parsed = clipsSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Puts a copy of each card right below it. Links among the cards lead from copy to copy. */
export const duplicateCards = defineEdit(
  'edit.duplicateCards',
  (tx, { cards }: { readonly cards: readonly Id<'card'>[] }): readonly Id<'card'>[] => {
    const originals = positionsOf(tx, cards).map(({ card }) => card);
    for (const card of originals) needOpenLane(tx, card.lane);
    return putCopies(tx, originals, (card) => ({
      lane: card.lane,
      step: card.step,
      order: placeNew(tx, cardsOfCell(tx, card.lane, card.step), { after: card.id }, 1)[0] ?? card.order,
    }));
  },
);

/** Where copies shall stand: the cell of the first, leftmost and uppermost. */
export interface CopyTarget {
  readonly lane: Id<'lane'>;
  readonly step: Id<'step'>;
}

/**
 * Puts cards of the clipboard, of this project or another, where they keep their arrangement: on their own map by lanes
 * and columns; elsewhere in lanes for their kinds. What would lie right of the last step stands in it. References to
 * what this project does not have are left out.
 */
export const pasteCards = defineEdit(
  'edit.pasteCards',
  (tx, { clips, ...target }: CopyTarget & { readonly clips: readonly CardClip[] }): readonly Id<'card'>[] => {
    const { map } = needCell(tx, target.lane, target.step);
    const isAtHome = clips.every(({ card }) => tx.get(card.lane)?.map === map);
    const steps = stepsOfMap(tx, map);
    const first = steps.findIndex(({ id }) => id === target.step);
    const cellOf = new Map<Id, CopyTarget>();
    for (const { card, column, row } of clips) {
      const step = steps[Math.min(first + column, steps.length - 1)]?.id ?? target.step;
      const lane = isAtHome ? laneBelow(tx, map, target.lane, row) : laneElsewhere(tx, map, target.lane, card, row);
      cellOf.set(card.id, { lane, step });
    }
    return putCopies(
      tx,
      clips.map(({ card }) => card),
      (card) => {
        const cell = cellOf.get(card.id) ?? target;
        needCell(tx, cell.lane, cell.step);
        return { ...cell, order: placeNew(tx, cardsOfCell(tx, cell.lane, cell.step), 'last', 1)[0] ?? card.order };
      },
    );
  },
);

/** Copies cards of this project to a place in their arrangement, see `landingsOf`. */
export const copyCards = defineEdit('edit.copyCards', (tx, carried: Carrying): readonly Id<'card'>[] => {
  const landings = landingsOf(tx, carried);
  const seats = new Map<Id, Seat>();
  for (const { place, items } of byCell(landings, (landing) => landing.place)) {
    const { lane, step, at } = place;
    const orders = placeNew(tx, cardsOfCell(tx, lane, step), at, items.length);
    for (const [index, { card }] of items.entries()) seats.set(card.id, { lane, step, order: orders[index] ?? '' });
  }
  return putCopies(
    tx,
    landings.map(({ card }) => card),
    (card) => seats.get(card.id) ?? card,
  );
});

function laneBelow(tx: Transaction, map: Id<'map'>, from: Id<'lane'>, rows: number): Id<'lane'> {
  if (rows === 0) return from;
  const lanes = cardLanes(tx, map);
  const at = lanes.findIndex(({ id }) => id === from);
  return lanes[Math.min(Math.max(at, 0) + rows, lanes.length - 1)]?.id ?? from;
}

function laneElsewhere(tx: Transaction, map: Id<'map'>, target: Id<'lane'>, card: CardRecord, row: number): Id<'lane'> {
  return row === 0 ? target : (laneForKind(tx, map, card.kind)?.id ?? target);
}

type Seat = Pick<CardRecord, 'lane' | 'step' | 'order'>;

/** Adds copies, in the order given, each seated just before it is added, so that the next one sees it there. */
export function putCopies(
  tx: Transaction,
  cards: readonly CardRecord[],
  seatOf: (card: CardRecord) => Seat,
): readonly Id<'card'>[] {
  const copyOf = new Map<Id<'card'>, Id<'card'>>(cards.map(({ id }) => [id, tx.newId('card')]));
  const isThere = (id: Id): boolean => tx.records.has(id);
  for (const card of cards) {
    const seat = seatOf(card);
    const { kind, map } = tx.need(seat.lane);
    const persona = tx.need(map).personas.find((id) => id === card.persona) ?? null;
    tx.put({
      ...keepReferences({ ...card, links: [], persona }, isThere),
      ...seat,
      id: copyOf.get(card.id) ?? card.id,
      kind: fittingKind(card, kind) ?? card.kind,
      locked: false,
    });
  }
  for (const card of cards) {
    const links = card.links.map((id) => copyOf.get(id) ?? id).filter(isThere);
    const copy = copyOf.get(card.id);
    if (copy !== undefined && links.length > 0) tx.put({ ...tx.need(copy), links });
  }
  return [...copyOf.values()];
}
