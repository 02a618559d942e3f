import { roundToHundredths } from '../records/fields.ts';
import type { Id } from '../records/ids.ts';
import { STEP_WIDTH } from '../records/limits.ts';
import type { StepRecord } from '../records/step.ts';
import { defineEdit } from './defineEdit.ts';
import { addEntered, changeFields } from './enterFields.ts';
import { keepSpans } from './keepSpans.ts';
import { type Place, placeMoved, placeOne } from './place.ts';
import { refuse } from './refusal.ts';
import { type CardsOfRemoved, removeSteps } from './removeSteps.ts';

/** A step to be added. */
export interface NewStep {
  readonly stage: Id<'stage'>;
  readonly at: Place<'step'>;
  readonly name: string;
}

/** Adds a step to a stage. A card that spans over the place covers it too. */
export const addStep = defineEdit(
  'edit.addStep',
  (tx, { stage, at, name }: NewStep): StepRecord =>
    keepSpans(tx, tx.need(stage).map, new Set(), () =>
      addEntered(tx, 'step', { stage, order: placeOne(tx, tx.children(stage, 'step'), at), name }),
    ),
);

/** Names a step. */
export const renameStep = defineEdit(
  'edit.renameStep',
  (tx, { step, name }: { readonly step: Id<'step'>; readonly name: string }) =>
    changeFields(tx, 'step', step, { name }),
);

/** Makes a step wider or narrower: px at 100 %, brought within the limits. */
export const setStepWidth = defineEdit(
  'edit.setStepWidth',
  (tx, { step, width }: { readonly step: Id<'step'>; readonly width: number }) =>
    changeFields(tx, 'step', step, {
      width: roundToHundredths(Math.min(Math.max(width, STEP_WIDTH.least), STEP_WIDTH.most)),
    }),
);

/** Moves a step, with all that stands in it, within its stage or to another stage of its map. */
export const moveStep = defineEdit(
  'edit.moveStep',
  (
    tx,
    { step: id, stage, at }: { readonly step: Id<'step'>; readonly stage: Id<'stage'>; readonly at: Place<'step'> },
  ) => {
    const step = tx.need(id);
    const { map } = tx.need(stage);
    if (tx.need(step.stage).map !== map) refuse('otherMap', stage);
    keepSpans(tx, map, new Set([id]), () => {
      const [order] = placeMoved(tx, tx.children(stage, 'step'), at, [step]);
      tx.put({ ...step, stage, order: order ?? step.order });
    });
  },
);

/** Removes a step; what stands in it goes with it or moves aside. */
export const removeStep = defineEdit(
  'edit.removeStep',
  (tx, { step, cards }: { readonly step: Id<'step'>; readonly cards: CardsOfRemoved }) =>
    removeSteps(tx, tx.need(tx.need(step).stage).map, [step], cards),
);
