import { basename, dirname, join } from 'node:path';
import type { OpenFault, PublishFault } from '../../shared/ipc/projectStore.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { isAsLeft } from './compareFile.ts';
import { sameStamp } from './fileStamp.ts';
import { type FileStat, isFolderThere, isMissing, statIfThere } from './fileSystem.ts';
import type { OpenWork } from './openWork.ts';
import { stageDocument } from './stageDocument.ts';
import type { StoreFolders } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';

/** Faults of a file that certainly holds no version of the document. */
const WORTHLESS: readonly OpenFault['code'][] = ['missing', 'empty', 'notAProject', 'tooLarge', 'damaged', 'hostile'];

/** Where a version goes. */
export interface PublishTarget {
  /** Without symbolic links. */
  readonly path: string;
  /** It is the document's own file. */
  readonly isOwn: boolean;
  /** The person knows what stands there, or that nothing does, and wants it so. */
  readonly replace: boolean;
}

/** Finds the place for a version: the document's own file, or another one whose folder is there. */
export async function findTarget(
  { fileSystem }: StoreParts,
  work: OpenWork,
  target: string | null,
  replace: boolean,
): Promise<Result<PublishTarget, PublishFault>> {
  const own = work.file?.path ?? null;
  if (target === null) {
    return own === null ? failure({ code: 'noTarget' }) : success({ path: own, isOwn: true, replace });
  }
  const path = await fileSystem.realPath(target).catch(async (error: unknown) => {
    if (!isMissing(error)) throw error;
    return join(await fileSystem.realPath(dirname(target)), basename(target));
  });
  return success({ path, isOwn: path === own, replace });
}

/**
 * Looks whether the target may be replaced: it is as the document's file was last read or written, or it is not there
 * and may be made, or the person wants it gone. Gives what stands there now, for one more look before the rename.
 */
export async function compareTarget(
  parts: StoreParts,
  work: OpenWork,
  target: PublishTarget,
  folders: StoreFolders,
): Promise<Result<FileStat | null, PublishFault>> {
  const stat = await statIfThere(parts.fileSystem, target.path);
  if (stat === null) {
    if (!(await isFolderThere(parts.fileSystem, target.path))) return failure({ code: 'away' });
    return target.isOwn && !target.replace ? failure({ code: 'goneFromDisk' }) : success(null);
  }
  if (stat.kind !== 'file') return failure({ code: 'notAFile' });
  if (!(await parts.fileSystem.isWritable(target.path))) {
    return failure({ code: 'notWritable', detail: 'The file is read-only' });
  }
  if (target.isOwn && (await isAsLeft(parts, work, stat))) return success(stat);
  if (!target.replace) return failure({ code: 'changedOnDisk' });
  // Not even with consent may a version of this document go whose changes are not in the one being saved.
  const staged = await stageDocument(parts, target.path, folders);
  if (!staged.ok) {
    const { reason } = staged;
    const { code } = reason;
    if (code === 'notChecked') return failure(reason);
    if (WORTHLESS.includes(code)) return success(stat);
    return failure({ code: 'notWritable', detail: `What stands there could not be looked at (${code})` });
  }
  await parts.fileSystem.remove(staged.value.copy);
  const { uuid, head } = staged.value.seal;
  const wouldBeLost = uuid === work.copy.uuid && !work.copy.hasRevision(head);
  return wouldBeLost ? failure({ code: 'changedOnDisk' }) : success(stat);
}

/** Whether what stands at a path is still what was seen there before. */
export async function isStillThere(
  { fileSystem }: StoreParts,
  path: string,
  before: FileStat | null,
): Promise<boolean> {
  const stat = await statIfThere(fileSystem, path);
  return before === null || stat === null ? before === stat : sameStamp(before, stat);
}
