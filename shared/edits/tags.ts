import type { Id } from '../records/ids.ts';
import type { TagRecord } from '../records/tag.ts';
import type { NewFields } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { changeFields } from './enterFields.ts';
import type { Place } from './place.ts';
import { addToList, moveInList } from './projectLists.ts';
import { removeRecords } from './removeRecords.ts';

/** What may be said of a tag. */
export type TagFields = Omit<NewFields<'tag'>, 'order'>;

/** Adds a tag. */
export const addTag = defineEdit(
  'edit.addTag',
  (tx, { fields }: { readonly fields: TagFields }): TagRecord => addToList(tx, 'tag', fields),
);

/** Changes what is said of a tag. */
export const changeTag = defineEdit(
  'edit.changeTag',
  (tx, { tag, fields }: { readonly tag: Id<'tag'>; readonly fields: TagFields }) =>
    changeFields(tx, 'tag', tag, fields),
);

/** Moves a tag in the list. */
export const moveTag = defineEdit(
  'edit.moveTag',
  (tx, { tag, at }: { readonly tag: Id<'tag'>; readonly at: Place<'tag'> }) => moveInList(tx, 'tag', tag, at),
);

/** Removes a tag; cards no longer name it. */
export const removeTag = defineEdit('edit.removeTag', (tx, { tag }: { readonly tag: Id<'tag'> }) =>
  removeRecords(tx, [tag]),
);
