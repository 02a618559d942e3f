import type { CardRecord } from '../records/card.ts';
import type { Box } from './box.ts';
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

/** Gives the measured content of a card for a width, from a cache where the card is unchanged. */
export type MeasureCard = (card: CardRecord, width: number) => CardContent;

/** Measures any kind of card; one that is `edited` wraps as a text box wraps the same text. */
export function measureCard(card: CardRecord, width: number, context: CardContext, edited = false): CardContent {
  const content: CardContent =
    card.kind === 'touchpoint'
      ? { kind: 'touchpoint', size: sizeTouchpoint(card, width, context, !edited) }
      : { kind: 'card', size: sizeCard(card, width, context, !edited) };
  return edited ? { ...content, edited } : content;
}

/**
 * Stacks the cards of a lane: each below whatever already covers one of its columns. In a lane of actions all cards
 * share the tallest height. Cards whose step is not of this map are left out (integrity mends them).
 */
export function stackCards(
  cards: readonly CardRecord[],
  columns: Columns,
  padding: { readonly top: number; readonly bottom: number },
  equalHeights: boolean,
  measure: MeasureCard,
): CardLane {
  const inOrder = placeInColumns(cards, columns);
  const measured = inOrder.map((placed) => ({ ...placed, content: measure(placed.card, placed.width) }));
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
    return { card, firstColumn: first, lastColumn: last, row, x, y, width, height, content };
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
}

function placeInColumns(cards: readonly CardRecord[], columns: Columns): readonly PlacedCard[] {
  // Within a column the lane's own order stays.
  const placed = columns.columns.map((): PlacedCard[] => []);
  for (const card of cards) {
    const covered = coveredColumns(columns, card.step, card.span);
    const from = covered && columns.columns[covered.first];
    const to = covered && columns.columns[covered.last];
    if (!covered || !from || !to) continue;
    const x = from.x + GRID.inset;
    const width = to.x + to.width - GRID.inset - x;
    placed[covered.first]?.push({ card, first: covered.first, last: covered.last, x, width });
  }
  return placed.flat();
}
