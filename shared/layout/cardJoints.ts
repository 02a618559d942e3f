import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import type { Records } from '../records/records.ts';
import { indexRecords } from '../store/recordIndex.ts';
import type { LaneLayout } from './laneLayout.ts';
import type { MapLayout } from './mapLayout.ts';

/** What leads from one card to another: an answer, or an arrow with its words. */
export interface CardJoint {
  readonly from: Id<'card'>;
  readonly to: Id<'card'>;
  readonly label: string;
}

/** Everything that joins the cards of a map; also such as are not shown. */
export function cardJoints(layout: MapLayout, records: Records): readonly CardJoint[] {
  const links = layout.lanes.flatMap(({ layout: lane }) =>
    linkedCards(lane).flatMap((card) => card.links.map((to): CardJoint => ({ from: card.id, to, label: '' }))),
  );
  const arrows = indexRecords(records)
    .children(layout.map.id, 'arrow')
    .flatMap(({ from, to, label }): readonly CardJoint[] => (from && to ? [{ from, to, label }] : []));
  return [...links, ...arrows];
}

const NONE: readonly CardRecord[] = [];
const linkedByLane = new WeakMap<LaneLayout, readonly CardRecord[]>();

/** Few cards of thousands lead anywhere; a lane keeps its layout, and so this, while nothing in it changes. */
function linkedCards(lane: LaneLayout): readonly CardRecord[] {
  const { content } = lane;
  if (content.kind !== 'cards') return NONE;
  let linked = linkedByLane.get(lane);
  if (linked === undefined) {
    linked = content.cards.flatMap(({ card }) => (card.links.length === 0 ? [] : [card]));
    linkedByLane.set(lane, linked);
  }
  return linked;
}
