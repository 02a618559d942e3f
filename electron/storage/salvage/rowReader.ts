import { LIMITS } from '../../../shared/records/limits.ts';
import type { DatabasePages } from './databasePages.ts';

/** A value of a row; numbers are of no use here and stay unread. */
export type RowValue = string | Uint8Array | null;

/** A row as it lies in its page: where it begins and what its header says of its columns. */
export interface RowPlace {
  readonly page: Buffer;
  /** Where the row begins in the page: its header. */
  readonly start: number;
  readonly headerBytes: number;
  /** SQLite's serial type of each column. */
  readonly columns: readonly number[];
  /** Bytes of the whole row. */
  readonly bytes: number;
}

/** The longest row of a project: a picture with its hash and type. */
const MOST_ROW_BYTES = LIMITS.pictureBytes + 1_000;

/** More columns than any table of a project has. */
const MOST_COLUMNS = 8;

/** Bytes of the numbers 0 to 9 of SQLite's serial types; 10 and 11 are never stored. */
const NUMBER_BYTES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

/** A whole number of one to nine bytes, and where it ends; null when it goes beyond the page or beyond reason. */
export function readVarint(page: Buffer, start: number): { readonly value: number; readonly end: number } | null {
  let value = 0;
  for (let at = start; at < start + 8 && at < page.byteLength; at += 1) {
    const byte = page[at] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return null;
}

/** Reads the header of a row that may begin here; null when none of ours does. */
export function readRowPlace(page: Buffer, start: number): RowPlace | null {
  const header = readVarint(page, start);
  if (header === null || header.value > 4 + MOST_COLUMNS * 5) return null;
  const end = start + header.value;
  if (end > page.byteLength) return null;
  const columns: number[] = [];
  let bytes = header.value;
  let at = header.end;
  while (at < end) {
    const column = readVarint(page, at);
    if (column === null || columns.length === MOST_COLUMNS) return null;
    const length = lengthOf(column.value);
    if (length === null) return null;
    columns.push(column.value);
    bytes += length;
    at = column.end;
  }
  if (at !== end || columns.length === 0 || bytes > MOST_ROW_BYTES) return null;
  return { page, start, headerBytes: header.value, columns, bytes };
}

/** The values of a row, with zeros where a part of it cannot be found any more. */
export function readRow(pages: DatabasePages, place: RowPlace): readonly RowValue[] {
  const bytes = readRowBytes(pages, place);
  const values: RowValue[] = [];
  let at = place.headerBytes;
  for (const column of place.columns) {
    const length = lengthOf(column) ?? 0;
    const value = bytes.subarray(at, at + length);
    at += length;
    if (column < 12) values.push(null);
    else values.push(column % 2 === 0 ? value : value.toString('utf8'));
  }
  return values;
}

function lengthOf(column: number): number | null {
  if (column >= 12) return Math.floor((column - 12) / 2);
  return NUMBER_BYTES[column] ?? null;
}

/** A row's bytes: what lies in its page, then what lies in overflow pages, each of which names the next. */
function readRowBytes(pages: DatabasePages, { page, start, bytes }: RowPlace): Buffer {
  const row = Buffer.alloc(Math.min(bytes, pages.bytes));
  const local = localBytes(bytes, pages.size);
  let written = page.copy(row, 0, start, start + local);
  if (bytes === local || start + local + 4 > page.byteLength) return row;
  let next = page.readUInt32BE(start + local);
  while (written < row.byteLength) {
    const overflow = pages.read(next);
    if (overflow === null) break;
    written += overflow.copy(row, written, 4);
    next = overflow.readUInt32BE(0);
  }
  return row;
}

/** How many bytes of a row stand in its own page: "Cell Payload Overflow Pages" of SQLite's file format, for indexes. */
function localBytes(bytes: number, pageSize: number): number {
  const most = Math.floor(((pageSize - 12) * 64) / 255) - 23;
  if (bytes <= most) return bytes;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const local = least + ((bytes - least) % (pageSize - 4));
  return local <= most ? local : least;
}
