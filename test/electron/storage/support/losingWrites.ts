import fs, { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { vi } from 'vitest';

/** The least a disk writes at once. */
const SECTOR = 512;

/** What was done to a file: some of its bytes were written, or it was cut. */
type Change = { readonly at: number; readonly bytes: Uint8Array } | { readonly length: number };

/** A file as the disk has it, and what was done to it since it was last made to keep everything. */
interface WatchedFile {
  kept: Uint8Array;
  readonly pending: Change[];
}

/**
 * A disk under SQLite that may lose, at a power cut, what it was not made to keep. It follows the calls of `fs` by
 * which an SQLite in this process writes its files. What a file held when it was first opened counts as kept.
 */
export class LosingWrites {
  readonly #files = new Map<string, WatchedFile>();
  readonly #open = new Map<number, string>();

  /** Follows every file whose path `isWatched` until mocks are restored. */
  constructor(isWatched: (path: string) => boolean) {
    const { openSync, writeSync, ftruncateSync, fsyncSync, closeSync } = fs;
    let isLooking = false;
    vi.spyOn(fs, 'openSync').mockImplementation((path, flags, mode) => {
      // Reading a whole file opens it in the same way.
      if (isLooking || typeof path !== 'string' || !isWatched(path)) return openSync(path, flags, mode);
      isLooking = true;
      if (!this.#files.has(path)) this.#files.set(path, { kept: contentOf(path), pending: [] });
      isLooking = false;
      const file = openSync(path, flags, mode);
      this.#open.set(file, path);
      return file;
    });
    const write = (file: number, bytes: Uint8Array, from: number, length: number, at: number): number => {
      const written = writeSync(file, bytes, from, length, at);
      this.#fileOf(file)?.pending.push({ at, bytes: bytes.slice(from, from + written) });
      return written;
    };
    vi.spyOn(fs, 'writeSync').mockImplementation(write as typeof fs.writeSync);
    vi.spyOn(fs, 'ftruncateSync').mockImplementation((file, length) => {
      ftruncateSync(file, length);
      this.#fileOf(file)?.pending.push({ length: length ?? 0 });
    });
    vi.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
      fsyncSync(file);
      const watched = this.#fileOf(file);
      if (watched === undefined) return;
      watched.kept = changed(watched, () => true);
      watched.pending.length = 0;
    });
    vi.spyOn(fs, 'closeSync').mockImplementation((file) => {
      closeSync(file);
      this.#open.delete(file);
    });
  }

  /**
   * Puts the watched files, as a power cut may leave them now, where `place` says: of what was not kept, the
   * sectors for which `reached` says so have reached the disk.
   */
  layOut(place: (path: string) => string, reached: () => boolean): void {
    for (const [path, file] of this.#files) writeFileSync(place(path), changed(file, reached));
  }

  #fileOf(file: number): WatchedFile | undefined {
    const path = this.#open.get(file);
    return path === undefined ? undefined : this.#files.get(path);
  }
}

function contentOf(path: string): Uint8Array {
  return existsSync(path) ? readFileSync(path) : new Uint8Array(0);
}

function changed({ kept, pending }: WatchedFile, reached: () => boolean): Uint8Array {
  let bytes: Uint8Array = kept.slice();
  for (const change of pending.flatMap(sectorsOf)) {
    if (!reached()) continue;
    if ('length' in change) bytes = ofLength(bytes, change.length);
    else {
      bytes = ofLength(bytes, Math.max(bytes.length, change.at + change.bytes.length));
      bytes.set(change.bytes, change.at);
    }
  }
  return bytes;
}

function ofLength(bytes: Uint8Array, length: number): Uint8Array {
  if (length <= bytes.length) return bytes.subarray(0, length);
  const longer = new Uint8Array(length);
  longer.set(bytes);
  return longer;
}

/** A write as the disk does it. */
function sectorsOf(change: Change): readonly Change[] {
  if ('length' in change) return [change];
  const { at, bytes } = change;
  const sectors: Change[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR));
    sectors.push({ at: at + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return sectors;
}
