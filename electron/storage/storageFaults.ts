import Database from 'better-sqlite3';
import type { CommitFault, OpenFault, PublishFault } from '../../shared/ipc/projectStore.ts';
import { DocumentDamage } from './documentDamage.ts';
import { errorCode, isAway, isMissing, isNameTooLong } from './fileSystem.ts';
import { EditRefused } from './workingCopy.ts';

/** Codes by which a system or SQLite says that there is no room. */
const FULL: readonly (string | undefined)[] = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

const FORBIDDEN: readonly (string | undefined)[] = ['EACCES', 'EPERM', 'EROFS', 'EBUSY'];

/** The fault that stands for an error met while an edit was kept. */
export function faultOfCommit(error: unknown): CommitFault {
  if (error instanceof EditRefused) return { code: 'refused', detail: error.message };
  if (error instanceof Database.SqliteError && isDamage(error)) return { code: 'damaged', detail: describe(error) };
  return isFull(error) ? { code: 'diskFull' } : { code: 'storageFailed', detail: describe(error) };
}

/** The fault that stands for an error met while a document of `needed` bytes was saved. */
export function faultOfPublish(error: unknown, needed: number): PublishFault {
  if (isFull(error)) return { code: 'diskFull', needed };
  if (isAway(error) || isMissing(error)) return { code: 'away' };
  if (isNameTooLong(error)) return { code: 'nameTooLong' };
  if (FORBIDDEN.includes(errorCode(error))) return { code: 'notWritable', detail: describe(error) };
  return { code: 'storageFailed', detail: describe(error) };
}

/** The fault that stands for an error met in the private folder while a document was opened. */
export function faultOfOpen(error: unknown): OpenFault {
  if (error instanceof DocumentDamage) return { code: 'damaged', detail: error.message };
  if (error instanceof Database.SqliteError && isDamage(error)) return { code: 'damaged', detail: describe(error) };
  return isFull(error) ? { code: 'diskFull' } : { code: 'storageFailed', detail: describe(error) };
}

/** Whether an error says that what was read is not as it was written; not that the disk or the memory failed. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return errorCode(error) === undefined;
  return !/^SQLITE_(IOERR|NOMEM|FULL|CANTOPEN|BUSY|LOCKED|PERM|READONLY)/.test(error.code);
}

function isFull(error: unknown): boolean {
  return FULL.includes(error instanceof Database.SqliteError ? error.code : errorCode(error));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = errorCode(error) ?? error.name;
  // Node's own messages begin with their code, those of SQLite do not.
  return error.message.startsWith(code) ? error.message : `${code}: ${error.message}`;
}
