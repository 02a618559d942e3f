import { join } from 'node:path';
import type { OpenFault, SalvageReport } from '../../../shared/ipc/projectStore.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { copyToNew } from '../fileCopy.ts';
import {
  faultOfReading,
  findSidecars,
  judgeStat,
  removeCopy,
  type StagedDocument,
  stageDocument,
} from '../stageDocument.ts';
import type { StoreFolders } from '../storeFolders.ts';
import type { StoreParts } from '../storeParts.ts';

/** What could be saved of a damaged document: a private copy that has passed the inspection like any other file. */
export interface StagedRemains {
  readonly staged: StagedDocument;
  readonly report: SalvageReport;
}

/**
 * Copies a damaged database into the staging folder, has an inspector write what can still be read into a new one, and has that
 * inspected in its turn. The damaged one is only ever read.
 */
export async function stageRemains(
  parts: StoreParts,
  path: string,
  folders: Pick<StoreFolders, 'staging' | 'history'>,
): Promise<Result<StagedRemains, OpenFault>> {
  const { fileSystem, inspector, randomText } = parts;
  const copy = join(folders.staging, `${randomText(16)}.damaged`);
  const remains = join(folders.staging, `${randomText(16)}.remains`);
  try {
    const realPath = await fileSystem.realPath(path);
    const recover = await copyWithSidecars(parts, realPath, copy);
    if (!recover.ok) return recover;
    // A damaged version may not even tell which pictures it lacks.
    await folders.history.complete(realPath, copy).catch(() => {});
    const found = await inspector.inspect({ path: copy, recover: recover.value, salvageTo: remains, judged: null });
    if (!found.ok) return found;
    const { salvage } = found.value;
    if (salvage === null) return failure({ code: 'storageFailed', detail: 'The inspector salvaged nothing' });
    const staged = await stageDocument(parts, remains, folders);
    return staged.ok ? success({ staged: staged.value, report: salvage }) : staged;
  } catch (error) {
    return failure(faultOfReading(error));
  } finally {
    for (const left of [copy, remains]) await removeCopy(fileSystem, left).catch(() => {});
  }
}

/** Whether there was a sidecar. What is written meanwhile may be torn: every row is proven by itself. */
async function copyWithSidecars(
  { fileSystem }: StoreParts,
  realPath: string,
  copy: string,
): Promise<Result<boolean, OpenFault>> {
  const stat = judgeStat(await fileSystem.stat(realPath));
  if (!stat.ok) return stat;
  const sidecars = await findSidecars(fileSystem, realPath);
  for (const suffix of ['', ...sidecars]) {
    const source = await fileSystem.openToRead(realPath + suffix);
    await copyToNew(fileSystem, source, copy + suffix, 0o600).finally(() => source.close());
  }
  return success(sidecars.length > 0);
}
