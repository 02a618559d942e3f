import type { ChannelRecord } from '../records/channel.ts';
import type { Id } from '../records/ids.ts';
import type { NewFields } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { changeFields } from './enterFields.ts';
import type { Place } from './place.ts';
import { addToList, moveInList } from './projectLists.ts';
import { removeRecords } from './removeRecords.ts';

/** What may be said of a channel. */
export type ChannelFields = Omit<NewFields<'channel'>, 'order'>;

/** Adds a channel. */
export const addChannel = defineEdit(
  'edit.addChannel',
  (tx, { fields }: { readonly fields: ChannelFields }): ChannelRecord => addToList(tx, 'channel', fields),
);

/** Changes what is said of a channel. */
export const changeChannel = defineEdit(
  'edit.changeChannel',
  (tx, { channel, fields }: { readonly channel: Id<'channel'>; readonly fields: ChannelFields }) =>
    changeFields(tx, 'channel', channel, fields),
);

/** Moves a channel in the list. */
export const moveChannel = defineEdit(
  'edit.moveChannel',
  (tx, { channel, at }: { readonly channel: Id<'channel'>; readonly at: Place<'channel'> }) =>
    moveInList(tx, 'channel', channel, at),
);

/** Removes a channel; cards and personas no longer name it. */
export const removeChannel = defineEdit('edit.removeChannel', (tx, { channel }: { readonly channel: Id<'channel'> }) =>
  removeRecords(tx, [channel]),
);
