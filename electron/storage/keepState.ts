import { join } from 'node:path';
import type { PublishFault } from '../../shared/ipc/projectStore.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import type { OpenWork } from './openWork.ts';
import { cleanLine } from './publishDocument.ts';
import { faultOfPublish } from './storageFaults.ts';
import type { StoreFolders } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';
import { PublishStopped, proveMeanwhile, writeSealed } from './verifiedVersion.ts';

/**
 * Puts a document with edits that no file has into the history, as a version of its own: what it said before a merge
 * can be had again. The next version descends from it. Without such edits the version stands in a file already.
 */
export async function keepState(
  parts: StoreParts,
  { history, staging }: StoreFolders,
  work: OpenWork,
  author: string,
): Promise<Result<null, PublishFault>> {
  const { copy, session, lastEdit } = work;
  if (copy.draft === null) return success(null);
  const path = join(staging, `${parts.randomText(16)}.meander`);
  try {
    session.update({ headEdit: lastEdit });
    const at = parts.now();
    const seal = await writeSealed(parts, work, { at, author: cleanLine(author), label: '' }, path);
    await proveMeanwhile(parts, work, { path, seal }, async () => {});
    const { uuid, head } = seal;
    await history.keep(path, { uuid, revision: head, at, isNamed: false }, at);
    return success(null);
  } catch (error) {
    return failure(error instanceof PublishStopped ? error.fault : faultOfPublish(error, copy.bytes));
  } finally {
    await parts.fileSystem.remove(path).catch(() => {});
  }
}
