import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { LIMITS } from '../../../shared/records/limits.ts';
import { HEADER_BYTES } from '../fileHeader.ts';
import type { LogFrame, LogFrames } from './logFrames.ts';

/** Where a SQLite header names the first page of the list of free pages. */
const FREE_LIST_AT = 32;

/** A log whose transactions SQLite does not all take, and where it lies. */
export interface HidingLog extends LogFrames {
  readonly path: string;
}

/**
 * The pages of a database file whose structure cannot be relied upon. Numbered from 1 as in SQLite's file format, whose
 * integers are big-endian. What a log says of a page comes before what the file says. Nothing here throws for what
 * either says.
 */
export class DatabasePages {
  /** Bytes of a page. */
  readonly size: number;
  readonly count: number;
  readonly #file: number;
  readonly #log: number | null = null;
  readonly #frames: readonly LogFrame[] = [];
  /** The last frame of every page the log has. */
  readonly #latest = new Map<number, LogFrame>();
  readonly #bytes: number;

  /** Opens a file and the log beside it; throws what the system throws. */
  constructor(path: string, size: number, log: HidingLog | null) {
    this.#file = openSync(path, 'r');
    let bytes = fstatSync(this.#file).size;
    if (log !== null && log.pageSize === size) {
      this.#log = openSync(log.path, 'r');
      this.#frames = log.frames;
      for (const frame of log.frames) this.#latest.set(frame.page, frame);
      for (const page of this.#latest.keys()) bytes = Math.max(bytes, Math.min(page * size, LIMITS.documentBytes));
    }
    this.#bytes = bytes;
    this.size = size;
    this.count = Math.ceil(bytes / size);
  }

  close(): void {
    closeSync(this.#file);
    if (this.#log !== null) closeSync(this.#log);
  }

  /** A page's bytes, zeros where the file has been cut off; null when there is no such page. */
  read(number: number): Buffer | null {
    if (number < 1 || number > this.count) return null;
    const frame = this.#latest.get(number);
    return frame === undefined ? this.#readFile(number) : this.#readFrame(frame);
  }

  /** What those pages were before whose last frame is broken, the newest first. */
  *readEarlier(): Generator<Buffer> {
    const broken = [...this.#latest.values()].filter(({ isProven }) => !isProven);
    for (const last of broken) {
      const earlier = this.#frames.filter((frame) => frame.page === last.page && frame !== last);
      for (const frame of earlier.reverse()) yield this.#readFrame(frame);
      if (last.page >= 1 && last.page <= this.count) yield this.#readFile(last.page);
    }
  }

  #readFile(number: number): Buffer {
    const page = Buffer.alloc(this.size);
    readSync(this.#file, page, 0, this.size, (number - 1) * this.size);
    return page;
  }

  #readFrame({ start }: LogFrame): Buffer {
    const page = Buffer.alloc(this.size);
    if (this.#log !== null) readSync(this.#log, page, 0, this.size, start);
    return page;
  }

  /** Bytes of the whole file: no row can be longer. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The pages that hold nothing any more, as far as their list can be followed: what stands in them was deleted. */
  freePages(): ReadonlySet<number> {
    const free = new Set<number>();
    let trunk = this.#readHeader()?.readUInt32BE(FREE_LIST_AT) ?? 0;
    while (trunk !== 0 && !free.has(trunk)) {
      const page = this.read(trunk);
      if (page === null) break;
      free.add(trunk);
      const leaves = Math.min(page.readUInt32BE(4), this.size / 4 - 2);
      for (let at = 0; at < leaves; at += 1) free.add(page.readUInt32BE(8 + at * 4));
      trunk = page.readUInt32BE(0);
    }
    return free;
  }

  #readHeader(): Buffer | null {
    const page = this.read(1);
    return page !== null && page.byteLength >= HEADER_BYTES ? page : null;
  }
}
