import type { CardRecord } from '../records/card.ts';
import { type Box, sameBox } from './box.ts';
import { type CardContext, type CardSize, hasPin, hasTail, sizeCard } from './cardSize.ts';
import { type Columns, coveredColumns } from './columns.ts';
import { GRID } from './metrics.ts';
import { sizeTouchpoint, type TouchpointSize } from './touchpoint.ts';

/** A card placed in its lane; the box is in px from the lane's top left corner (x from the sheet's left edge). */
export interface CardBox extends Box {
  readonly card: CardRecord;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** 0 for the uppermost card of its column. */
  readonly row: number;
  readonly content: CardContent;
}

/** A card's inside as measured. `edited` while a text box lies over its text. */
export type CardContent = { readonly edited?: true } & (
  | { readonly kind: 'card'; readonly size: CardSize }
  | { readonly kind: 'touchpoint'; readonly size: TouchpointSize }
);

/** The cards of a lane, in reading order, and the height they need. */
export interface CardLane {
  readonly cards: readonly CardBox[];
  readonly height: number;
}

/** What the cards of a lane are stacked by. */
export interface CardStacking {
  readonly columns: Columns;
  /** px above the uppermost card and below the lowest. */
  readonly padding: { readonly top: number; readonly bottom: number };
  /** Whether all cards share the tallest one's height. */
  readonly equalHeights: boolean;
  /** Gives the measured content of a card for a width, from a cache where the card is unchanged. */
  readonly measure: (card: CardRecord, width: number) => CardContent;
  /** Where cards stood last: a box that is the same again stays the same object, so that it is known by a glance. */
  readonly boxes: WeakMap<CardRecord, CardBox>;
}

/** Measures any kind of card; one that is `edited` wraps as a text box wraps the same text. */
export function measureCard(card: CardRecord, width: number, context: CardContext, edited = false): CardContent {
  const content: CardContent =
    card.kind === 'touchpoint'
      ? { kind: 'touchpoint', size: sizeTouchpoint(card, width, context, !edited) }
      : { kind: 'card', size: sizeCard(card, width, context, !edited) };
  return edited ? { ...content, edited } : content;
}

/**
 * Stacks the cards of a lane: each below whatever already covers one of its columns. Cards whose step is not of this
 * map are left out (integrity mends them).
 */
export function stackCards(cards: readonly CardRecord[], stacking: CardStacking): CardLane {
  const { columns, padding, equalHeights } = stacking;
  const measured = placeInColumns(cards, stacking);
  const tallest = measured.reduce((most, { content }) => Math.max(most, content.size.height), 0);
  const pinned = measured.some(({ card }) => hasPin(card.kind));
  const tailed = measured.some(({ card }) => hasTail(card.kind));
  const gap = pinned ? GRID.pinnedStackGap : GRID.stackGap;
  const top = padding.top + (pinned ? GRID.pinRoom : 0);
  const bottoms = columns.columns.map(() => top);
  const rows = columns.columns.map(() => 0);
  const boxes = measured.map(({ card, first, last, x, width, content }): CardBox => {
    const height = equalHeights ? tallest : content.size.height;
    let y = top;
    let row = 0;
    for (let at = first; at <= last; at += 1) {
      y = Math.max(y, bottoms[at] ?? top);
      row = Math.max(row, rows[at] ?? 0);
    }
    bottoms.fill(y + height + gap, first, last + 1);
    rows.fill(row + 1, first, last + 1);
    return sameOrNew(stacking.boxes, { card, firstColumn: first, lastColumn: last, row, x, y, width, height, content });
  });
  const lowest = boxes.reduce((most, box) => Math.max(most, box.y + box.height), top);
  return { cards: boxes, height: lowest + (tailed ? GRID.tailRoom : 0) + padding.bottom };
}

interface PlacedCard {
  readonly card: CardRecord;
  readonly first: number;
  readonly last: number;
  readonly x: number;
  readonly width: number;
  readonly content: CardContent;
}

function sameOrNew(boxes: WeakMap<CardRecord, CardBox>, box: CardBox): CardBox {
  const old = boxes.get(box.card);
  if (old !== undefined && isSameBox(old, box)) return old;
  boxes.set(box.card, box);
  return box;
}

function isSameBox(a: CardBox, b: CardBox): boolean {
  return (
    a.content === b.content &&
    sameBox(a, b) &&
    a.row === b.row &&
    a.firstColumn === b.firstColumn &&
    a.lastColumn === b.lastColumn
  );
}

function placeInColumns(cards: readonly CardRecord[], { columns, measure }: CardStacking): readonly PlacedCard[] {
  // Within a column the lane's own order stays.
  const placed = columns.columns.map((): PlacedCard[] => []);
  for (const card of cards) {
    const covered = coveredColumns(columns, card.step, card.span);
    const from = covered && columns.columns[covered.first];
    const to = covered && columns.columns[covered.last];
    if (!covered || !from || !to) continue;
    const x = from.x + GRID.inset;
    const width = to.x + to.width - GRID.inset - x;
    const { first, last } = covered;
    placed[first]?.push({ card, first, last, x, width, content: measure(card, width) });
  }
  return placed.flat();
}
