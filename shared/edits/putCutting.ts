import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import { KINDS_OF_LANE, type LaneRecord } from '../records/lane.ts';
import { STAGE_COLOURS } from '../records/stage.ts';
import { cardsOfCell, laneForKind, mapOfStep, stepsOfMap } from '../store/mapParts.ts';
import type { Transaction } from '../store/transact.ts';
import { pasteCards, putCopies } from './copyCards.ts';
import { type Cutting, cutItems, cutLanes, cutStages, cutSteps, type FeelingClip } from './cutting.ts';
import { defineEdit } from './defineEdit.ts';
import { keepSpans } from './keepSpans.ts';
import { needOpenLane } from './locks.ts';
import { addPersonaToMap } from './mapPersonas.ts';
import { nextColour } from './nextColour.ts';
import { type Place, placeNew } from './place.ts';
import { refuse } from './refusal.ts';
import { needCell } from './seatCards.ts';

/** What was put on a map: what will be selected. */
export type PutThing = Id<'card' | 'emotion' | 'stage' | 'step' | 'lane'>;

/** Where a cutting comes: after the step, stage or lane named, else at the end; cards and feelings in the cell. */
export interface CuttingTarget {
  readonly map: Id<'map'>;
  readonly stage: Id<'stage'> | null;
  readonly step: Id<'step'> | null;
  readonly lane: Id<'lane'> | null;
}

/** A cutting, and where it comes. Persons and pictures it names are of this project already. */
export interface PutCutting extends CuttingTarget {
  readonly cutting: Cutting;
}

/** Puts a part of this or another map on a map. */
export const putCutting = defineEdit('edit.pasteCards', (tx, put: PutCutting): readonly PutThing[] => {
  switch (put.cutting.kind) {
    case 'items':
      return putItems(tx, put);
    case 'steps':
      return putSteps(tx, put);
    case 'stages':
      return putStages(tx, put);
    case 'lanes':
      return putLanes(tx, put);
  }
});

/** Puts a copy of each feeling a quarter of a step further on. */
export const duplicateFeelings = defineEdit(
  'edit.duplicateFeelings',
  (tx, { emotions }: { readonly emotions: readonly Id<'emotion'>[] }): readonly PutThing[] => {
    for (const id of emotions) needOpenLane(tx, tx.need(id).lane);
    const { feelings } = cutItems(tx, [], emotions);
    return feelings.map((clip) => putFeeling(tx, clip, clip.emotion.lane, clip.emotion.step, clip.emotion.persona));
  },
);

/** Puts copies of steps, with what stands in them alone, after the last of them. */
export const duplicateSteps = defineEdit(
  'edit.duplicateSteps',
  (tx, { steps }: { readonly steps: readonly Id<'step'>[] }): readonly PutThing[] => {
    const cutting = cutSteps(tx, steps);
    const last = cutting.steps.at(-1);
    if (last === undefined) return [];
    const map = tx.need(last.stage).map;
    return putSteps(tx, { cutting: withoutWide(tx, cutting), map, stage: last.stage, step: last.id, lane: null });
  },
);

/** Puts copies of stages with their steps, and what stands in these alone, after the last of them. */
export const duplicateStages = defineEdit(
  'edit.duplicateStages',
  (tx, { stages }: { readonly stages: readonly Id<'stage'>[] }): readonly PutThing[] => {
    const cutting = cutStages(tx, stages);
    const last = cutting.stages.at(-1);
    if (last === undefined) return [];
    return putStages(tx, { cutting: withoutWide(tx, cutting), map: last.map, stage: last.id, step: null, lane: null });
  },
);

/** Puts copies of lanes, with what stands in them, below the last of them. */
export const duplicateLanes = defineEdit(
  'edit.duplicateLanes',
  (tx, { lanes }: { readonly lanes: readonly Id<'lane'>[] }): readonly PutThing[] => {
    const cutting = cutLanes(tx, lanes);
    const last = cutting.lanes.at(-1);
    return last === undefined ? [] : putLanes(tx, { cutting, map: last.map, stage: null, step: null, lane: last.id });
  },
);

/** A card that reaches out of the steps will cover their copies by itself. */
function withoutWide(tx: Transaction, cutting: Cutting): Cutting {
  return { ...cutting, clips: cutting.clips.filter(({ card }) => tx.get(card.id)?.span === card.span) };
}

function putItems(tx: Transaction, { cutting, map, step, lane }: PutCutting): readonly PutThing[] {
  const steps = stepsOfMap(tx, map);
  const start = steps.find(({ id }) => id === step) ?? steps[0];
  const { clips, feelings } = cutting;
  if (start === undefined) return refuse('outsideMap');
  const wanted = lane === null ? undefined : tx.need(lane);
  if (wanted !== undefined && wanted.map !== map) return refuse('outsideMap');
  const made: PutThing[] = [];
  const [first] = clips;
  if (first !== undefined) {
    const takesCards = wanted !== undefined && (KINDS_OF_LANE[wanted.kind].length > 0 || feelings.length === 0);
    const seat = takesCards ? wanted : laneForKind(tx, map, first.card.kind);
    const cards = pasteCards.run(tx, { clips, lane: seat?.id ?? refuse('noFittingLane'), step: start.id });
    putArrows(tx, cutting, map, cards);
    made.push(...cards);
  }
  for (const clip of feelings) {
    const river =
      wanted?.kind === 'emotions' ? wanted : (laneLike(tx, map, clip.emotion.lane) ?? refuse('noEmotionLane'));
    const column = Math.min(steps.indexOf(start) + clip.column, steps.length - 1);
    const walks = tx.need(map).personas;
    const persona = walks.includes(clip.emotion.persona) ? clip.emotion.persona : walks[0];
    needOpenLane(tx, river.id);
    made.push(putFeeling(tx, clip, river.id, steps[column]?.id ?? start.id, persona ?? refuse('nobodyWalks')));
  }
  return made;
}

/** The emotion lane a feeling stood in, when it is of this map, else the first there is. */
function laneLike(tx: Transaction, map: Id<'map'>, lane: Id<'lane'>): LaneRecord | undefined {
  const rivers = tx.children(map, 'lane').filter(({ kind }) => kind === 'emotions');
  return rivers.find(({ id }) => id === lane) ?? rivers.find(({ hidden }) => !hidden) ?? rivers[0];
}

/** Adds a feeling; where its curve has a point already, further on by quarters of a step. */
function putFeeling(
  tx: Transaction,
  { emotion }: FeelingClip,
  lane: Id<'lane'>,
  step: Id<'step'>,
  persona: Id<'persona'>,
): Id<'emotion'> {
  const curve = tx.children(lane, 'emotion').filter((point) => point.persona === persona && point.step === step);
  const isFree = (offset: number): boolean => curve.every((point) => Math.abs(point.offset - offset) > 0.05);
  const further = [0, 0.25, 0.5, 0.75, -0.25, -0.5, -0.75, 0.12].map((by) => emotion.offset + by);
  const offset = further.find((each) => each >= 0 && each <= 1 && isFree(each)) ?? emotion.offset;
  const id = tx.newId('emotion');
  tx.put({ ...emotion, id, lane, step, persona, offset: Math.round(offset * 100) / 100 });
  return id;
}

function putSteps(tx: Transaction, put: PutCutting): readonly PutThing[] {
  const { cutting, map, step } = put;
  const stage = put.stage ?? tx.children(map, 'stage').at(-1)?.id ?? refuse('outsideMap');
  if (tx.need(stage).map !== map) return refuse('outsideMap');
  const copies = keepSpans(tx, map, new Set(), () =>
    addSteps(tx, cutting.steps, stage, step === null ? 'last' : { after: step }),
  );
  putColumns(tx, put, copies);
  return copies;
}

function putStages(tx: Transaction, put: PutCutting): readonly PutThing[] {
  const { cutting, map, stage: after } = put;
  const made: Id<'stage'>[] = [];
  const steps = keepSpans(tx, map, new Set(), () => {
    const orders = placeNew(tx, tx.children(map, 'stage'), after === null ? 'last' : { after }, cutting.stages.length);
    return cutting.stages.flatMap((stage, index) => {
      const id = tx.newId('stage');
      const used = tx.children(map, 'stage').map(({ colour }) => colour);
      const colour = used.includes(stage.colour) ? nextColour(STAGE_COLOURS, used) : stage.colour;
      tx.put({ ...stage, id, map, colour, order: orders[index] ?? stage.order });
      made.push(id);
      return addSteps(
        tx,
        cutting.steps.filter((step) => step.stage === stage.id),
        id,
        'last',
      );
    });
  });
  putColumns(tx, put, steps);
  return made;
}

function addSteps(
  tx: Transaction,
  steps: Cutting['steps'],
  stage: Id<'stage'>,
  at: Place<'step'>,
): readonly Id<'step'>[] {
  const orders = placeNew(tx, tx.children(stage, 'step'), at, steps.length);
  return steps.map((step, index) => {
    const id = tx.newId('step');
    tx.put({ ...step, id, stage, order: orders[index] ?? step.order });
    return id;
  });
}

/** Fills new columns with what stood in the old ones: in the same lanes, or in lanes like them. */
function putColumns(tx: Transaction, { cutting, map }: PutCutting, columns: readonly Id<'step'>[]): void {
  const homes = new Map<Id<'lane'>, Id<'lane'>>();
  const homeOf = (lane: Id<'lane'>): Id<'lane'> => {
    const home = homes.get(lane) ?? findHome(tx, map, lane, cutting.lanes);
    homes.set(lane, home);
    return home;
  };
  putContent(tx, cutting, map, homeOf, (column) => columns[column]);
}

/**
 * The lane of a map for what stood in a lane: itself, one of its kind and name, one of its kind, else one like it. In a
 * copy of a project it may have come to hold cards in place of feelings, or the other way round.
 */
function findHome(tx: Transaction, map: Id<'map'>, lane: Id<'lane'>, known: readonly LaneRecord[]): Id<'lane'> {
  const here = tx.children(map, 'lane');
  const own = here.find(({ id }) => id === lane);
  const like = known.find(({ id }) => id === lane);
  const isLike = own !== undefined && (own.kind === 'emotions') === ((like ?? own).kind === 'emotions');
  if (isLike) return own.id;
  if (like === undefined) return refuse('gone', lane);
  const sameKind = here.filter(({ kind }) => kind === like.kind);
  const found = sameKind.find(({ name }) => name.toLowerCase() === like.name.toLowerCase()) ?? sameKind[0];
  return found?.id ?? addLaneLike(tx, map, like, 'last');
}

function addLaneLike(tx: Transaction, map: Id<'map'>, lane: LaneRecord, at: Place<'lane'>): Id<'lane'> {
  const id = tx.newId('lane');
  const [order] = placeNew(tx, tx.children(map, 'lane'), at, 1);
  tx.put({ ...lane, id, map, order: order ?? lane.order, hidden: false, locked: false });
  return id;
}

function putLanes(tx: Transaction, { cutting, map, lane: target }: PutCutting): readonly PutThing[] {
  const copies = new Map<Id<'lane'>, Id<'lane'>>();
  let after = target;
  for (const lane of cutting.lanes) {
    after = addLaneLike(tx, map, lane, after === null ? 'last' : { after });
    copies.set(lane.id, after);
  }
  const steps = stepsOfMap(tx, map).map(({ id }) => id);
  const isHome = (step: Id<'step'>): boolean => tx.get(step) !== undefined && mapOfStep(tx, step) === map;
  putContent(
    tx,
    cutting,
    map,
    (lane) => copies.get(lane) ?? refuse('gone', lane),
    (column, step) => (isHome(step) ? step : steps[Math.min(column, steps.length - 1)]),
  );
  return [...copies.values()];
}

/** Puts copies of cards, feelings and arrows where lanes and columns have come to be. */
function putContent(
  tx: Transaction,
  cutting: Cutting,
  map: Id<'map'>,
  laneOf: (lane: Id<'lane'>) => Id<'lane'>,
  stepOf: (column: number, step: Id<'step'>) => Id<'step'> | undefined,
): void {
  // Feelings first: whoever comes to walk here by them may have cards too.
  for (const clip of cutting.feelings) {
    const { lane, step: was, persona } = clip.emotion;
    const step = stepOf(clip.column, was) ?? refuse('outsideMap');
    if (!tx.need(map).personas.includes(persona)) addPersonaToMap.run(tx, { map, persona, before: null });
    const river = needOpenLane(tx, laneOf(lane));
    putFeeling(tx, clip, river.id, step, persona);
  }
  const columnOf = new Map(cutting.clips.map(({ card, column }) => [card.id, column]));
  const cards = putCopies(
    tx,
    cutting.clips.map(({ card }) => card),
    (card: CardRecord) => {
      const lane = laneOf(card.lane);
      const step = stepOf(columnOf.get(card.id) ?? 0, card.step) ?? refuse('outsideMap');
      needCell(tx, lane, step);
      return { lane, step, order: placeNew(tx, cardsOfCell(tx, lane, step), 'last', 1)[0] ?? card.order };
    },
  );
  putArrows(tx, cutting, map, cards);
}

/** `cards` are the copies of the cutting's cards, in their order. */
function putArrows(tx: Transaction, { clips, arrows }: Cutting, map: Id<'map'>, cards: readonly Id<'card'>[]): void {
  const copyOf = new Map<Id | null, Id<'card'>>(clips.map(({ card }, at) => [card.id, cards[at] ?? card.id]));
  for (const arrow of arrows) {
    const [from, to] = [copyOf.get(arrow.from), copyOf.get(arrow.to)];
    if (from !== undefined && to !== undefined) tx.put({ ...arrow, id: tx.newId('arrow'), map, from, to });
  }
}
