import type { NewAsset } from '../../shared/edits/assets.ts';
import { type HeaderFault, judgePicture, type PictureHeader } from '../../shared/exchange/pictureHeader.ts';
import type { PictureType } from '../../shared/records/asset.ts';
import { LIMITS } from '../../shared/records/limits.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import type { Application } from '../application.ts';

/** Why a file did not become a picture of the project. */
export type PictureFault = HeaderFault | 'notKept';

/**
 * Takes a picture into the open document. It is always encoded anew: upright, no larger than `longestSide` pixels,
 * and without what cameras write into photos, such as the place they were taken.
 */
export async function takePicture(
  app: Application,
  file: File,
  longestSide: number,
): Promise<Result<NewAsset, PictureFault>> {
  const handle = app.documents.getState().document?.handle;
  if (handle === undefined) return failure('notKept');
  if (file.size > LIMITS.pictureBytes) return failure('tooLarge');
  // Its own words say how large it will be: a few kilobytes can unfold to more than a window may hold.
  const header = judgePicture(new Uint8Array(await file.arrayBuffer()));
  if (!header.ok) return header;
  const image = await decode(file);
  if (image === null || image.naturalWidth === 0) return failure('notAPicture');
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const width = Math.max(1, Math.round(image.naturalWidth * scale));
  const height = Math.max(1, Math.round(image.naturalHeight * scale));
  const mime = keptType(header.value.type);
  const blob = await encode(image, width, height, mime);
  if (blob === null) return failure('notAPicture');
  const kept = await app.bridge.putAsset(handle, mime, new Uint8Array(await blob.arrayBuffer()));
  return kept.ok ? success({ hash: kept.value, mime, width, height, description: '' }) : failure('notKept');
}

/** Photos stay photos; everything else may have see-through parts. */
function keptType(type: PictureHeader['type']): PictureType {
  return type === 'image/gif' ? 'image/png' : type;
}

async function decode(file: File): Promise<HTMLImageElement | null> {
  const image = new Image();
  const url = URL.createObjectURL(file);
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function encode(image: HTMLImageElement, width: number, height: number, mime: PictureType): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, mime, 0.9));
}
