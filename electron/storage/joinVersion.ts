import type { AdoptFault, JoinFault, Revision } from '../../shared/ipc/projectStore.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { picturesOf, stateOfFile } from './beginWork.ts';
import { type InspectedDocument, readInspected } from './inspectDocument.ts';
import type { OpenWork } from './openWork.ts';
import { putAwayBase } from './publishSettled.ts';
import { keepRow, type StoredRow } from './readDocument.ts';
import { type StagedDocument, stageDocument } from './stageDocument.ts';
import { faultOfOpen } from './storageFaults.ts';
import type { StoreFolders } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';
import type { WorkingCopy } from './workingCopy.ts';

/**
 * Takes over the revisions, tombstones and pictures of another version, whose records come as an edit of their own.
 * When that version stands at the document's own file, it becomes the one a save is compared with: its changes are in.
 * One from elsewhere is put into the history, for what was decided against it stands nowhere else here.
 */
export async function joinVersion(
  parts: StoreParts,
  folders: StoreFolders,
  work: OpenWork,
  version: { readonly path: string; readonly head: string },
): Promise<Result<null, JoinFault>> {
  return withVersion(parts, folders, version, async (staged, inspected) => {
    const { document, seal } = inspected;
    const at = { lastEdit: work.lastEdit, now: parts.now() };
    work.copy.join({ document, head: seal.head, pictures: picturesOf(staged.copy) }, at);
    if (staged.realPath === work.file?.path) await takeAsSaved(parts, folders, work, staged, inspected);
    else await keepOther(parts, folders, work, staged, inspected);
    return success(null);
  });
}

/** Puts the version at the document's own file, which descends from the document, in its place. */
export async function adoptVersion(
  parts: StoreParts,
  folders: StoreFolders,
  work: OpenWork,
  head: string,
): Promise<Result<null, AdoptFault>> {
  const { file, copy } = work;
  if (file === null) return failure({ code: 'missing' });
  return withVersion<AdoptFault>(parts, folders, { path: file.path, head }, async (staged, inspected) => {
    const { document, seal } = inspected;
    // Looked at only now, when nothing waits any more: an edit may have come meanwhile.
    if (!isBehind(copy, document.revisions, seal.uuid)) return failure({ code: 'notBehind' });
    copy.adopt({ document, head: seal.head, pictures: picturesOf(staged.copy) });
    await takeAsSaved(parts, folders, work, staged, inspected);
    return success(null);
  });
}

/** Whether a version descends from the document, and the document has no edits of its own. */
export function isBehind(copy: WorkingCopy, revisions: readonly Revision[], uuid: string): boolean {
  return copy.draft === null && copy.uuid === uuid && revisions.some(({ id }) => id === copy.head);
}

/** Reads the version of a head at a path and uses it. */
async function withVersion<Fault>(
  parts: StoreParts,
  folders: StoreFolders,
  { path, head }: { readonly path: string; readonly head: string },
  use: (staged: StagedDocument, inspected: InspectedDocument<StoredRow>) => Promise<Result<null, Fault | JoinFault>>,
): Promise<Result<null, Fault | JoinFault>> {
  const staged = await stageDocument(parts, path, folders);
  if (!staged.ok) return staged;
  try {
    if (staged.value.seal.head !== head) return failure({ code: 'otherVersion' });
    const inspected = readInspected(staged.value.copy, staged.value.seal, keepRow);
    return inspected.ok ? await use(staged.value, inspected.value) : inspected;
  } catch (error) {
    return failure(faultOfOpen(error));
  } finally {
    // It has been moved when it became the saved version.
    await parts.fileSystem.remove(staged.value.copy).catch(() => {});
  }
}

async function takeAsSaved(
  parts: StoreParts,
  folders: StoreFolders,
  work: OpenWork,
  staged: StagedDocument,
  inspected: InspectedDocument<StoredRow>,
): Promise<void> {
  work.closeSaved();
  await putAwayBase(parts, folders, work);
  await parts.fileSystem.rename(staged.copy, work.paths.base);
  const { file, savedAt } = stateOfFile(staged, inspected.document);
  // Without a draft the file holds every edit there was.
  const savedEdit = work.copy.draft === null ? work.lastEdit : work.session.state.savedEdit;
  work.session.update({ file, savedAt, savedEdit, attempt: null });
  work.openSaved();
}

async function keepOther(
  parts: StoreParts,
  { history }: StoreFolders,
  work: OpenWork,
  staged: StagedDocument,
  { document, seal }: InspectedDocument,
): Promise<void> {
  const version = document.revisions.find(({ id }) => id === seal.head);
  const { at = 0, label = '' } = version ?? {};
  await history.keep(
    staged.copy,
    { uuid: work.copy.uuid, revision: seal.head, at, isNamed: label !== '' },
    parts.now(),
  );
}
