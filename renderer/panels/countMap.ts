import type { CardRecord } from '../../shared/records/card.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { RecordIndex } from '../../shared/store/recordIndex.ts';

/** How much is on a map. */
export interface MapFacts {
  readonly stages: number;
  readonly steps: number;
  readonly cards: number;
  readonly pains: number;
  readonly opportunities: number;
  readonly moments: number;
  readonly researched: number;
  readonly assumed: number;
}

/** Counts what lies on a map, hidden lanes included. */
export function countMap(map: Id<'map'>, index: RecordIndex): MapFacts {
  const stages = index.children(map, 'stage');
  const lanes = index.children(map, 'lane');
  const cards = lanes.flatMap((lane) => index.children(lane.id, 'card'));
  const points = lanes.flatMap((lane) => index.children(lane.id, 'emotion'));
  const count = (is: (card: CardRecord) => boolean) => cards.filter(is).length;
  return {
    stages: stages.length,
    steps: stages.reduce((sum, stage) => sum + index.children(stage.id, 'step').length, 0),
    cards: cards.length,
    pains: count(({ kind }) => kind === 'pain'),
    opportunities: count(({ kind }) => kind === 'opportunity'),
    moments: points.filter(({ momentOfTruth }) => momentOfTruth).length,
    researched: count(({ evidence }) => evidence === 'researched'),
    assumed: count(({ evidence }) => evidence === 'assumption'),
  };
}
