import type { StoredAsset } from '../../shared/ipc/projectStore.ts';
import { PICTURE_TYPES } from '../../shared/records/asset.ts';
import { LIMITS } from '../../shared/records/limits.ts';
import { hashBytes } from './hashing.ts';
import { EditRefused } from './workingCopy.ts';

/** Gives a picture back when a document may hold it; throws EditRefused otherwise. */
export function checkPicture(picture: StoredAsset): StoredAsset {
  const { hash, mime, bytes } = picture;
  if (!PICTURE_TYPES.some((type) => type === mime)) throw new EditRefused(`Pictures of type ${mime} are not kept`);
  if (bytes.byteLength > LIMITS.pictureBytes) throw new EditRefused(`The picture has ${bytes.byteLength} bytes`);
  if (hashBytes(bytes) !== hash) throw new EditRefused('The picture does not match its hash');
  return picture;
}
