import type { JoinFault, OpenFault } from '../../shared/ipc/projectStore.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { picturesOf, stateOfFile } from './beginWork.ts';
import { readInspected } from './inspectDocument.ts';
import type { OpenWork } from './openWork.ts';
import { putAwayBase } from './publishSettled.ts';
import { type StagedDocument, stageDocument } from './stageDocument.ts';
import { faultOfOpen } from './storageFaults.ts';
import type { StoreFolders } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';

/**
 * Takes over the revisions, tombstones and pictures of another version, whose records come as an edit of their own.
 * When that version stands at the document's own file, it becomes the one a save is compared with: its changes are in.
 */
export async function joinVersion(
  parts: StoreParts,
  folders: StoreFolders,
  work: OpenWork,
  version: { readonly path: string; readonly head: string },
): Promise<Result<null, JoinFault>> {
  const staged = await stageDocument(parts, version.path, folders);
  if (!staged.ok) return staged;
  try {
    const isTheSame = staged.value.seal.head === version.head;
    return isTheSame ? await join(parts, folders, work, staged.value) : failure({ code: 'otherVersion' });
  } catch (error) {
    return failure(faultOfOpen(error));
  } finally {
    // It has been moved when it became the saved version.
    await parts.fileSystem.remove(staged.value.copy).catch(() => {});
  }
}

async function join(
  parts: StoreParts,
  folders: StoreFolders,
  work: OpenWork,
  staged: StagedDocument,
): Promise<Result<null, OpenFault>> {
  const inspected = readInspected(staged.copy, staged.seal);
  if (!inspected.ok) return inspected;
  const { document, seal } = inspected.value;
  const at = { lastEdit: work.lastEdit, now: parts.now() };
  work.copy.join({ document, head: seal.head, pictures: picturesOf(staged.copy) }, at);
  if (staged.realPath !== work.file?.path) return success(null);
  work.closeSaved();
  await putAwayBase(parts, folders, work);
  await parts.fileSystem.rename(staged.copy, work.paths.base);
  work.session.update({ file: stateOfFile(staged, inspected.value).file, attempt: null });
  work.openSaved();
  return success(null);
}
