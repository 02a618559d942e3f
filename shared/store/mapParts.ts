import type { CardKind, CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import { KINDS_OF_LANE, type LaneRecord } from '../records/lane.ts';
import { getRecord, type Records } from '../records/records.ts';
import type { StepRecord } from '../records/step.ts';
import { indexRecords } from './recordIndex.ts';
import type { Transaction } from './transact.ts';

/** Reads a document, finished or in the middle of a change. */
export type DocumentReader = Pick<Transaction, 'get' | 'children' | 'roots'>;

/** Reads a finished document. */
export function readDocument(records: Records): DocumentReader {
  const index = indexRecords(records);
  return { get: (id) => getRecord(records, id), children: index.children, roots: index.roots };
}

/** The steps of a map from left to right. */
export function stepsOfMap(reader: DocumentReader, map: Id<'map'>): readonly StepRecord[] {
  return reader.children(map, 'stage').flatMap((stage) => reader.children(stage.id, 'step'));
}

/** The map a step is a column of; undefined when the step or its stage is gone. */
export function mapOfStep(reader: DocumentReader, step: Id<'step'>): Id<'map'> | undefined {
  const stage = reader.get(step)?.stage;
  return stage && reader.get(stage)?.map;
}

/** The cards of one cell, uppermost first. */
export function cardsOfCell(reader: DocumentReader, lane: Id<'lane'>, step: Id<'step'>): readonly CardRecord[] {
  return reader.children(lane, 'card').filter((card) => card.step === step);
}

/**
 * The lane of a map where a card of this kind belongs: one made for it before a free one, a visible one before a
 * hidden one.
 */
export function laneForKind(reader: DocumentReader, map: Id<'map'>, kind: CardKind): LaneRecord | undefined {
  const lanes = reader.children(map, 'lane').filter((lane) => KINDS_OF_LANE[lane.kind].includes(kind));
  const made = lanes.filter((lane) => lane.kind !== 'text');
  const candidates = made.length > 0 ? made : lanes;
  return candidates.find((lane) => !lane.hidden) ?? candidates[0];
}
