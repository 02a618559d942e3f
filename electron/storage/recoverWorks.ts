import { newRevision } from './beginWork.ts';
import { DocumentDamage } from './documentDamage.ts';
import { hashFile } from './fileCopy.ts';
import { statIfThere } from './fileSystem.ts';
import { OpenWork } from './openWork.ts';
import { releaseDocument } from './ownerFile.ts';
import { publishDocument } from './publishDocument.ts';
import { putAwayBase, settlePublish } from './publishSettled.ts';
import { readLogFrames } from './salvage/logFrames.ts';
import { isDamage } from './storageFaults.ts';
import { type StoreFolders, workPaths } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';
import { WorkingCopy } from './workingCopy.ts';
import { type PublishIntent, UNSAVED_STATE, WorkSession } from './workSession.ts';

/** What earlier runs left. */
export interface RecoveredWorks {
  /** Open: with unsaved edits, or perhaps of a window that outlived this process's forerunner. */
  readonly works: readonly OpenWork[];
  /** The ids of those that cannot be read. */
  readonly damaged: readonly string[];
}

/**
 * Goes through the working copies of earlier runs: finishes or repeats saves that were cut off, and removes what they
 * left beside their files. Those with nothing unsaved, which only a window that is still there could ask for by
 * `resume`, go at the next start.
 */
export async function recoverWorks(
  parts: StoreParts,
  folders: StoreFolders,
  ids: readonly string[],
): Promise<RecoveredWorks> {
  const works: OpenWork[] = [];
  const damaged: string[] = [];
  for (const id of ids) {
    try {
      const work = await recoverWork(parts, folders, id);
      if (work !== null) works.push(work);
    } catch (error) {
      // In use by another process, or damaged: it stays on the disk, and does not keep the others from their people.
      console.error(`Working copy ${id} cannot be opened`, error);
      if (isDamage(error)) damaged.push(id);
    }
  }
  return { works, damaged };
}

/** The file a working copy belongs to, as far as what stands beside it can still be read; null otherwise. */
export function placeOfDamaged(folders: StoreFolders, id: string): string | null {
  try {
    const session = new WorkSession(workPaths(folders, id).session, UNSAVED_STATE);
    session.close();
    return session.state.file?.path ?? null;
  } catch {
    return null;
  }
}

async function recoverWork(parts: StoreParts, folders: StoreFolders, id: string): Promise<OpenWork | null> {
  const paths = workPaths(folders, id);
  if ((await statIfThere(parts.fileSystem, paths.session)) === null) {
    // The session is made last: without it, nothing was ever kept here.
    await parts.fileSystem.remove(paths.folder);
    return null;
  }
  const work = openLeftWork(parts, folders, id);
  try {
    await clearUp(parts, folders, work);
    const isIdle = work.unsavedEdits === 0;
    if (isIdle && work.session.state.isIdle) {
      await endWork(parts, folders, work);
      return null;
    }
    work.session.update({ isIdle });
  } catch (error) {
    // Its edits are safe, whatever could not be tidied up around them.
    console.error(`Working copy ${id} could not be cleared up`, error);
  }
  return work;
}

/** Ends a working copy for good. Its saved version goes into the history when it was saved from here. */
export async function endWork(parts: StoreParts, folders: StoreFolders, work: OpenWork): Promise<void> {
  const { file } = work;
  work.closeSaved();
  await clearStrays(parts, work).catch(() => {});
  if (file !== null) {
    await releaseDocument(parts.fileSystem, file.path, work.id);
    // What was only read still stands where it was read.
    if (file.isOurs) await putAwayBase(parts, folders, work).catch(() => {});
  }
  const isDone = work.session.state.strays.length === 0;
  work.close();
  // What stays, for what it left or because it cannot be removed, holds nothing unsaved: a later start tries again.
  if (isDone) await parts.fileSystem.remove(work.paths.folder).catch(() => {});
}

/** Removes what saves left beside their targets; what still cannot be removed stays noted. */
async function clearStrays(parts: StoreParts, { session }: OpenWork): Promise<void> {
  const { strays } = session.state;
  if (strays.length === 0) return;
  const left: string[] = [];
  for (const path of strays) await parts.fileSystem.remove(path).catch(() => left.push(path));
  session.update({ strays: left });
}

/**
 * Opens a working copy that was closed with unsaved edits. Throws SqliteError, and DocumentDamage when its log holds
 * edits that SQLite would pass over.
 */
export function openLeftWork(parts: StoreParts, folders: StoreFolders, id: string): OpenWork {
  const paths = workPaths(folders, id);
  if (readLogFrames(`${paths.work}-wal`)?.hidesEdits) throw new DocumentDamage('The log is broken before its end');
  const copy = WorkingCopy.open(paths.work, newRevision(parts), null);
  try {
    return OpenWork.begin(id, paths, copy, UNSAVED_STATE);
  } catch (error) {
    copy.close();
    throw error;
  }
}

async function clearUp(parts: StoreParts, folders: StoreFolders, work: OpenWork): Promise<void> {
  const { intent, strays } = work.session.state;
  if (intent !== null) work.session.update({ strays: [...strays, intent.temp] });
  await clearStrays(parts, work);
  if (work.file !== null) await releaseDocument(parts.fileSystem, work.file.path, work.id);
  if (intent !== null) await finishOrRepeat(parts, folders, work, intent);
}

/** A save that was cut off is finished when its version had reached the target, otherwise done again. */
async function finishOrRepeat(
  parts: StoreParts,
  folders: StoreFolders,
  work: OpenWork,
  { target, asCopy, replace, author, label, version }: PublishIntent,
): Promise<void> {
  if (version !== null && (await hashIfThere(parts, target)) === version.sha256) {
    await settlePublish(parts, folders, work).catch(() => {});
    return;
  }
  if (asCopy) {
    work.session.update({ intent: null });
    return;
  }
  // When it fails again, its edits are still unsaved and offered as such.
  await publishDocument(parts, folders, work, { target, asCopy, replace, author, label });
}

async function hashIfThere({ fileSystem }: StoreParts, path: string): Promise<string | null> {
  try {
    return (await hashFile(fileSystem, path)).sha256;
  } catch {
    // Gone, or on a share that is not there: certainly nothing that could be finished.
    return null;
  }
}
