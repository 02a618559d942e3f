import type { Id } from '../records/ids.ts';
import type { LaneRecord } from '../records/lane.ts';
import type { MeanderRecord, Records } from '../records/records.ts';
import { readDocument } from '../store/mapParts.ts';
import type { Merge } from './merge.ts';
import { createAtlas } from './whereabouts.ts';

/** The lanes in which nothing differs, of the maps on which something does. */
export function quietLanes(records: Records, { taken, conflicts }: Merge): readonly LaneRecord[] {
  const atlas = createAtlas(records);
  const differing: readonly MeanderRecord[] = [
    ...taken.flatMap(({ record, other }) => (other === null ? [record] : [record, other])),
    ...conflicts.flatMap(({ mine, theirs }) => [mine, theirs]),
  ];
  const [maps, lanes] = [new Set<Id<'map'>>(), new Set<Id>()];
  for (const record of differing) {
    const { map, lane } = atlas.find(record);
    if (map !== null) maps.add(map.id);
    lanes.add(record.type === 'lane' ? record.id : (lane?.id ?? record.id));
  }
  const reader = readDocument(records);
  return [...maps].flatMap((map) => reader.children(map, 'lane')).filter(({ id }) => !lanes.has(id));
}
