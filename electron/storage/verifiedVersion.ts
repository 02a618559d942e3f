import type { PublishFault } from '../../shared/ipc/projectStore.ts';
import type { Seal } from '../../shared/ipc/storageMessages.ts';
import type { OpenWork } from './openWork.ts';
import type { StoreParts } from './storeParts.ts';

/** Thrown between the steps of a save for what has a fault of its own. */
export class PublishStopped extends Error {
  override readonly name = 'PublishStopped';
  readonly fault: PublishFault;

  constructor(fault: PublishFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** What a version is sealed as. */
export interface VersionWords {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly author: string;
  readonly label: string;
}

/** Seals a document and copies it into a private file of its own. Throws what SQLite and the disk throw. */
export async function writeSealed(
  { fileSystem }: StoreParts,
  { copy, session }: OpenWork,
  words: VersionWords,
  path: string,
): Promise<Seal> {
  const seal = copy.seal(words, session);
  await fileSystem.remove(path);
  copy.writeTo(path);
  return seal;
}

/**
 * Proves that a version that was just written reads back, sees to it that it is on the disk, and does the `rest`, all
 * at the same time: the proof is another process' work. Ends when all have ended; throws PublishStopped when the version
 * does not read back, and what the disk and the rest throw.
 */
export async function proveMeanwhile<Value>(
  parts: StoreParts,
  work: OpenWork,
  written: { readonly path: string; readonly seal: Seal },
  rest: () => Promise<Value>,
): Promise<Value> {
  const { fileSystem } = parts;
  const [proof, sync, done] = await Promise.allSettled([
    proveReadsBack(parts, work, written),
    fileSystem.sync(written.path),
    rest(),
  ]);
  for (const part of [proof, sync]) if (part.status === 'rejected') throw part.reason;
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}

async function proveReadsBack(
  { inspector }: StoreParts,
  { saved, paths }: OpenWork,
  { path, seal }: { readonly path: string; readonly seal: Seal },
): Promise<void> {
  // Most rows are as they were in the saved version, which has been judged.
  const judged = saved === null ? null : paths.base;
  const inspected = await inspector.inspect({ path, recover: false, salvageTo: null, judged });
  if (!inspected.ok) {
    const { reason } = inspected;
    throw reason.code === 'notChecked' ? new PublishStopped(reason) : notVerified(reason.code);
  }
  const found = inspected.value.seal;
  if (found.digest !== seal.digest || found.head !== seal.head) throw notVerified('It differs');
}

/** What a save stops with when something does not read back as it was written. */
export function notVerified(detail: string): PublishStopped {
  return new PublishStopped({ code: 'notVerified', detail });
}
