import { BEST_FEELING, type EmotionRecord, WORST_FEELING } from '../records/emotion.ts';
import { roundToHundredths } from '../records/fields.ts';
import type { Id } from '../records/ids.ts';
import { mapOfStep } from '../store/mapParts.ts';
import type { NewFields, Transaction } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { addEntered, changeFields } from './enterFields.ts';
import { needOpenFeelings, needOpenLane } from './locks.ts';
import { addPersonaToMap } from './mapPersonas.ts';
import { addPersona } from './personas.ts';
import { refuse } from './refusal.ts';
import { removeRecords } from './removeRecords.ts';

/** What a key changes a feeling by. */
export const FEELING_STEP = 0.25;

/** What may be said of a feeling besides where it stands. */
export type FeelingFields = Pick<NewFields<'emotion'>, 'label' | 'cause' | 'momentOfTruth' | 'evidence'>;

/** Where a curve point stands: 0 to 1 across its step, -2 to +2 in feeling; brought within these, to hundredths. */
export interface FeelingPlace {
  readonly step?: Id<'step'>;
  readonly offset?: number;
  readonly value?: number;
}

/** A curve point to be added. */
export interface NewFeeling extends FeelingPlace {
  readonly lane: Id<'lane'>;
  readonly step: Id<'step'>;
  /** Whose curve; a name where nobody is known yet and somebody comes with the point. */
  readonly persona: Id<'persona'> | { readonly name: string };
  readonly fields?: FeelingFields;
}

/** Adds a point to somebody's curve; whoever gets one walks on the map from then on. */
export const addFeeling = defineEdit(
  'edit.addFeeling',
  (tx, { lane: id, step, persona: whose, fields = {}, ...place }: NewFeeling): EmotionRecord => {
    const lane = needOpenLane(tx, id);
    if (lane.kind !== 'emotions') refuse('laneTakesNoFeelings', id);
    needStepOf(tx, step, lane.map);
    const persona = typeof whose === 'string' ? whose : addPersona.run(tx, { fields: whose, map: lane.map }).id;
    if (!tx.need(lane.map).personas.includes(persona)) {
      addPersonaToMap.run(tx, { map: lane.map, persona, before: null });
    }
    return addEntered(tx, 'emotion', { ...fields, lane: id, step, persona, ...within(place) });
  },
);

/** Changes what is said of feelings: the word for them, their cause, whether they are moments of truth. */
export const changeFeelings = defineEdit(
  'edit.changeFeelings',
  (tx, { emotions, fields }: { readonly emotions: readonly Id<'emotion'>[]; readonly fields: FeelingFields }) => {
    for (const point of needOpenFeelings(tx, emotions)) changeFields(tx, 'emotion', point.id, fields);
  },
);

/** Moves a curve point up, down or along its map. */
export const moveFeeling = defineEdit(
  'edit.moveFeeling',
  (tx, { emotion, ...place }: FeelingPlace & { readonly emotion: Id<'emotion'> }) => {
    for (const point of needOpenFeelings(tx, [emotion])) {
      if (place.step !== undefined) needStepOf(tx, place.step, tx.need(point.lane).map);
      tx.put({ ...point, ...(place.step === undefined ? {} : { step: place.step }), ...within(place) });
    }
  },
);

/** Moves feelings up or down, as far as the scale goes. */
export const nudgeFeelings = defineEdit(
  'edit.nudgeFeelings',
  (tx, { emotions, by }: { readonly emotions: readonly Id<'emotion'>[]; readonly by: number }) => {
    for (const point of needOpenFeelings(tx, emotions)) tx.put({ ...point, ...within({ value: point.value + by }) });
  },
);

/** Removes points of curves, with their comments. */
export const removeFeelings = defineEdit(
  'edit.removeFeelings',
  (tx, { emotions }: { readonly emotions: readonly Id<'emotion'>[] }) => {
    needOpenFeelings(tx, emotions);
    removeRecords(tx, emotions);
  },
);

function needStepOf(tx: Transaction, step: Id<'step'>, map: Id<'map'>): void {
  tx.need(step);
  if (mapOfStep(tx, step) !== map) refuse('otherMap', step, map);
}

function within({ offset, value }: FeelingPlace): Partial<Pick<EmotionRecord, 'offset' | 'value'>> {
  return {
    ...(offset === undefined ? {} : { offset: roundToHundredths(Math.min(Math.max(offset, 0), 1)) }),
    ...(value === undefined
      ? {}
      : { value: roundToHundredths(Math.min(Math.max(value, WORST_FEELING), BEST_FEELING)) }),
  };
}
