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

/**
 * Seals a document, copies it into a private file of its own and proves that this reads back. Throws PublishStopped when
 * it does not, and what SQLite and the disk throw.
 */
export async function writeVerified(
  { fileSystem, inspector }: StoreParts,
  { copy, session, saved, paths }: OpenWork,
  words: VersionWords,
  path: string,
): Promise<Seal> {
  const seal = copy.seal(words, session);
  await fileSystem.remove(path);
  copy.writeTo(path);
  const file = await fileSystem.openToRead(path);
  await file.sync().finally(() => file.close());
  // Most rows are as they were in the saved version, which has been judged.
  const judged = saved === null ? null : paths.base;
  const inspected = await inspector.inspect({ path, recover: false, salvageTo: null, judged });
  if (!inspected.ok) throw notVerified(inspected.reason.code);
  const found = inspected.value.seal;
  if (found.digest !== seal.digest || found.head !== seal.head) throw notVerified('It differs');
  return seal;
}

/** What a save stops with when something does not read back as it was written. */
export function notVerified(detail: string): PublishStopped {
  return new PublishStopped({ code: 'notVerified', detail });
}
