import { createHash } from 'node:crypto';
import type { StoredAsset } from '../../shared/ipc/projectStore.ts';

/** A picture's bytes with what its record says about them; width and height in pixels. */
export interface Picture extends StoredAsset {
  readonly width: number;
  readonly height: number;
}

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Where the width begins: after the signature and the length and name of the first chunk, IHDR (PNG, 11.2.1). */
const WIDTH_AT = 16;

/** Reads a PNG's hash and size; undefined when the bytes are none. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const buffer = Buffer.from(bytes);
  if (buffer.length < WIDTH_AT + 8 || !buffer.subarray(0, PNG_START.length).equals(PNG_START)) return undefined;
  return {
    hash: createHash('sha256').update(buffer).digest('hex'),
    mime: 'image/png',
    bytes: buffer,
    width: buffer.readUInt32BE(WIDTH_AT),
    height: buffer.readUInt32BE(WIDTH_AT + 4),
  };
}
