import { type Id, type RecordType, typeOfId } from '../records/ids.ts';
import { duplicateCards } from './copyCards.ts';
import { defineEdit } from './defineEdit.ts';
import { duplicateFeelings, duplicateLanes, duplicateStages, duplicateSteps, type PutThing } from './putCutting.ts';

/** Copies things right beside themselves: whole lanes, stages or steps when one is among them, else cards and feelings. */
export const duplicateThings = defineEdit(
  'edit.duplicateCards',
  (tx, { ids }: { readonly ids: readonly Id[] }): readonly PutThing[] => {
    const [lanes, stages, steps] = [idsOf(ids, 'lane'), idsOf(ids, 'stage'), idsOf(ids, 'step')];
    if (lanes.length > 0) return duplicateLanes.run(tx, { lanes });
    if (stages.length > 0) return duplicateStages.run(tx, { stages });
    if (steps.length > 0) return duplicateSteps.run(tx, { steps });
    return [
      ...duplicateCards.run(tx, { cards: idsOf(ids, 'card') }),
      ...duplicateFeelings.run(tx, { emotions: idsOf(ids, 'emotion') }),
    ];
  },
);

function idsOf<Type extends RecordType>(ids: readonly Id[], type: Type): readonly Id<Type>[] {
  return ids.filter((id): id is Id<Type> => typeOfId(id) === type);
}
