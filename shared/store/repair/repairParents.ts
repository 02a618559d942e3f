import type { CardRecord } from '../../records/card.ts';
import type { EmotionRecord } from '../../records/emotion.ts';
import type { Id } from '../../records/ids.ts';
import { type Records, recordsOfType } from '../../records/records.ts';
import { anyMap, damaged, type Mender, restoreMap, restoreStage } from './mender.ts';

/** Stages and lanes whose map is gone bring it back: they say more than its name did. */
export function repairMaps(mender: Mender): void {
  const isOrphan = ({ map }: { readonly map: Id<'map'> }): boolean => mender.tx.get(map) === undefined;
  for (const { map } of damaged(mender, 'stage', isOrphan)) restoreMap(mender, map);
  for (const { map } of damaged(mender, 'lane', isOrphan)) restoreMap(mender, map);
}

/** Steps whose stage is gone bring it back, in the map where their cards are. */
export function repairStages(mender: Mender): void {
  const { tx } = mender;
  const orphans = damaged(mender, 'step', ({ stage }) => tx.get(stage) === undefined);
  if (orphans.length === 0) return;
  const mapOf = mapsBySteps(tx.records);
  for (const { id, stage } of orphans) {
    if (tx.get(stage) === undefined) restoreStage(mender, stage, mapOf.get(id) ?? anyMap(mender, stage));
  }
}

/** The map in which something stands at a step, by the lanes: the one of the record with the least id. */
function mapsBySteps(records: Records): ReadonlyMap<Id<'step'>, Id<'map'>> {
  const lanes = new Map(recordsOfType(records, 'lane').map((lane) => [lane.id, lane.map]));
  const standing: (CardRecord | EmotionRecord)[] = [
    ...recordsOfType(records, 'card'),
    ...recordsOfType(records, 'emotion'),
  ];
  const maps = new Map<Id<'step'>, Id<'map'>>();
  for (const { step, lane } of standing.sort((a, b) => (a.id < b.id ? 1 : -1))) {
    const map = lanes.get(lane);
    if (map !== undefined) maps.set(step, map);
  }
  return maps;
}
