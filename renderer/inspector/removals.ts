import { removeCards } from '../../shared/edits/cards.ts';
import { type Consequences, consequencesOf } from '../../shared/edits/consequences.ts';
import { defineEdit, type EditVerb } from '../../shared/edits/defineEdit.ts';
import { removeFeelings } from '../../shared/edits/emotions.ts';
import { removeLane } from '../../shared/edits/lanes.ts';
import { removeStage } from '../../shared/edits/stages.ts';
import { removeStep } from '../../shared/edits/steps.ts';
import { type Id, type RecordType, typeOfId } from '../../shared/records/ids.ts';
import type { Records } from '../../shared/records/records.ts';
import type { Selectable } from '../editing/place.ts';

/** Removals make no records, so what ids would look like does not matter. */
const TRIAL = { randomText: (length: number) => 'x'.repeat(length), now: () => 0 };

/** What an edit would take away and change, besides the record it is asked for; null when it would be refused. */
export function tryEdit<Input, Value>(
  records: Records,
  verb: EditVerb<Input, Value>,
  input: Input,
): Consequences | null {
  const tried = consequencesOf(records, TRIAL, verb, input);
  return tried.ok ? tried.value : null;
}

/** The ids of one type among those selected. */
export function selectedOf<Type extends RecordType>(selection: readonly Id[], type: Type): readonly Id<Type>[] {
  return selection.filter((id): id is Id<Type> => typeOfId(id) === type);
}

/** Removes everything selected as one edit, with what stands in it. */
export const removeSelected = defineEdit('edit.removeCards', (tx, { ids }: { readonly ids: readonly Selectable[] }) => {
  removeCards.run(tx, { cards: selectedOf(ids, 'card') });
  removeFeelings.run(tx, { emotions: selectedOf(ids, 'emotion') });
  for (const lane of selectedOf(ids, 'lane')) removeLane.run(tx, { lane, cards: 'delete' });
  for (const stage of selectedOf(ids, 'stage')) removeStage.run(tx, { stage, cards: 'delete' });
  // A step that went with its stage needs no removal of its own.
  for (const step of selectedOf(ids, 'step')) {
    if (tx.get(step) !== undefined) removeStep.run(tx, { step, cards: 'delete' });
  }
});
