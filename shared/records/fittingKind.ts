import type { CardKind, CardRecord } from './card.ts';
import { KINDS_OF_LANE, type LaneKind } from './lane.ts';

/**
 * The kind a card has in a lane: its own where the lane takes it, else the one its words show, else the lane's first.
 * A card keeps the fields its kind does not show, so one that comes back finds them; only its kind is told anew.
 * Undefined for a lane that takes no cards.
 */
export function fittingKind(card: Pick<CardRecord, 'kind' | 'text'>, lane: LaneKind): CardKind | undefined {
  const kinds = KINDS_OF_LANE[lane];
  if (kinds.includes(card.kind)) return card.kind;
  return kinds.find((kind) => looksLike(kind, card.text)) ?? kinds[0];
}

function looksLike(kind: CardKind, text: string): boolean {
  if (kind === 'question') return text.trimEnd().endsWith('?');
  if (kind === 'quote') return /^["“„”«‘]/.test(text.trimStart());
  return false;
}
