import { createHash } from 'node:crypto';
import type { FileSystem, OpenFile } from './fileSystem.ts';

/** Bytes moved at once: large enough for network shares, small beside the memory of the process. */
const CHUNK_BYTES = 1024 * 1024;

/** What a copy has seen of its source. */
export interface CopiedBytes {
  readonly sha256: string;
  readonly bytes: number;
}

/** The start of a file that was read before the copy began, and what the copy gets in its place. */
interface FileStart {
  readonly read: Uint8Array;
  readonly write: Uint8Array;
}

/**
 * Copies an open file into a new one and waits for the disk. The hash is of the source's bytes, `start` included.
 * Removes the copy when it fails.
 */
export async function copyToNew(
  fileSystem: FileSystem,
  source: OpenFile,
  target: string,
  mode: number | null,
  start: FileStart = { read: new Uint8Array(0), write: new Uint8Array(0) },
): Promise<CopiedBytes> {
  const copy = await fileSystem.create(target, mode);
  try {
    await writeAll(copy, start.write);
    const read = await hashRest(source, start.read, (chunk) => writeAll(copy, chunk));
    await copy.sync();
    await copy.close();
    return read;
  } catch (error) {
    await copy.close().catch(() => {});
    await fileSystem.remove(target).catch(() => {});
    throw error;
  }
}

/** The hash of a file as the disk gives it back. */
export async function hashFile(fileSystem: FileSystem, path: string): Promise<CopiedBytes> {
  const file = await fileSystem.openToRead(path);
  try {
    return await hashRest(file, new Uint8Array(0), async () => {});
  } finally {
    await file.close();
  }
}

/** Reads until the buffer is full or the file ends; gives the bytes read. */
export async function readFully(file: OpenFile, buffer: Uint8Array): Promise<number> {
  let length = 0;
  for (let more = -1; more !== 0 && length < buffer.byteLength; length += more) {
    more = await file.read(buffer.subarray(length));
  }
  return length;
}

async function hashRest(
  source: OpenFile,
  start: Uint8Array,
  take: (chunk: Uint8Array) => Promise<void>,
): Promise<CopiedBytes> {
  const digest = createHash('sha256').update(start);
  const buffer = new Uint8Array(CHUNK_BYTES);
  let bytes = start.byteLength;
  for (let length = await source.read(buffer); length > 0; length = await source.read(buffer)) {
    const chunk = buffer.subarray(0, length);
    bytes += length;
    const taken = take(chunk);
    // The disk works meanwhile.
    digest.update(chunk);
    await taken;
  }
  return { sha256: digest.digest('hex'), bytes };
}

/** Writes bytes to the end of a file, however many of them it takes at once. */
export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.byteLength; ) {
    const more = await file.write(bytes.subarray(written));
    if (more === 0) throw new Error('The disk takes no more bytes and does not say why');
    written += more;
  }
}
