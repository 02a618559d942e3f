import type { Id, RecordType } from '../../../shared/records/ids.ts';
import { getRecord, type RecordShapes, type Records } from '../../../shared/records/records.ts';
import { cardsOfCell, readDocument, stepsOfMap } from '../../../shared/store/mapParts.ts';

/** A record that must be there. */
export function need<Type extends RecordType>(records: Records, id: Id<Type>): RecordShapes[Type] {
  const record = getRecord(records, id);
  if (record === undefined) throw new Error(`There is no ${id}`);
  return record;
}

/** The ids of what belongs to a record, in their order. */
export function childIds(records: Records, parent: Id, type: RecordType): readonly Id[] {
  return readDocument(records)
    .children(parent, type)
    .map(({ id }) => id);
}

/** The ids of a list of the project, in their order. */
export function rootIds(records: Records, type: RecordType): readonly Id[] {
  return readDocument(records)
    .roots(type)
    .map(({ id }) => id);
}

/** The columns of a map, left to right. */
export function stepIds(records: Records, map: Id<'map'>): readonly Id<'step'>[] {
  return stepsOfMap(readDocument(records), map).map(({ id }) => id);
}

/** What the cards of a cell say, from the top. */
export function cellTexts(records: Records, lane: Id<'lane'>, step: Id<'step'>): readonly string[] {
  return cardsOfCell(readDocument(records), lane, step).map(({ text }) => text);
}
