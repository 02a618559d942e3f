import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import { CURRENT_SCHEMA } from '../../shared/records/migrations.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { APPLICATION_ID } from './schema.ts';

/** Bytes of a SQLite header. */
export const HEADER_BYTES = 100;

/** "Write version" and "read version", both 1 for a rollback journal and 2 for WAL. */
export const JOURNAL_BYTES = [18, 19] as const;

const MAGIC = 'SQLite format 3\0';
const UTF_8 = 1;

/** What the header says of a file that may be read on. */
export interface FileHeader {
  readonly schema: number;
  /** The file was last written in WAL mode: SQLite would look for sidecars beside it. */
  readonly walMode: boolean;
}

/**
 * Judges a file by its first 100 bytes and its size, before SQLite sees a byte of it. Offsets as in "The Database
 * Header" of SQLite's file format, whose integers are big-endian. With sidecars the size may still be another one.
 */
export function checkHeader(
  bytes: Uint8Array,
  size: number,
  how = { withSidecars: false },
): Result<FileHeader, OpenFault> {
  if (size === 0) return failure({ code: 'empty' });
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What a power cut leaves of a file that was not synced.
  if (header.every((byte) => byte === 0)) return damaged('The file begins with nothing but zeros');
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return failure({ code: 'notAProject' });
  if (header.length < HEADER_BYTES) return damaged('The file ends within its header');
  if (header.readInt32BE(68) !== APPLICATION_ID) return failure({ code: 'notAProject' });
  const schema = header.readInt32BE(60);
  if (schema > CURRENT_SCHEMA) return failure({ code: 'newerSchema', schema, known: CURRENT_SCHEMA });
  if (schema < 1) return damaged(`The header names schema ${schema}`);
  const layoutFault = findLayoutFault(header) ?? (how.withSidecars ? undefined : findSizeFault(header, size));
  if (layoutFault !== undefined) return damaged(layoutFault);
  return success({ schema, walMode: header[JOURNAL_BYTES[0]] === 2 });
}

/** What a header still says when the file around it is damaged; nothing of it is proven. */
export interface HeaderRemains {
  /** It names this kind of file. */
  readonly isProject: boolean;
  readonly schema: number;
  /** Null when it names a size no page can have. */
  readonly pageSize: number | null;
}

/** Reads what a damaged header still says. */
export function readRemains(bytes: Uint8Array): HeaderRemains {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageSize = pageSizeOf(header);
  return {
    isProject: header.readInt32BE(68) === APPLICATION_ID,
    schema: header.readInt32BE(60),
    pageSize: isPageSize(pageSize) ? pageSize : null,
  };
}

function isPageSize(size: number): boolean {
  return size >= 512 && (size & (size - 1)) === 0;
}

function findLayoutFault(header: Buffer): string | undefined {
  const pageSize = pageSizeOf(header);
  if (!isPageSize(pageSize)) return `The header names pages of ${pageSize} bytes`;
  const [write, read] = JOURNAL_BYTES.map((offset) => header[offset]);
  if (write !== read || (write !== 1 && write !== 2)) return `The header names journal kinds ${write} and ${read}`;
  if (header[20] !== 0) return 'The header reserves bytes of every page';
  if (header[21] !== 64 || header[22] !== 32 || header[23] !== 32) return 'The header names unknown payload fractions';
  if (header.readUInt32BE(56) !== UTF_8) return 'The text is not UTF-8';
  return undefined;
}

function findSizeFault(header: Buffer, size: number): string | undefined {
  const pageSize = pageSizeOf(header);
  if (size % pageSize !== 0) return `The file has ${size} bytes, which is no whole number of pages`;
  const pages = header.readUInt32BE(28);
  // The page count counts only when it was written by the last change (equal change counters).
  const isCounted = pages > 0 && header.readUInt32BE(24) === header.readUInt32BE(92);
  if (isCounted && pages * pageSize !== size) return `The file has ${size / pageSize} pages instead of ${pages}`;
  return undefined;
}

/** Two bytes cannot hold 65,536, so that 1 stands for it. */
function pageSizeOf(header: Buffer): number {
  const written = header.readUInt16BE(16);
  return written === 1 ? 65_536 : written;
}

function damaged(detail: string): Result<never, OpenFault> {
  return failure({ code: 'damaged', detail });
}
