import type { EmotionRecord } from '../../records/emotion.ts';
import type { Id } from '../../records/ids.ts';
import type { LaneRecord } from '../../records/lane.ts';
import { LIMITS } from '../../records/limits.ts';
import { PERSONA_COLOURS } from '../../records/persona.ts';
import { recordsOfType } from '../../records/records.ts';
import { mapOfStep } from '../mapParts.ts';
import { makeRoomAtEnd } from '../placing.ts';
import type { Transaction } from '../transact.ts';
import { anyMap, damaged, derivedId, type Mender, restore, restoreLane, stepInMap } from './mender.ts';

/**
 * Every curve point stands in an emotion lane, at a step of the same map, and belongs to somebody. A persona that is
 * gone comes back without a name, for the curve says what she felt; only a point that says nothing goes.
 */
export function repairFeelings(mender: Mender): void {
  const { tx } = mender;
  for (const point of damaged(mender, 'emotion', (each) => !isWellPlaced(tx, each))) {
    if (saysNothing(point) && tx.get(point.persona) === undefined) {
      tx.remove(point.id);
      mender.note('feelingRemoved', point.id);
      continue;
    }
    const lane = laneOfPoint(mender, point);
    const step = mapOfStep(tx, point.step) === lane.map ? point.step : stepInMap(mender, point.step, lane.map);
    if (lane.id !== point.lane || step !== point.step) {
      tx.put({ ...point, lane: lane.id, step });
      mender.note('feelingMoved', point.id);
    }
    if (tx.get(point.persona) === undefined) restorePersona(mender, point.persona);
  }
}

/** Whoever has a curve or cards on a map walks on it: nothing may lie there unseen. */
export function repairWalkers(mender: Mender): void {
  const { tx } = mender;
  for (const map of damaged(mender, 'map', () => true)) {
    const missing = new Set<Id<'persona'>>();
    for (const lane of tx.children(map.id, 'lane')) {
      for (const { persona } of [...tx.children(lane.id, 'emotion'), ...tx.children(lane.id, 'card')]) {
        if (persona !== null && tx.get(persona) !== undefined && !map.personas.includes(persona)) missing.add(persona);
      }
    }
    const room = LIMITS.list - map.personas.length;
    const added = [...missing].sort().slice(0, room);
    if (added.length === 0) continue;
    tx.put({ ...map, personas: [...map.personas, ...added] });
    for (const persona of added) mender.note('personaPutOnMap', persona);
  }
}

function isWellPlaced(tx: Transaction, point: EmotionRecord): boolean {
  const lane = tx.get(point.lane);
  return lane?.kind === 'emotions' && mapOfStep(tx, point.step) === lane.map && tx.get(point.persona) !== undefined;
}

function saysNothing({ value, label, cause, momentOfTruth, evidence }: EmotionRecord): boolean {
  return value === 0 && label === '' && cause === '' && !momentOfTruth && evidence === 'none';
}

function laneOfPoint(mender: Mender, point: EmotionRecord): LaneRecord {
  const { tx } = mender;
  const own = tx.get(point.lane);
  if (own?.kind === 'emotions') return own;
  const map = own?.map ?? mapOfStep(tx, point.step) ?? anyMap(mender, point.lane);
  const first = tx.children(map, 'lane').find((lane) => lane.kind === 'emotions');
  if (first !== undefined) return first;
  const id: Id<'lane'> = own === undefined ? point.lane : derivedId(mender, 'lane', point.id);
  restoreLane(mender, id, map, 'emotions');
  return tx.need(id);
}

function restorePersona(mender: Mender, id: Id<'persona'>): void {
  const others = recordsOfType(mender.tx.records, 'persona');
  const colour = PERSONA_COLOURS[others.length % PERSONA_COLOURS.length] ?? 'p1';
  restore(mender, id, 'persona', { order: makeRoomAtEnd(mender.tx, mender.tx.roots('persona')), colour });
  mender.note('personaRestored', id);
}
