import type { Id } from '../records/ids.ts';
import type { SourceRecord } from '../records/source.ts';
import type { NewFields } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { changeFields } from './enterFields.ts';
import type { Place } from './place.ts';
import { addToList, moveInList } from './projectLists.ts';
import { removeRecords } from './removeRecords.ts';

/** What may be said of a source of evidence. */
export type SourceFields = Omit<NewFields<'source'>, 'order'>;

/** Adds a source of evidence. */
export const addSource = defineEdit(
  'edit.addSource',
  (tx, { fields }: { readonly fields: SourceFields }): SourceRecord => addToList(tx, 'source', fields),
);

/** Changes what is said of a source. */
export const changeSource = defineEdit(
  'edit.changeSource',
  (tx, { source, fields }: { readonly source: Id<'source'>; readonly fields: SourceFields }) =>
    changeFields(tx, 'source', source, fields),
);

/** Moves a source in the list. */
export const moveSource = defineEdit(
  'edit.moveSource',
  (tx, { source, at }: { readonly source: Id<'source'>; readonly at: Place<'source'> }) =>
    moveInList(tx, 'source', source, at),
);

/** Removes a source; cards no longer name it. */
export const removeSource = defineEdit('edit.removeSource', (tx, { source }: { readonly source: Id<'source'> }) =>
  removeRecords(tx, [source]),
);
