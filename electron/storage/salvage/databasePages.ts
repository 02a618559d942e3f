import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { HEADER_BYTES } from '../fileHeader.ts';

/** Where a SQLite header names the first page of the list of free pages. */
const FREE_LIST_AT = 32;

/**
 * The pages of a database file whose structure cannot be relied upon. Numbered from 1 as in SQLite's file format, whose
 * integers are big-endian. Nothing here throws for what the file says.
 */
export class DatabasePages {
  /** Bytes of a page. */
  readonly size: number;
  readonly count: number;
  readonly #file: number;
  readonly #bytes: number;

  /** Opens a file; throws what the system throws. */
  constructor(path: string, size: number) {
    this.#file = openSync(path, 'r');
    this.#bytes = fstatSync(this.#file).size;
    this.size = size;
    this.count = Math.ceil(this.#bytes / size);
  }

  close(): void {
    closeSync(this.#file);
  }

  /** A page's bytes, zeros where the file has been cut off; null when there is no such page. */
  read(number: number): Buffer | null {
    if (number < 1 || number > this.count) return null;
    const page = Buffer.alloc(this.size);
    readSync(this.#file, page, 0, this.size, (number - 1) * this.size);
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
