import { dirname, join } from 'node:path';
import type { PublishFault, PublishRequest, SaveState } from '../../shared/ipc/projectStore.ts';
import { LIMITS } from '../../shared/records/limits.ts';
import { cleanText } from '../../shared/util/cleanText.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { type CopiedBytes, copyToNew, hashFile } from './fileCopy.ts';
import { errorCode, type FileStat } from './fileSystem.ts';
import type { OpenWork } from './openWork.ts';
import { settlePublish } from './publishSettled.ts';
import { compareTarget, findTarget, isStillThere, type PublishTarget } from './publishTarget.ts';
import { SIDECAR_SUFFIXES } from './stageDocument.ts';
import { faultOfPublish } from './storageFaults.ts';
import type { StoreFolders } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';
import { notVerified, PublishStopped, proveMeanwhile, writeSealed } from './verifiedVersion.ts';
import type { PublishIntent } from './workSession.ts';

/** Room that must be left beside the version itself, in bytes. */
const SPARE_BYTES = 64 * 1024;

/** How long a rename is tried again while another program (a virus scanner, a sync client) holds the file: ms. */
const RENAME_PATIENCE = 30_000;
const LONGEST_PAUSE = 1_000;

/**
 * Saves a document in the steps of docs/file-format.md, each of which is there because files were lost without it.
 * Whatever fails, the file at the target is the old or the new one. Edits may be kept meanwhile; they belong to the
 * next version.
 */
export async function publishDocument(
  parts: StoreParts,
  folders: StoreFolders,
  work: OpenWork,
  request: PublishRequest,
): Promise<Result<SaveState, PublishFault>> {
  const { paths, session } = work;
  let size = work.copy.bytes;
  try {
    const target = need(await findTarget(parts, work, request.target, request.replace));
    need(await compareTarget(parts, work, target, folders));
    if (isSavedAlready(work, target, request)) return success(work.saveState);

    const intent = writeIntent(parts, work, target, request);
    const { author, label, temp } = intent;
    const at = parts.now();
    const seal = await writeSealed(parts, work, { at, author, label }, paths.next);
    size = Number((await parts.fileSystem.stat(paths.next)).size);
    const { before, ...written } = await proveMeanwhile(parts, work, { path: paths.next, seal }, async () => {
      const found = need(await compareTarget(parts, work, target, folders));
      return { before: found, ...(await writeBeside(parts, paths.next, { path: temp, size }, found)) };
    });
    session.update({ intent: { ...intent, version: { head: seal.head, at, ...written } } });
    await replaceTarget(parts, target.path, temp, before);
  } catch (error) {
    await takeBack(parts, work);
    return failure(error instanceof PublishStopped ? error.fault : faultOfPublish(error, size));
  }
  try {
    // From here on the new version stands at the target; until that is certain, the intent stays for the next start.
    await parts.fileSystem.syncFolder(dirname(session.state.intent?.target ?? paths.folder));
    await settlePublish(parts, folders, work);
    return success(work.saveState);
  } catch (error) {
    return failure(faultOfPublish(error, size));
  }
}

function need<Value>(result: Result<Value, PublishFault>): Value {
  if (!result.ok) throw new PublishStopped(result.reason);
  return result.value;
}

/** Whether the document's own file, which has just been compared, holds everything. */
function isSavedAlready(work: OpenWork, target: PublishTarget, request: PublishRequest): boolean {
  if (!target.isOwn || work.file === null || work.copy.draft !== null) return false;
  return work.copy.head === work.file.head && !target.replace && (request.label ?? '') === '';
}

/** Writes down what is to be saved, for the start after a crash. */
function writeIntent(
  parts: StoreParts,
  { session, lastEdit }: OpenWork,
  target: PublishTarget,
  request: PublishRequest,
): PublishIntent {
  const { state } = session;
  const intent: PublishIntent = {
    target: target.path,
    asCopy: request.asCopy && !target.isOwn,
    replace: request.replace,
    author: cleanLine(request.author),
    label: cleanLine(request.label ?? ''),
    edit: lastEdit,
    temp: join(dirname(target.path), `.~meander-${parts.randomText(12)}.tmp`),
    version: null,
  };
  session.update({ intent, attempt: state.intent?.version?.sha256 ?? state.attempt, headEdit: lastEdit });
  return intent;
}

/** A name or label as it is kept: one line of clean text, not too long. */
export function cleanLine(text: string): string {
  return cleanText(cleanText(text).replaceAll('\n', ' ').slice(0, LIMITS.name));
}

/** Step 5: a complete, durable, re-read file beside the target. */
async function writeBeside(
  { fileSystem }: StoreParts,
  next: string,
  temp: { readonly path: string; readonly size: number },
  before: FileStat | null,
): Promise<CopiedBytes> {
  const free = await fileSystem.freeBytes(dirname(temp.path)).catch(() => Number.POSITIVE_INFINITY);
  const needed = temp.size + SPARE_BYTES;
  if (free < needed) throw new PublishStopped({ code: 'diskFull', needed });
  const source = await fileSystem.openToRead(next);
  const copied = await copyToNew(fileSystem, source, temp.path, before?.mode ?? null).finally(() => source.close());
  const reread = await hashFile(fileSystem, temp.path);
  if (reread.sha256 !== copied.sha256) throw notVerified('The disk gives back other bytes than were written');
  return copied;
}

/** Step 6: the temp file takes the target's place, unless somebody was there in between. */
async function replaceTarget(parts: StoreParts, path: string, temp: string, before: FileStat | null): Promise<void> {
  for (let waited = 0, pause = 25; ; waited += pause, pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    if (!(await isStillThere(parts, path, before))) throw new PublishStopped({ code: 'changedOnDisk' });
    try {
      await parts.fileSystem.rename(temp, path);
      break;
    } catch (error) {
      const isHeld = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '');
      if (!isHeld || waited >= RENAME_PATIENCE) throw error;
      await parts.sleep(pause);
    }
  }
  // What another program had left beside the old file would be read into the new one by SQLite's own tools.
  for (const suffix of SIDECAR_SUFFIXES) await parts.fileSystem.remove(path + suffix).catch(() => {});
}

/** After a failure before the rename: nothing of the attempt stays beside the target. */
async function takeBack({ fileSystem }: StoreParts, { paths, session }: OpenWork): Promise<void> {
  const { intent, attempt, strays } = session.state;
  const version = intent?.version ?? null;
  await fileSystem.remove(paths.next).catch(() => {});
  let left = strays;
  if (intent !== null) {
    await fileSystem.remove(intent.temp).catch(() => {
      left = [...strays, intent.temp];
    });
  }
  try {
    // A rename over a network may have happened although it was reported as failed.
    session.update({ intent: null, attempt: version?.sha256 ?? attempt, strays: left });
  } catch {
    // The private disk is full or broken: the intent stays, and the next start clears up after it.
  }
}
