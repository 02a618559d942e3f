import type { AssetRecord } from '../records/asset.ts';
import type { Id } from '../records/ids.ts';
import { recordsOfType } from '../records/records.ts';
import { defineEdit } from './defineEdit.ts';
import { addEntered, changeFields } from './enterFields.ts';
import { removeRecords } from './removeRecords.ts';

/** A picture whose bytes are kept already. */
export type NewAsset = Pick<AssetRecord, 'hash' | 'mime' | 'width' | 'height' | 'description'>;

/** Adds a picture; one that the project has already is given again, with the words it has. */
export const addAsset = defineEdit('edit.addAsset', (tx, asset: NewAsset): AssetRecord => {
  const known = recordsOfType(tx.records, 'asset').find(({ hash }) => hash === asset.hash);
  return known ?? addEntered(tx, 'asset', asset);
});

/** Says what a picture shows, for those who do not see it. */
export const describeAsset = defineEdit(
  'edit.describeAsset',
  (tx, { asset, description }: { readonly asset: Id<'asset'>; readonly description: string }) =>
    changeFields(tx, 'asset', asset, { description }),
);

/** Removes a picture from the project; cards and personas are left without it. */
export const removeAsset = defineEdit('edit.removeAsset', (tx, { asset }: { readonly asset: Id<'asset'> }) =>
  removeRecords(tx, [asset]),
);
