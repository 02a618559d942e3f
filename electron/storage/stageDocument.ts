import { join } from 'node:path';
import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import { LIMITS } from '../../shared/records/limits.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { type CopiedBytes, copyToNew, readFully } from './fileCopy.ts';
import { checkHeader, HEADER_BYTES, JOURNAL_BYTES } from './fileHeader.ts';
import { sameStamp } from './fileStamp.ts';
import {
  errorCode,
  type FileStat,
  type FileSystem,
  isAway,
  isFolderThere,
  isMissing,
  isNameTooLong,
  statIfThere,
} from './fileSystem.ts';
import type { StoreFolders } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';

/** A project file as it was read: a private copy that has passed the inspection. */
export interface StagedDocument {
  /** Where the file really is. */
  readonly realPath: string;
  /** The private copy; whoever asked for it moves or removes it. */
  readonly copy: string;
  /** Hash of the file's own bytes, which the copy need not have to the last one. */
  readonly sha256: string;
  readonly stat: FileStat;
  /** When the file was looked at, in milliseconds since 1970. */
  readonly seenAt: number;
  readonly seal: Seal;
  /** Whether another program had left changes beside the file, and whether they could be used. */
  readonly sidecar: Sidecar;
}

/** What was made of `-wal` or `-journal` files beside a document. */
export type Sidecar = 'none' | 'recovered' | 'ignored';

/** What SQLite puts beside a file it writes. */
export const SIDECAR_SUFFIXES = ['-wal', '-journal'] as const;

/** How often a file that changes under the reading is read again, and the pause between in milliseconds. */
const ATTEMPTS = 4;
const PAUSE = 300;

interface CopyOfFile extends CopiedBytes {
  readonly stat: FileStat;
  readonly seenAt: number;
}

/**
 * Reads a project file into the staging folder and has it inspected. The file itself is only ever read, and SQLite
 * meets nothing but the copy. Nothing is left in the folder unless the answer is a success.
 */
export async function stageDocument(
  parts: StoreParts,
  path: string,
  { staging, history }: Pick<StoreFolders, 'staging' | 'history'>,
): Promise<Result<StagedDocument, OpenFault>> {
  const copy = join(staging, `${parts.randomText(16)}.meander`);
  try {
    const realPath = await parts.fileSystem.realPath(path);
    const staged = await stageRealPath(parts, history, realPath, copy);
    if (!staged.ok) await removeCopy(parts.fileSystem, copy);
    return staged;
  } catch (error) {
    await removeCopy(parts.fileSystem, copy).catch(() => {});
    const isLost = isMissing(error) && !(await isFolderThere(parts.fileSystem, path));
    return failure(isLost ? { code: 'away' } : faultOfReading(error));
  }
}

async function stageRealPath(
  parts: StoreParts,
  history: StoreFolders['history'],
  realPath: string,
  copy: string,
): Promise<Result<StagedDocument, OpenFault>> {
  const { fileSystem, inspector } = parts;
  const sidecars = await findSidecars(fileSystem, realPath);
  if (sidecars.length > 0) {
    const recovered = await stageWithSidecars(parts, realPath, copy, sidecars);
    if (recovered !== null) return recovered;
    await removeCopy(fileSystem, copy);
  }
  const copied = await copySteadily(parts, realPath, copy);
  if (!copied.ok) return copied;
  await history.complete(realPath, copy);
  const seal = await inspector.inspect({ path: copy, recover: false, salvageTo: null, judged: null });
  if (!seal.ok) return seal;
  const sidecar = sidecars.length > 0 ? 'ignored' : 'none';
  return success({ realPath, copy, ...copied.value, seal: seal.value.seal, sidecar });
}

/** Verdicts of an inspector that has not looked. */
const NOT_LOOKED: readonly OpenFault['code'][] = ['notChecked', 'cancelled'];

/** The document with what its sidecars hold; null when that is no whole document. */
async function stageWithSidecars(
  parts: StoreParts,
  realPath: string,
  copy: string,
  sidecars: readonly string[],
): Promise<Result<StagedDocument, OpenFault> | null> {
  const copied = await copySteadily(parts, realPath, copy, { withSidecars: true });
  if (!copied.ok) return null;
  try {
    for (const suffix of sidecars) {
      const source = await parts.fileSystem.openToRead(realPath + suffix);
      await copyToNew(parts.fileSystem, source, copy + suffix, 0o600).finally(() => source.close());
    }
  } catch {
    // Gone by now, or unreadable: the file alone may be whole.
    return null;
  }
  const seal = await parts.inspector.inspect({ path: copy, recover: true, salvageTo: null, judged: null });
  if (!seal.ok) return NOT_LOOKED.includes(seal.reason.code) ? seal : null;
  return success({ realPath, copy, ...copied.value, seal: seal.value.seal, sidecar: 'recovered' });
}

/** The suffixes of the sidecars beside a file that hold something. */
export async function findSidecars(fileSystem: FileSystem, realPath: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const suffix of SIDECAR_SUFFIXES) {
    const stat = await statIfThere(fileSystem, realPath + suffix);
    if (stat?.kind === 'file' && stat.size > 0n && stat.size <= LIMITS.documentBytes) found.push(suffix);
  }
  return found;
}

/** Copies a file that is the same before and after; reads again when somebody writes it meanwhile. */
async function copySteadily(
  parts: StoreParts,
  realPath: string,
  copy: string,
  how = { withSidecars: false },
): Promise<Result<CopyOfFile, OpenFault>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (attempt > 1) await parts.sleep(PAUSE);
    const copied = await copyOnce(parts, realPath, copy, how);
    if (copied !== 'changed') return copied;
    await parts.fileSystem.remove(copy);
  }
  return failure({ code: 'beingWritten' });
}

async function copyOnce(
  { fileSystem, now }: StoreParts,
  realPath: string,
  copy: string,
  how: { readonly withSidecars: boolean },
): Promise<Result<CopyOfFile, OpenFault> | 'changed'> {
  // Looked at before it is opened: opening a pipe or a device may have effects of its own.
  const before = judgeStat(await fileSystem.stat(realPath));
  if (!before.ok) return before;
  const source = await fileSystem.openToRead(realPath);
  try {
    const seenAt = now();
    const stat = judgeStat(await source.stat());
    if (!stat.ok) return stat;
    const start = new Uint8Array(HEADER_BYTES);
    const length = await readFully(source, start);
    const header = checkHeader(start.subarray(0, length), Number(stat.value.size), how);
    if (!header.ok) return header;
    const patched = Uint8Array.from(start);
    if (header.value.walMode && !how.withSidecars) {
      // Without a WAL beside it, SQLite would make one: the copy is marked as an ordinary file.
      for (const offset of JOURNAL_BYTES) patched[offset] = 1;
    }
    const copied = await copyToNew(fileSystem, source, copy, 0o600, { read: start, write: patched });
    const isSteady =
      sameStamp(stat.value, await source.stat()) &&
      sameStamp(stat.value, await fileSystem.stat(realPath)) &&
      BigInt(copied.bytes) === stat.value.size;
    if (!isSteady) return 'changed';
    return success({ ...copied, stat: stat.value, seenAt });
  } finally {
    await source.close();
  }
}

/** Whether what stands at a path can be a project at all. */
export function judgeStat(stat: FileStat): Result<FileStat, OpenFault> {
  if (stat.kind !== 'file') return failure({ code: 'notAFile' });
  if (stat.size === 0n) return failure({ code: 'empty' });
  if (stat.size > BigInt(LIMITS.documentBytes)) {
    return failure({ code: 'tooLarge', bytes: Number(stat.size), most: LIMITS.documentBytes });
  }
  return success(stat);
}

/** Removes a private copy with its sidecars. */
export async function removeCopy(fileSystem: FileSystem, copy: string): Promise<void> {
  for (const suffix of ['', ...SIDECAR_SUFFIXES]) await fileSystem.remove(copy + suffix);
}

/** The fault that stands for an error met while a file was read. */
export function faultOfReading(error: unknown): OpenFault {
  const detail = error instanceof Error ? error.message : String(error);
  const code = errorCode(error);
  if (error instanceof Error && error.name === 'AbortError') return { code: 'cancelled' };
  if (isMissing(error) || isNameTooLong(error)) return { code: 'missing' };
  if (isAway(error)) return { code: 'away' };
  if (code === 'EISDIR') return { code: 'notAFile' };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'diskFull' };
  if (code === 'EACCES' || code === 'EPERM' || code === 'ELOOP') return { code: 'notReadable', detail };
  if (code === 'EBUSY') return { code: 'notReadable', detail };
  return { code: 'storageFailed', detail };
}
