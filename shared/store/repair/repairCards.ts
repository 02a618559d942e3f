import type { CardRecord } from '../../records/card.ts';
import { fittingKind } from '../../records/fittingKind.ts';
import type { Id } from '../../records/ids.ts';
import { KINDS_OF_LANE, type LaneRecord } from '../../records/lane.ts';
import { cardsOfCell, laneForKind, mapOfStep } from '../mapParts.ts';
import { makeRoomAtEnd } from '../placing.ts';
import type { Transaction } from '../transact.ts';
import { anyMap, damaged, derivedId, type Mender, restoreLane, stepInMap } from './mender.ts';

/**
 * Every card stands in a lane that takes cards and at a step of the same map. None is ever removed. The lane counts for
 * more than the step: a card whose lane is gone goes to the first lane for its kind, one whose step is gone or of
 * another map to a step of its lane's map.
 */
export function repairCards(mender: Mender): void {
  const { tx } = mender;
  for (const card of damaged(mender, 'card', (each) => !isWellPlaced(tx, each))) {
    const lane = laneOfCard(mender, card);
    // A lane that came back brings its cards back as they lay.
    if (isWellPlaced(tx, card)) continue;
    const step = mapOfStep(tx, card.step) === lane.map ? card.step : stepInMap(mender, card.step, lane.map);
    const order = makeRoomAtEnd(tx, cardsOfCell(tx, lane.id, step));
    tx.put({ ...card, lane: lane.id, step, order, kind: fittingKind(card, lane.kind) ?? card.kind });
    mender.note('cardMoved', card.id);
  }
}

/** Every card is of a kind that its lane takes. */
export function repairCardKinds(mender: Mender): void {
  const { tx } = mender;
  for (const lane of damaged(mender, 'lane', () => true)) {
    for (const card of tx.children(lane.id, 'card')) {
      const kind = fittingKind(card, lane.kind) ?? card.kind;
      if (kind === card.kind) continue;
      tx.put({ ...card, kind });
      mender.note('cardKindChanged', card.id);
    }
  }
}

function isWellPlaced(tx: Transaction, card: CardRecord): boolean {
  const lane = tx.get(card.lane);
  return lane !== undefined && KINDS_OF_LANE[lane.kind].length > 0 && mapOfStep(tx, card.step) === lane.map;
}

function laneOfCard(mender: Mender, card: CardRecord): LaneRecord {
  const { tx } = mender;
  const own = tx.get(card.lane);
  if (own !== undefined && KINDS_OF_LANE[own.kind].length > 0) return own;
  const map = own?.map ?? mapOfStep(tx, card.step) ?? anyMap(mender, card.lane);
  const fitting = laneForKind(tx, map, card.kind);
  if (fitting !== undefined) return fitting;
  const id: Id<'lane'> = own === undefined ? card.lane : derivedId(mender, 'lane', card.id);
  restoreLane(mender, id, map, 'text');
  return tx.need(id);
}
