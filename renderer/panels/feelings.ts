import type { MapRecord } from '../../shared/records/map.ts';
import type { RecordIndex } from '../../shared/store/recordIndex.ts';

/** How the first persona shown feels along a map, in the order of the journey; empty when nobody has said. */
export function feelingsAlong(map: MapRecord, index: RecordIndex): readonly number[] {
  const persona = map.personas.find((id) => !map.hiddenPersonas.includes(id));
  const steps = index.children(map.id, 'stage').flatMap((stage) => index.children(stage.id, 'step'));
  const places = new Map(steps.map((step, place) => [step.id, place]));
  return index
    .children(map.id, 'lane')
    .flatMap((lane) => index.children(lane.id, 'emotion'))
    .filter((emotion) => emotion.persona === persona && places.has(emotion.step))
    .map((emotion) => ({ at: (places.get(emotion.step) ?? 0) + emotion.offset, value: emotion.value }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
