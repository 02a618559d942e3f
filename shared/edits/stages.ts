import type { Id } from '../records/ids.ts';
import { STAGE_COLOURS, type StageColour, type StageRecord } from '../records/stage.ts';
import type { StepRecord } from '../records/step.ts';
import type { NewFields, Transaction } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { addEntered, changeFields } from './enterFields.ts';
import { keepSpans } from './keepSpans.ts';
import { nextColour } from './nextColour.ts';
import { type Place, placeMoved, placeNew, placeOne } from './place.ts';
import { refuse } from './refusal.ts';
import { removeRecords } from './removeRecords.ts';
import { type CardsOfRemoved, removeSteps } from './removeSteps.ts';

/** A stage to be added; it begins with one step. */
export interface NewStage {
  readonly map: Id<'map'>;
  readonly at: Place<'stage'>;
  readonly name: string;
  readonly stepName: string;
}

/** Adds a stage with a first step and the next colour. A card that spans over the place covers the step too. */
export const addStage = defineEdit('edit.addStage', (tx, { map, at, name, stepName }: NewStage) => {
  tx.need(map);
  return keepSpans(tx, map, new Set(), () => {
    const stage = addNamedStage(tx, map, at, name);
    const step = addEntered(tx, 'step', { stage: stage.id, order: placeOne(tx, [], 'first'), name: stepName });
    return { stage, step };
  });
});

/** Names a stage. */
export const renameStage = defineEdit(
  'edit.renameStage',
  (tx, { stage, name }: { readonly stage: Id<'stage'>; readonly name: string }) =>
    changeFields(tx, 'stage', stage, { name }),
);

/** Changes a stage's goal or colour. */
export const changeStage = defineEdit(
  'edit.changeStage',
  (
    tx,
    { stage, fields }: { readonly stage: Id<'stage'>; readonly fields: Pick<NewFields<'stage'>, 'goal' | 'colour'> },
  ) => changeFields(tx, 'stage', stage, fields),
);

/** Gives stages a colour, all the same. */
export const colourStages = defineEdit(
  'edit.changeStage',
  (tx, { stages, colour }: { readonly stages: readonly Id<'stage'>[]; readonly colour: StageColour }) => {
    for (const stage of stages) changeFields(tx, 'stage', stage, { colour });
  },
);

/** Moves a stage with its steps and all that stands in them to another place of its map. */
export const moveStage = defineEdit(
  'edit.moveStage',
  (tx, { stage: id, at }: { readonly stage: Id<'stage'>; readonly at: Place<'stage'> }) => {
    const stage = tx.need(id);
    const steps = new Set(tx.children(id, 'step').map((step) => step.id));
    keepSpans(tx, stage.map, steps, () => {
      const [order] = placeMoved(tx, tx.children(stage.map, 'stage'), at, [stage]);
      tx.put({ ...stage, order: order ?? stage.order });
    });
  },
);

/** Makes a stage of its own, with the next colour, of a step and those after it in its stage. */
export const splitStage = defineEdit(
  'edit.splitStage',
  (tx, { step: id, name }: { readonly step: Id<'step'>; readonly name: string }): StageRecord => {
    const { stage: from } = tx.need(id);
    const steps = tx.children(from, 'step');
    const at = steps.findIndex((step) => step.id === id);
    if (at === 0) return refuse('nothingToSplit', from);
    const stage = addNamedStage(tx, tx.need(from).map, { after: from }, name);
    moveSteps(tx, steps.slice(at), stage.id);
    return stage;
  },
);

/** Removes a stage with its steps; what stands in them goes with it or moves aside. */
export const removeStage = defineEdit(
  'edit.removeStage',
  (tx, { stage: id, cards }: { readonly stage: Id<'stage'>; readonly cards: CardsOfRemoved }) => {
    const { map } = tx.need(id);
    const steps = tx.children(id, 'step').map((step) => step.id);
    removeSteps(tx, map, steps, cards);
    removeRecords(tx, [id]);
  },
);

function addNamedStage(tx: Transaction, map: Id<'map'>, at: Place<'stage'>, name: string): StageRecord {
  const stages = tx.children(map, 'stage');
  const colour = nextColour(
    STAGE_COLOURS,
    stages.map((stage) => stage.colour),
  );
  return addEntered(tx, 'stage', { map, order: placeOne(tx, stages, at), name, colour });
}

function moveSteps(tx: Transaction, steps: readonly StepRecord[], stage: Id<'stage'>): void {
  const orders = placeNew(tx, tx.children(stage, 'step'), 'last', steps.length);
  steps.forEach((step, at) => {
    tx.put({ ...step, stage, order: orders[at] ?? step.order });
  });
}
