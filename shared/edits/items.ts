import type { Id } from '../records/ids.ts';
import { removeCards } from './cards.ts';
import { defineEdit } from './defineEdit.ts';
import { removeFeelings } from './emotions.ts';

/** Removes cards and feelings together: what stands in the cells of a map, whatever it is. */
export const removeItems = defineEdit(
  'edit.removeItems',
  (tx, { cards, emotions }: { readonly cards: readonly Id<'card'>[]; readonly emotions: readonly Id<'emotion'>[] }) => {
    removeCards.run(tx, { cards });
    removeFeelings.run(tx, { emotions });
  },
);
