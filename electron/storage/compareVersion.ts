import type { CompareFault, Comparison, Revision } from '../../shared/ipc/projectStore.ts';
import { ancestorsOf, partingOf } from '../../shared/merge/ancestors.ts';
import type { Merge } from '../../shared/merge/merge.ts';
import { mergeCopies } from '../../shared/merge/mergeCopies.ts';
import type { MergeCopy } from '../../shared/merge/mergeCopy.ts';
import type { EarlierRecords } from '../../shared/merge/mergeRecord.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { readInspected } from './inspectDocument.ts';
import { isBehind } from './joinVersion.ts';
import type { OpenWork } from './openWork.ts';
import { keepRecord, type StoredDocument } from './readDocument.ts';
import { SavedVersion } from './savedVersion.ts';
import { stageDocument } from './stageDocument.ts';
import { faultOfOpen } from './storageFaults.ts';
import { parseTrusted } from './storedRecord.ts';
import type { StoreFolders } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';

/** Brings the version at a path together with an open document; nothing is changed. */
export async function compareVersion(
  parts: StoreParts,
  folders: StoreFolders,
  work: OpenWork,
  path: string,
): Promise<Result<Comparison, CompareFault>> {
  const staged = await stageDocument(parts, path, folders);
  if (!staged.ok) return staged;
  try {
    const inspected = readInspected(staged.value.copy, staged.value.seal, keepRecord);
    if (!inspected.ok) return inspected;
    const { document, seal } = inspected.value;
    if (seal.uuid !== work.copy.uuid) return failure({ code: 'otherDocument' });
    const version = document.revisions.find(({ id }) => id === seal.head);
    return success({
      merge: await mergeWith(folders, work, document, seal.head),
      head: seal.head,
      author: version?.author ?? '',
      at: version?.at ?? 0,
      isBehind: isBehind(work.copy, document.revisions, seal.uuid),
    });
  } catch (error) {
    return failure(faultOfOpen(error));
  } finally {
    await parts.fileSystem.remove(staged.value.copy).catch(() => {});
  }
}

async function mergeWith(folders: StoreFolders, work: OpenWork, theirs: StoredDocument, head: string): Promise<Merge> {
  const mine = work.copy.read();
  const heads = work.copy.head === null ? [] : [work.copy.head];
  const joined = work.copy.draft?.joined ?? [];
  const before = await openParting(folders, work, mine.revisions, theirs.revisions);
  try {
    // Merged before and not saved since: perhaps that was taken back, and now it is wanted after all.
    const known = joined.includes(head) ? heads : [...heads, ...joined];
    return mergeCopies(copyKnowing(mine, known), copyOf(theirs, theirs.revisions), before);
  } finally {
    before?.close();
  }
}

function copyKnowing(document: StoredDocument, heads: readonly string[]): MergeCopy {
  const known = ancestorsOf(document.revisions, heads);
  return copyOf(
    document,
    document.revisions.filter(({ id }) => known.has(id)),
  );
}

function copyOf({ records, tombstones }: StoredDocument, revisions: readonly Revision[]): MergeCopy {
  const living = new Map(records.map(({ record }) => [record.id, record]));
  return {
    records: living,
    stamps: new Map(records.map(({ record, stamps }) => [record.id, stamps])),
    tombstones: new Map(tombstones.filter(({ id }) => !living.has(id)).map(({ id, revision }) => [id, revision])),
    revisions: new Map(revisions.map(({ id, at }) => [id, at])),
  };
}

interface OpenedParting extends EarlierRecords {
  close(): void;
}

/** The version at which the copies parted, when this computer has it. */
async function openParting(
  { history }: StoreFolders,
  work: OpenWork,
  mine: readonly Revision[],
  theirs: readonly Revision[],
): Promise<OpenedParting | null> {
  const parting = partingOf(mine, theirs);
  if (parting === null) return null;
  const isBase = work.file?.head === parting;
  const kept = isBase ? undefined : (await history.list(work.copy.uuid)).find(({ revision }) => revision === parting);
  const path = isBase ? work.paths.base : kept?.path;
  const version = path === undefined ? null : openVersion(path);
  return (
    version && {
      get: (id) => {
        const found = version.find(id);
        return found === null ? undefined : parseTrusted(JSON.stringify(found.fields));
      },
      close: () => version.close(),
    }
  );
}

function openVersion(path: string): SavedVersion | null {
  try {
    return SavedVersion.open(path);
  } catch {
    // Thinned out meanwhile, or damaged: a merge does without it.
    return null;
  }
}
