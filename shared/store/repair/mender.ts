import { type Id, makeId, type RecordType } from '../../records/ids.ts';
import { RECORD_DEFINITIONS, type RecordShapes, recordsOfType } from '../../records/records.ts';
import { STAGE_COLOURS } from '../../records/stage.ts';
import { stepsOfMap } from '../mapParts.ts';
import { makeRoomAtEnd } from '../placing.ts';
import type { NewFields, Transaction } from '../transact.ts';

/** What can have been mended, for the words that tell a person. */
export const MENDING_CODES = [
  'projectMade',
  'projectsJoined',
  'mapRestored',
  'stageRestored',
  'stepRestored',
  'laneRestored',
  'personaRestored',
  'personaPutOnMap',
  'cardMoved',
  'cardKindChanged',
  'feelingMoved',
  'feelingRemoved',
  'arrowMoved',
  'arrowLoosened',
  'arrowRemoved',
  'commentMoved',
  'commentRemoved',
  'referenceDropped',
  'orderMended',
] as const;
export type MendingCode = (typeof MENDING_CODES)[number];

/** One thing that was mended, and the record it was done to. */
export interface Mending {
  readonly code: MendingCode;
  readonly id: Id;
}

/** What the rules of repair work with. */
export interface Mender {
  readonly tx: Transaction;
  note(code: MendingCode, id: Id): void;
}

/** One rule. Must find nothing to do in what it has mended. */
export type RepairRule = (mender: Mender) => void;

/**
 * The records of a type that need mending, by id: rules depend on what they have mended already, and two computers
 * must come to the same result.
 */
export function damaged<Type extends RecordType>(
  { tx }: Mender,
  type: Type,
  isDamaged: (record: RecordShapes[Type]) => boolean,
): readonly RecordShapes[Type][] {
  const found = recordsOfType(tx.records, type).filter(isDamaged);
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Puts a record back under the id by which others know it. */
export function restore<Type extends RecordType>(
  { tx }: Mender,
  id: Id<Type>,
  type: Type,
  fields: NewFields<Type>,
): void {
  const { schema, defaults } = RECORD_DEFINITIONS[type];
  tx.put(schema.parse({ ...defaults, ...fields, type, id }));
}

/** A free id made of another one's: chance would make the same repair differ from computer to computer. */
export function derivedId<Type extends RecordType>({ tx }: Mender, type: Type, from: Id): Id<Type> {
  const text = from.slice(from.indexOf(':') + 1);
  let id = makeId(type, () => text);
  for (let at = 2; tx.records.has(id); at += 1) id = makeId(type, () => `${text.slice(0, 56)}-${at}`);
  return id;
}

/** Puts a map back; its name is lost, what belongs to it is not. */
export function restoreMap(mender: Mender, id: Id<'map'>): void {
  if (mender.tx.get(id) !== undefined) return;
  restore(mender, id, 'map', { order: makeRoomAtEnd(mender.tx, mender.tx.roots('map')) });
  mender.note('mapRestored', id);
}

/** The map for what no longer says where it belongs: the first, or one made for it. */
export function anyMap(mender: Mender, lost: Id): Id<'map'> {
  const first = mender.tx.roots('map')[0];
  if (first !== undefined) return first.id;
  const id = derivedId(mender, 'map', lost);
  restoreMap(mender, id);
  return id;
}

/** Puts a stage back at the end of a map. */
export function restoreStage(mender: Mender, id: Id<'stage'>, map: Id<'map'>): void {
  const stages = mender.tx.children(map, 'stage');
  const colour = STAGE_COLOURS[stages.length % STAGE_COLOURS.length] ?? 'sea';
  restore(mender, id, 'stage', { map, order: makeRoomAtEnd(mender.tx, stages), colour });
  mender.note('stageRestored', id);
}

/** Puts a lane back at the end of a map. */
export function restoreLane(mender: Mender, id: Id<'lane'>, map: Id<'map'>, kind: 'text' | 'emotions'): void {
  restore(mender, id, 'lane', { map, kind, order: makeRoomAtEnd(mender.tx, mender.tx.children(map, 'lane')) });
  mender.note('laneRestored', id);
}

/**
 * Where something that stood at `lost` stands in another map: in the step at the same place, as far as there are so
 * many, and in the first one when `lost` is gone. A map without steps gets one.
 */
export function stepInMap(mender: Mender, lost: Id<'step'>, map: Id<'map'>): Id<'step'> {
  const { tx } = mender;
  const steps = stepsOfMap(tx, map);
  const at = placeOfStep(tx, lost);
  const step = steps[Math.min(at, steps.length - 1)];
  if (step !== undefined) return step.id;
  const id = tx.get(lost) === undefined ? lost : derivedId(mender, 'step', map);
  const stage = tx.children(map, 'stage')[0]?.id ?? derivedId(mender, 'stage', map);
  if (tx.get(stage) === undefined) restoreStage(mender, stage, map);
  restore(mender, id, 'step', { stage, order: makeRoomAtEnd(tx, tx.children(stage, 'step')) });
  mender.note('stepRestored', id);
  return id;
}

function placeOfStep(tx: Transaction, id: Id<'step'>): number {
  const stage = tx.get(id)?.stage;
  const map = stage && tx.get(stage)?.map;
  return map === undefined
    ? 0
    : Math.max(
        0,
        stepsOfMap(tx, map).findIndex((step) => step.id === id),
      );
}
