import type { FileLook } from '../../shared/ipc/projectStore.ts';
import { hashFile } from './fileCopy.ts';
import { isConclusive, sameStamp } from './fileStamp.ts';
import { type FileStat, isAway, isFolderThere, isMissing } from './fileSystem.ts';
import type { OpenWork } from './openWork.ts';
import type { StoreParts } from './storeParts.ts';

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

/** Whether the document's file is as it was last read or written: by its stat, otherwise by its hash. */
export async function isAsLeft({ fileSystem }: StoreParts, work: OpenWork, stat: FileStat): Promise<boolean> {
  const { file, attempt, intent } = work.session.state;
  if (file === null || stat.kind !== 'file') return false;
  if (sameStamp(stat, file.stamp) && isConclusive(file.stamp, file.seenAt)) return true;
  const { sha256 } = await hashFile(fileSystem, file.path);
  return [file.sha256, attempt, intent?.version?.sha256].includes(sha256);
}
