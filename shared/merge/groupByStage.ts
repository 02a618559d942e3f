import { getRecord } from '../records/records.ts';
import type { StageRecord } from '../records/stage.ts';
import { readDocument } from '../store/mapParts.ts';
import type { Difference } from './listDifferences.ts';
import type { Atlas } from './whereabouts.ts';

/** What differs in one stage. */
export interface StageDifferences {
  /** Null for what lies in no stage, such as a lane. */
  readonly stage: StageRecord | null;
  /** The stage's place on its map, from 1; 0 for none. */
  readonly number: number;
  readonly differences: readonly Difference[];
}

/** Puts the differences of one map together by stage; what lies in none comes first. */
export function groupByStage(
  differences: readonly Difference[],
  [then, now]: readonly [Atlas, Atlas],
): readonly StageDifferences[] {
  const groups = new Map<string, StageDifferences>();
  for (const difference of differences) {
    const atlas = difference.kind === 'removed' ? then : now;
    const stage = stageOf(difference, atlas);
    const key = stage?.id ?? '';
    const group = groups.get(key) ?? { stage, number: numberOf(stage, atlas), differences: [] };
    groups.set(key, { ...group, differences: [...group.differences, difference] });
  }
  return [...groups.values()].sort((a, b) => a.number - b.number);
}

function stageOf({ record }: Difference, atlas: Atlas): StageRecord | null {
  if (record.type === 'stage') return record;
  const step = atlas.find(record).step?.step;
  return step === undefined ? null : (getRecord(atlas.records, step.stage) ?? null);
}

function numberOf(stage: StageRecord | null, { records }: Atlas): number {
  if (stage === null) return 0;
  const stages = readDocument(records).children(stage.map, 'stage');
  return stages.findIndex(({ id }) => id === stage.id) + 1;
}
