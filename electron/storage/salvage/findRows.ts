import type { DatabasePages } from './databasePages.ts';
import { type RowPlace, type RowValue, readRow, readRowPlace, readVarint } from './rowReader.ts';

/** Kinds of pages that hold rows of a table without row numbers, with the bytes of their header and of a cell's child. */
const PAGE_KINDS: Readonly<Record<number, { readonly header: number; readonly child: number }>> = {
  2: { header: 12, child: 4 },
  10: { header: 8, child: 0 },
};

/** How the header of a `record` row ends: the serial type of a text of 64 bytes, its hash. */
const END_OF_RECORD_HEADER = Buffer.from([0x81, 0x0d]);

/** The columns of the table `record`, and the shortest and longest header such a row can have. */
const RECORD_COLUMNS = 6;
const RECORD_HEADER = { least: 8, most: 16 } as const;

/**
 * Gives the rows of a file that have one of these numbers of columns, page by page, wherever the tree of tables that
 * should lead to them is broken. Pages that were given back are left out: what stands there was deleted.
 */
export function* findRows(pages: DatabasePages, columns: readonly number[]): Generator<readonly RowValue[]> {
  const free = pages.freePages();
  for (let number = 1; number <= pages.count; number += 1) {
    const page = free.has(number) ? null : pages.read(number);
    if (page === null) continue;
    for (const place of rowPlaces(page)?.places ?? []) {
      if (columns.includes(place.columns.length)) yield readRow(pages, place);
    }
  }
}

/** Gives the rows that pages had before they were broken in a log, of records alone and the newest first. */
export function* findEarlierRecords(pages: DatabasePages): Generator<readonly RowValue[]> {
  for (const page of pages.readEarlier()) {
    for (const place of rowPlaces(page)?.places ?? []) {
      if (place.columns.length === RECORD_COLUMNS) yield readRow(pages, place);
    }
  }
}

/**
 * Gives what looks like rows of records in pages that do not say any more where their rows begin. What was deleted
 * inside such a page may be among them.
 */
export function* findLooseRecords(pages: DatabasePages): Generator<readonly RowValue[]> {
  const free = pages.freePages();
  for (let number = 1; number <= pages.count; number += 1) {
    const page = free.has(number) ? null : pages.read(number);
    if (page === null || rowPlaces(page)?.isWhole) continue;
    for (const place of loosePlaces(page)) yield readRow(pages, place);
  }
}

/** Where the rows of a page begin, as it says itself; null when it is no page of rows. */
function rowPlaces(page: Buffer): { readonly places: readonly RowPlace[]; readonly isWhole: boolean } | null {
  const kind = PAGE_KINDS[page[0] ?? 0];
  if (kind === undefined) return null;
  const count = page.readUInt16BE(3);
  const places: RowPlace[] = [];
  for (let cell = 0; cell < count; cell += 1) {
    const pointer = kind.header + cell * 2;
    if (pointer + 2 > page.byteLength) break;
    const bytes = readVarint(page, page.readUInt16BE(pointer) + kind.child);
    const place = bytes === null ? null : readRowPlace(page, bytes.end);
    if (place !== null && place.bytes === bytes?.value) places.push(place);
  }
  return { places, isWhole: places.length === count };
}

function* loosePlaces(page: Buffer): Generator<RowPlace> {
  let at = page.indexOf(END_OF_RECORD_HEADER);
  for (; at !== -1; at = page.indexOf(END_OF_RECORD_HEADER, at + 1)) {
    const end = at + END_OF_RECORD_HEADER.byteLength;
    for (let length: number = RECORD_HEADER.least; length <= RECORD_HEADER.most; length += 1) {
      if (page[end - length] !== length) continue;
      const place = readRowPlace(page, end - length);
      if (place?.columns.length === RECORD_COLUMNS) yield place;
    }
  }
}
