import type { RecordsDiff } from '../../shared/store/recordsDiff.ts';
import type { OpenWork } from './openWork.ts';
import type { StoreFolders } from './storeFolders.ts';

/**
 * Makes the pictures of an edit that brings back what an older version showed ready for it: the working copy takes
 * pictures it does not have from its session.
 */
export async function fetchPictures({ history }: StoreFolders, work: OpenWork, diff: RecordsDiff): Promise<void> {
  const { copy, session } = work;
  for (const record of [...diff.added.values(), ...[...diff.updated.values()].map(([, to]) => to)]) {
    if (record.type !== 'asset') continue;
    const { hash } = record;
    if (copy.findPicture(hash) !== null || session.find(hash) !== null) continue;
    const picture = await history.findPicture(copy.uuid, hash).catch(() => null);
    if (picture !== null) session.put(picture);
  }
}
