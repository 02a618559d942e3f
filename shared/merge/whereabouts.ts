import type { Id } from '../records/ids.ts';
import type { LaneRecord } from '../records/lane.ts';
import type { MapRecord } from '../records/map.ts';
import { getRecord, type MeanderRecord, type Records, recordsOfType } from '../records/records.ts';
import type { StepRecord } from '../records/step.ts';
import { readDocument } from '../store/mapParts.ts';
import { parentOf } from '../store/recordIndex.ts';

/** A step with its number on the map, such as "2.3". */
export interface NumberedStep {
  readonly step: StepRecord;
  readonly number: string;
}

/** Where in a project something is; null for what a record of its kind has not, or what is gone. */
export interface Whereabouts {
  readonly map: MapRecord | null;
  readonly step: NumberedStep | null;
  readonly lane: LaneRecord | null;
}

/** Finds where things are in one document. */
export interface Atlas {
  readonly records: Records;
  /** The step under an id with its number. */
  step(id: Id<'step'>): NumberedStep | null;
  /** Where a record stands, also in another state than the document's own. */
  find(record: MeanderRecord): Whereabouts;
}

/** Makes the atlas of a document. */
export function createAtlas(records: Records): Atlas {
  const numbers = numberSteps(records);
  const findStep = (id: Id<'step'>): NumberedStep | null => {
    const step = getRecord(records, id);
    return step === undefined ? null : { step, number: numbers.get(id) ?? '' };
  };
  return {
    records,
    step: findStep,
    find: (record) => {
      const step = 'step' in record ? findStep(record.step) : null;
      const lane = 'lane' in record ? (getRecord(records, record.lane) ?? null) : null;
      return { map: mapOf(records, record), step: record.type === 'step' ? findStep(record.id) : step, lane };
    },
  };
}

function mapOf(records: Records, record: MeanderRecord): MapRecord | null {
  const met = new Set<Id>();
  for (let at: MeanderRecord | undefined = record; at !== undefined && !met.has(at.id); ) {
    if (at.type === 'map') return at;
    met.add(at.id);
    const above: Id | undefined = at.type === 'note' ? (at.map ?? undefined) : parentOf(at);
    at = above === undefined ? undefined : records.get(above);
  }
  return null;
}

function numberSteps(records: Records): ReadonlyMap<Id<'step'>, string> {
  const reader = readDocument(records);
  const numbers = new Map<Id<'step'>, string>();
  for (const { id } of recordsOfType(records, 'map')) {
    reader.children(id, 'stage').forEach((stage, stageAt) => {
      reader.children(stage.id, 'step').forEach((step, stepAt) => {
        numbers.set(step.id, `${stageAt + 1}.${stepAt + 1}`);
      });
    });
  }
  return numbers;
}
