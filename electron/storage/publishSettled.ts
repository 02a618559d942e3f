import { stampOfFile } from './fileStamp.ts';
import { statIfThere } from './fileSystem.ts';
import type { OpenWork } from './openWork.ts';
import type { StoreFolders } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';
import type { FileState } from './workSession.ts';

/**
 * Step 7: the version that has reached its target becomes the one the working copy is compared with, the one before
 * goes into the history, and the intent is cleared. Every part may be done again after a crash in the middle.
 */
export async function settlePublish(parts: StoreParts, folders: StoreFolders, work: OpenWork): Promise<void> {
  const { fileSystem, now } = parts;
  const { paths, session } = work;
  const { intent } = session.state;
  if (intent === null || intent.version === null) throw new Error('Nothing was published');
  const { version } = intent;
  if (intent.asCopy) {
    await fileSystem.remove(paths.next);
    session.update({ intent: null });
    return;
  }
  const seenAt = now();
  const stat = await fileSystem.stat(intent.target);
  work.closeSaved();
  if ((await statIfThere(fileSystem, paths.next)) !== null) {
    await putAwayBase(parts, folders, work);
    await fileSystem.rename(paths.next, paths.base);
    await fileSystem.syncFolder(paths.folder);
  }
  await folders.history.notePlace(work.copy.uuid, intent.target);
  const file: FileState = {
    path: intent.target,
    sha256: version.sha256,
    stamp: stampOfFile(stat),
    seenAt,
    head: version.head,
    headAt: version.at,
    isNamed: intent.label !== '',
    isOurs: true,
  };
  session.update({ file, savedEdit: intent.edit, savedAt: seenAt, intent: null, attempt: null });
  work.readOnly = false;
  work.openSaved();
}

/** Moves the version the working copy was compared with into the history. */
export async function putAwayBase(
  { fileSystem, now }: StoreParts,
  { history }: StoreFolders,
  { copy, file, paths }: OpenWork,
): Promise<void> {
  if (file === null || (await statIfThere(fileSystem, paths.base)) === null) return;
  const { head, headAt, isNamed } = file;
  await history.keep(paths.base, { uuid: copy.uuid, revision: head, at: headAt, isNamed }, now());
}
