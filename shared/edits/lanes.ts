import { roundToHundredths } from '../records/fields.ts';
import { fittingKind } from '../records/fittingKind.ts';
import type { Id } from '../records/ids.ts';
import type { LaneKind, LaneRecord } from '../records/lane.ts';
import { EMOTION_HEIGHT, GREATEST_LANE_HEIGHT } from '../records/limits.ts';
import type { NewFields, Transaction } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { addEntered, changeFields } from './enterFields.ts';
import { needOpenLane, refuseLocked } from './locks.ts';
import { type Place, placeMoved, placeOne } from './place.ts';
import { refuse } from './refusal.ts';
import { removeRecords } from './removeRecords.ts';
import { seatCards } from './seatCards.ts';

/** A lane to be added; the caller knows the words of its language. */
export interface NewLane {
  readonly map: Id<'map'>;
  readonly kind: LaneKind;
  readonly name: string;
  readonly hint: string;
  readonly at: Place<'lane'>;
}

/** Adds a lane. */
export const addLane = defineEdit('edit.addLane', (tx, { map, at, ...fields }: NewLane): LaneRecord => {
  tx.need(map);
  return addEntered(tx, 'lane', { ...fields, map, order: placeOne(tx, tx.children(map, 'lane'), at) });
});

/** Names a lane. */
export const renameLane = defineEdit(
  'edit.renameLane',
  (tx, { lane, name }: { readonly lane: Id<'lane'>; readonly name: string }) =>
    changeFields(tx, 'lane', needOpenLane(tx, lane).id, { name }),
);

/** Changes a lane's hint or the line under it. */
export const changeLane = defineEdit(
  'edit.changeLane',
  (tx, { lane, fields }: { readonly lane: Id<'lane'>; readonly fields: Pick<NewFields<'lane'>, 'hint' | 'border'> }) =>
    changeFields(tx, 'lane', needOpenLane(tx, lane).id, fields),
);

/** Makes a lane one of another kind; its cards become what it takes. Cards and feelings do not turn into each other. */
export const setLaneKind = defineEdit(
  'edit.setLaneKind',
  (tx, { lane: id, kind }: { readonly lane: Id<'lane'>; readonly kind: LaneKind }) => {
    const lane = needOpenLane(tx, id);
    const cards = tx.children(id, 'card');
    if (kind === 'emotions' && cards.length > 0) refuse('laneTakesNoCards', id);
    if (kind !== 'emotions' && tx.children(id, 'emotion').length > 0) refuse('laneTakesNoFeelings', id);
    tx.put({ ...lane, kind });
    const others = cards.filter((card) => fittingKind(card, kind) !== card.kind);
    refuseLocked(tx, others);
    for (const card of others) tx.put({ ...card, kind: fittingKind(card, kind) ?? card.kind });
  },
);

/** Moves a lane with all that stands in it up or down its map. */
export const moveLane = defineEdit(
  'edit.moveLane',
  (tx, { lane: id, at }: { readonly lane: Id<'lane'>; readonly at: Place<'lane'> }) => {
    const lane = tx.need(id);
    const [order] = placeMoved(tx, tx.children(lane.map, 'lane'), at, [lane]);
    tx.put({ ...lane, order: order ?? lane.order });
  },
);

/** Hides lanes or shows them again. */
export const hideLanes = defineEdit(
  'edit.hideLanes',
  (tx, { lanes, hidden }: { readonly lanes: readonly Id<'lane'>[]; readonly hidden: boolean }) => {
    for (const lane of lanes) tx.put({ ...tx.need(lane), hidden });
  },
);

/** Locks lanes with all that stands in them, or opens them again. */
export const lockLanes = defineEdit(
  'edit.lockLanes',
  (tx, { lanes, locked }: { readonly lanes: readonly Id<'lane'>[]; readonly locked: boolean }) => {
    for (const lane of lanes) tx.put({ ...tx.need(lane), locked });
  },
);

/** Gives a lane a height in px at 100 %, brought within the limits; 0 lets the content decide. */
export const setLaneHeight = defineEdit(
  'edit.setLaneHeight',
  (tx, { lane: id, height }: { readonly lane: Id<'lane'>; readonly height: number }) => {
    const lane = tx.need(id);
    const { least, most } = lane.kind === 'emotions' ? EMOTION_HEIGHT : { least: 0, most: GREATEST_LANE_HEIGHT };
    const within = height === 0 ? 0 : Math.min(Math.max(height, least), most);
    tx.put({ ...lane, height: roundToHundredths(within) });
  },
);

/** Removes a lane; its cards, or its feelings, go with it or to another lane of the map. */
export const removeLane = defineEdit(
  'edit.removeLane',
  (
    tx,
    { lane: id, cards }: { readonly lane: Id<'lane'>; readonly cards: 'delete' | { readonly moveTo: Id<'lane'> } },
  ) => {
    needOpenLane(tx, id);
    refuseLocked(tx, tx.children(id, 'card'));
    if (cards !== 'delete') emptyInto(tx, id, cards.moveTo);
    removeRecords(tx, [id]);
  },
);

function emptyInto(tx: Transaction, from: Id<'lane'>, to: Id<'lane'>): void {
  const target = needOpenLane(tx, to);
  if (target.map !== tx.need(from).map) refuse('otherMap', to);
  const points = tx.children(from, 'emotion');
  if (points.length > 0 && target.kind !== 'emotions') refuse('laneTakesNoFeelings', to);
  for (const point of points) tx.put({ ...point, lane: to });
  for (const card of tx.children(from, 'card')) seatCards(tx, [card], { lane: to, step: card.step, at: 'last' });
}
