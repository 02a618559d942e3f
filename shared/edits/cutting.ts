import type { ArrowRecord } from '../records/arrow.ts';
import type { CardRecord } from '../records/card.ts';
import type { EmotionRecord } from '../records/emotion.ts';
import type { Id } from '../records/ids.ts';
import type { LaneRecord } from '../records/lane.ts';
import type { StageRecord } from '../records/stage.ts';
import type { StepRecord } from '../records/step.ts';
import { type DocumentReader, mapOfStep, stepsOfMap } from '../store/mapParts.ts';
import { type CardClip, clipCards } from './copyCards.ts';

/** A feeling that was copied, and how many columns right of the first of all it stood. */
export interface FeelingClip {
  readonly emotion: EmotionRecord;
  readonly column: number;
}

/** What a cutting is of. */
export const CUTTING_KINDS = ['items', 'steps', 'stages', 'lanes'] as const;
export type CuttingKind = (typeof CUTTING_KINDS)[number];

/**
 * A part of a map as it was: cards and feelings, or whole steps, stages or lanes with what stands in them. Columns of
 * clips count the steps of the cutting; in one of lanes, those of the map.
 */
export interface Cutting {
  readonly kind: CuttingKind;
  readonly clips: readonly CardClip[];
  readonly feelings: readonly FeelingClip[];
  /** Those between the cards. */
  readonly arrows: readonly ArrowRecord[];
  /** The lanes that were cut out, or in which cards and feelings of the steps stand. */
  readonly lanes: readonly LaneRecord[];
  readonly steps: readonly StepRecord[];
  readonly stages: readonly StageRecord[];
}

/** Cuts out cards and feelings of one map. */
export function cutItems(
  reader: DocumentReader,
  cards: readonly Id<'card'>[],
  emotions: readonly Id<'emotion'>[],
): Cutting {
  const clips = clipCards(reader, cards);
  const points = emotions.flatMap((id) => reader.get(id) ?? []);
  const anchor = clips.find(({ column }) => column === 0)?.card.step ?? points[0]?.step;
  const map = anchor === undefined ? undefined : mapOfStep(reader, anchor);
  const columns = map === undefined ? [] : stepsOfMap(reader, map).map(({ id }) => id);
  const columnOf = (step: Id<'step'>): number => columns.indexOf(step);
  const ofCards = anchor === undefined || clips.length === 0 ? [] : [columnOf(anchor)];
  const first = Math.min(...ofCards, ...points.map(({ step }) => columnOf(step)));
  const cardsBegin = (ofCards[0] ?? first) - first;
  return {
    ...NOTHING,
    clips: clips.map((clip) => ({ ...clip, column: clip.column + cardsBegin })),
    feelings: points.map((emotion) => ({ emotion, column: columnOf(emotion.step) - first })),
    arrows: map === undefined ? [] : arrowsAmong(reader, map, clips),
  };
}

/** Cuts out steps of one map with the cards that begin in them and the feelings. */
export function cutSteps(reader: DocumentReader, ids: readonly Id<'step'>[]): Cutting {
  const map = ids[0] && mapOfStep(reader, ids[0]);
  if (map === undefined) return NOTHING;
  const columns = stepsOfMap(reader, map);
  const steps = columns.filter(({ id }) => ids.includes(id));
  const at = new Map(steps.map(({ id }, index) => [id, index]));
  const lanes = reader.children(map, 'lane');
  const columnIds = columns.map(({ id }) => id);
  const clips = lanes.flatMap((lane) =>
    reader.children(lane.id, 'card').flatMap((card): readonly CardClip[] => {
      const column = at.get(card.step);
      return column === undefined ? [] : [{ card: narrowed(card, columnIds, at), column, row: 0 }];
    }),
  );
  const feelings = lanes.flatMap((lane) =>
    reader.children(lane.id, 'emotion').flatMap((emotion): readonly FeelingClip[] => {
      const column = at.get(emotion.step);
      return column === undefined ? [] : [{ emotion, column }];
    }),
  );
  const used = new Set<Id>([...clips.map(({ card }) => card.lane), ...feelings.map(({ emotion }) => emotion.lane)]);
  return {
    ...NOTHING,
    kind: 'steps',
    clips,
    feelings,
    arrows: arrowsAmong(reader, map, clips),
    lanes: lanes.filter(({ id }) => used.has(id)),
    steps,
  };
}

/** Cuts out stages of one map with their steps and what stands in these. */
export function cutStages(reader: DocumentReader, ids: readonly Id<'stage'>[]): Cutting {
  const map = ids[0] && reader.get(ids[0])?.map;
  if (map === undefined) return NOTHING;
  const stages = reader.children(map, 'stage').filter(({ id }) => ids.includes(id));
  const steps = stages.flatMap(({ id }) => reader.children(id, 'step').map((step) => step.id));
  return { ...cutSteps(reader, steps), kind: 'stages', stages };
}

/** Cuts out lanes of one map with what stands in them. */
export function cutLanes(reader: DocumentReader, ids: readonly Id<'lane'>[]): Cutting {
  const map = ids[0] && reader.get(ids[0])?.map;
  if (map === undefined) return NOTHING;
  const lanes = reader.children(map, 'lane').filter(({ id }) => ids.includes(id));
  const columns = stepsOfMap(reader, map).map(({ id }) => id);
  const clips = lanes.flatMap((lane) =>
    reader.children(lane.id, 'card').map((card) => ({ card, column: columns.indexOf(card.step), row: 0 })),
  );
  const feelings = lanes.flatMap((lane) =>
    reader.children(lane.id, 'emotion').map((emotion) => ({ emotion, column: columns.indexOf(emotion.step) })),
  );
  return { ...NOTHING, kind: 'lanes', clips, feelings, arrows: arrowsAmong(reader, map, clips), lanes };
}

const NOTHING: Cutting = { kind: 'items', clips: [], feelings: [], arrows: [], lanes: [], steps: [], stages: [] };

/** A card that also covers a step that was not cut out covers only those that follow each other in the cutting. */
function narrowed(card: CardRecord, columns: readonly Id<'step'>[], at: ReadonlyMap<Id<'step'>, number>): CardRecord {
  const first = columns.indexOf(card.step);
  const start = at.get(card.step) ?? 0;
  let span = 1;
  while (span < card.span && at.get(columns[first + span] ?? 'step:') === start + span) span += 1;
  return span === card.span ? card : { ...card, span };
}

function arrowsAmong(reader: DocumentReader, map: Id<'map'>, clips: readonly CardClip[]): readonly ArrowRecord[] {
  const cards = new Set<Id | null>(clips.map(({ card }) => card.id));
  return reader.children(map, 'arrow').filter(({ from, to }) => cards.has(from) && cards.has(to));
}
