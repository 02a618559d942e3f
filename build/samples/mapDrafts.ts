import { CARD_KINDS } from '../../shared/records/card.ts';
import type { Id } from '../../shared/records/ids.ts';
import { KINDS_OF_LANE, type LaneKind } from '../../shared/records/lane.ts';
import { orderKeys } from '../../shared/util/orderKey.ts';
import { cardFields, commentDrafts } from './cardDrafts.ts';
import type { Draft, NameId, Refer } from './drafts.ts';
import { SourceMistake, type SourcePath } from './sourceMistake.ts';
import type { CardSource, FeelingSource, MapSource, StepSource } from './sourceSchema.ts';

/** A step with its place in the map. */
interface PlacedStep {
  readonly source: StepSource;
  /** Which stage it belongs to, counted from 1. */
  readonly stage: number;
  /** As ids have it: "2_3" for the step a map numbers 2.3. */
  readonly number: string;
  readonly order: string;
  readonly id: Id<'step'>;
  readonly path: SourcePath;
  /** Steps from this one to the map's last, both counted. */
  readonly left: number;
}

/** A card with its place, before its links are known. */
interface PlacedCard {
  readonly source: CardSource;
  readonly lane: string;
  readonly step: PlacedStep;
  /** What its id is made of: "dress-pains-2_3-1". */
  readonly name: string;
  readonly id: Id<'card'>;
  readonly path: SourcePath;
}

/** A map with its lanes, stages, steps, cards, feelings and comments. */
export function mapDrafts(map: MapSource, key: string, order: string, name: NameId, refer: Refer): readonly Draft[] {
  const { personas, hidden, lanes, stages, ...same } = map;
  const path = ['maps', key];
  const id = name('map', key);
  const persona = (given: string, field: string, at: number) => refer('persona', given, [...path, field, at]);
  const steps = placeSteps(map, key, name);
  return [
    {
      type: 'map',
      id,
      path,
      fields: {
        ...same,
        order,
        personas: personas?.map((given, at) => persona(given, 'personas', at)),
        hiddenPersonas: hidden?.map((given, at) => persona(given, 'hidden', at)),
      },
    },
    ...inOrder(Object.entries(lanes)).map(
      ([laneOrder, [laneKey, lane]]): Draft => ({
        type: 'lane',
        id: name('lane', `${key}-${laneKey}`),
        fields: { ...lane, map: id, order: laneOrder },
        path: [...path, 'lanes', laneKey],
      }),
    ),
    ...inOrder(stages).map(
      ([stageOrder, { steps: _, ...stage }], at): Draft => ({
        type: 'stage',
        id: name('stage', `${key}-${at + 1}`),
        fields: { ...stage, map: id, order: stageOrder },
        path: [...path, 'stages', at],
      }),
    ),
    ...steps.map(
      (step): Draft => ({
        type: 'step',
        id: step.id,
        fields: {
          stage: name('stage', `${key}-${step.stage}`),
          order: step.order,
          name: step.source.name,
          width: step.source.width,
        },
        path: step.path,
      }),
    ),
    ...cardDrafts(map, key, steps, name, refer),
    ...steps.flatMap((step) => feelingDrafts(map, key, step, name, refer)),
  ];
}

function inOrder<Part>(parts: readonly Part[]): readonly (readonly [string, Part])[] {
  const orders = orderKeys(parts.length);
  return parts.map((part, at) => [orders[at] ?? '', part] as const);
}

function placeSteps(map: MapSource, key: string, name: NameId): readonly PlacedStep[] {
  const total = map.stages.reduce((sum, stage) => sum + stage.steps.length, 0);
  let before = 0;
  return map.stages.flatMap((stage, stageAt) =>
    inOrder(stage.steps).map(([order, source], at) => ({
      source,
      order,
      stage: stageAt + 1,
      number: `${stageAt + 1}_${at + 1}`,
      id: name('step', `${key}-${stageAt + 1}_${at + 1}`),
      path: ['maps', key, 'stages', stageAt, 'steps', at],
      left: total - before++,
    })),
  );
}

function cardDrafts(
  map: MapSource,
  key: string,
  steps: readonly PlacedStep[],
  name: NameId,
  refer: Refer,
): readonly Draft[] {
  const cards = steps.flatMap((step) => placeCards(map, key, step, name));
  const byKey = new Map<string, Id<'card'>>();
  for (const card of cards) {
    if (card.source.key === undefined) continue;
    if (byKey.has(card.source.key)) throw new SourceMistake([...card.path, 'key'], 'two cards have this key');
    byKey.set(card.source.key, card.id);
  }
  const link = (to: string, path: SourcePath) => {
    const found = byKey.get(to);
    if (found === undefined) throw new SourceMistake(path, `no card of this map has the key "${to}"`);
    return found;
  };
  return Object.keys(map.lanes).flatMap((lane) =>
    // Keys run through the whole lane, so that a card keeps its place when steps are joined.
    inOrder(cards.filter((card) => card.lane === lane)).flatMap(([order, card]) => {
      checkSpan(card);
      const place = { lane: name('lane', `${key}-${lane}`), step: card.step.id, order };
      const fields = { ...place, ...cardFields(card.source, card.path, refer, link) };
      return [{ type: 'card', id: card.id, fields, path: card.path } as const, ...commentDrafts(card, name)];
    }),
  );
}

function placeCards(map: MapSource, key: string, step: PlacedStep, name: NameId): readonly PlacedCard[] {
  return Object.entries(step.source.cards ?? {}).flatMap(([lane, cards]) => {
    const path = [...step.path, 'cards', lane];
    const kind = map.lanes[lane]?.kind;
    if (kind === undefined) {
      throw new SourceMistake(path, `there is no lane "${lane}"; known are ${Object.keys(map.lanes).join(', ')}`);
    }
    return cards.map((source, at) => {
      checkKind(source, kind, [...path, at]);
      const cardName = `${key}-${lane}-${step.number}-${at + 1}`;
      return { source, lane, step, name: cardName, id: name('card', cardName), path: [...path, at] };
    });
  });
}

function checkKind(card: CardSource, lane: LaneKind, path: SourcePath): void {
  const kind = CARD_KINDS.find((candidate) => card[candidate] !== undefined);
  const taken = KINDS_OF_LANE[lane];
  if (kind === undefined || taken.includes(kind)) return;
  const what = taken.length === 0 ? 'no cards; say it with "feels"' : taken.join(', ');
  throw new SourceMistake([...path, kind], `a lane of kind ${lane} takes ${what}`);
}

function checkSpan({ source, step, path }: PlacedCard): void {
  if ((source.span ?? 1) <= step.left) return;
  throw new SourceMistake([...path, 'span'], `only ${step.left} steps are left from here`);
}

function feelingDrafts(map: MapSource, key: string, step: PlacedStep, name: NameId, refer: Refer): readonly Draft[] {
  const feelings = Object.entries(step.source.feels ?? {});
  if (feelings.length === 0) return [];
  const path = [...step.path, 'feels'];
  const lane = Object.entries(map.lanes).find(([, { kind }]) => kind === 'emotions')?.[0];
  if (lane === undefined) throw new SourceMistake(path, 'the map has no lane of kind emotions');
  return feelings.map(([who, feeling]) => {
    const persona = refer('persona', who, [...path, who]);
    if (!map.personas?.includes(who)) throw new SourceMistake([...path, who], `"${who}" does not walk this map`);
    return {
      type: 'emotion',
      id: name('emotion', `${key}-${step.number}-${who}`),
      fields: { lane: name('lane', `${key}-${lane}`), step: step.id, persona, ...feelingFields(feeling) },
      path: [...path, who],
    };
  });
}

function feelingFields({ value, word, cause, at, momentOfTruth, assumed, researched }: FeelingSource) {
  return {
    value,
    label: word,
    cause,
    offset: at,
    momentOfTruth,
    evidence: assumed ? 'assumption' : researched ? 'researched' : undefined,
  };
}
