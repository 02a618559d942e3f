import type { FileLook } from '../../shared/ipc/projectStore.ts';
import { hashFile } from './fileCopy.ts';
import { isConclusive, sameStamp, stampOfFile } from './fileStamp.ts';
import { type FileStat, isAway, isFolderThere, isMissing } from './fileSystem.ts';
import type { OpenWork } from './openWork.ts';
import type { StoreParts } from './storeParts.ts';
import type { FileState } from './workSession.ts';

/** How a document's file compares with the one its working copy came from. One that cannot be read has changed. */
export async function compareFile(parts: StoreParts, work: OpenWork): Promise<FileLook> {
  const { file } = work;
  if (file === null) return 'none';
  try {
    return (await isAsLeft(parts, work, await parts.fileSystem.stat(file.path))) ? 'unchanged' : 'changed';
  } catch (error) {
    if (isAway(error)) return 'away';
    if (!isMissing(error)) return 'changed';
    return (await isFolderThere(parts.fileSystem, file.path)) ? 'gone' : 'away';
  }
}

/**
 * Whether the document's file is as it was last read or written: by its stat, otherwise by its hash. The stat of a file
 * that has the hash is remembered as soon as it proves something: the next time it is enough.
 */
export async function isAsLeft({ fileSystem, now }: StoreParts, work: OpenWork, stat: FileStat): Promise<boolean> {
  const { file, attempt, intent } = work.session.state;
  if (file === null || stat.kind !== 'file') return false;
  if (sameStamp(stat, file.stamp) && isConclusive(file.stamp, file.seenAt)) return true;
  const seenAt = now();
  const { sha256 } = await hashFile(fileSystem, file.path);
  if (sha256 === file.sha256 && isConclusive(stat, seenAt)) rememberStamp(work, file, stat, seenAt);
  return [file.sha256, attempt, intent?.version?.sha256].includes(sha256);
}

function rememberStamp({ session }: OpenWork, file: FileState, stat: FileStat, seenAt: number): void {
  // While it was read, a save may have put another file there.
  if (session.state.file !== file) return;
  try {
    session.update({ file: { ...file, stamp: stampOfFile(stat), seenAt } });
  } catch {
    // The private disk is full: the next comparison reads the file once more.
  }
}
