import { LIMITS } from '../records/limits.ts';
import { failure, type Result, success } from '../util/result.ts';

/** What the first bytes of a picture say of it. */
export interface PictureHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Why bytes cannot become a picture of a project: no known format, or beyond a limit. */
export type HeaderFault = 'notAPicture' | 'tooLarge' | 'tooManyPixels' | 'tooLongSide';

/** Judges the bytes of a whole picture by its length and header, before anything is decoded. */
export function judgePicture(bytes: Uint8Array): Result<PictureHeader, HeaderFault> {
  if (bytes.length > LIMITS.pictureBytes) return failure('tooLarge');
  const header = readPictureHeader(bytes);
  if (header === null || header.width < 1 || header.height < 1) return failure('notAPicture');
  const { width, height } = header;
  if (width > LIMITS.pictureSide || height > LIMITS.pictureSide) return failure('tooLongSide');
  return width * height > LIMITS.picturePixels ? failure('tooManyPixels') : success(header);
}

/** Reads format and size of a PNG, JPEG, WebP or GIF; null for anything else. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return readPng(view);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return readJpeg(view);
  if (textAt(view, 0, 4) === 'GIF8') return readGif(view);
  return textAt(view, 0, 4) === 'RIFF' && textAt(view, 8, 4) === 'WEBP' ? readWebp(view) : null;
}

function startsWith(bytes: Uint8Array, begin: readonly number[]): boolean {
  return begin.every((byte, at) => bytes[at] === byte);
}

function textAt(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) return '';
  return String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));
}

function readPng(view: DataView): PictureHeader | null {
  if (view.byteLength < 24 || textAt(view, 12, 4) !== 'IHDR') return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function readGif(view: DataView): PictureHeader | null {
  if (view.byteLength < 10) return null;
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** The size stands in the frame header (SOF), behind any number of other segments. */
function readJpeg(view: DataView): PictureHeader | null {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // 0xff may be repeated as padding; C4, C8 and CC are tables, not frames.
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else if ((marker >= 0xd0 && marker <= 0xd8) || marker === 0x01) at += 2;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

/** Three forms: lossy (VP8), lossless (VP8L) and extended (VP8X), each with its own header. */
function readWebp(view: DataView): PictureHeader | null {
  if (view.byteLength < 30) return null;
  const type = 'image/webp';
  switch (textAt(view, 12, 4)) {
    case 'VP8 ':
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { type, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
