import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { OtherOwner } from '../../shared/ipc/projectStore.ts';
import { readFully } from './fileCopy.ts';
import type { FileSystem } from './fileSystem.ts';

/** More is no owner file of ours. */
const MOST_BYTES = 4096;

const ownerSchema = z.object({
  account: z.string().max(300),
  computer: z.string().max(300),
  since: z.number(),
  work: z.string().max(100),
});

/** What an owner file says: who has the document open, and as which working copy. */
export type Owner = z.infer<typeof ownerSchema>;

/**
 * The file that tells others on a shared folder that a document is open. Only a courtesy: nothing relies on it, and
 * whatever goes wrong with it is passed over.
 */
function ownerPath(documentPath: string): string {
  return join(dirname(documentPath), `.~${basename(documentPath)}.open`);
}

/** Says that the document is open here, unless somebody else said so before: then who that is. */
export async function claimDocument(
  fileSystem: FileSystem,
  documentPath: string,
  owner: Owner,
): Promise<OtherOwner | null> {
  const path = ownerPath(documentPath);
  const other = await readOwner(fileSystem, path);
  if (other !== null && !isFromHere(other, owner)) {
    return { account: other.account, computer: other.computer, since: other.since };
  }
  try {
    await fileSystem.remove(path);
    const file = await fileSystem.create(path, null);
    await file.write(Buffer.from(JSON.stringify(owner))).finally(() => file.close());
  } catch {
    // A read-only folder or a full disk: others are not told, and no more than that.
  }
  return null;
}

/** Takes the claim of a working copy back. */
export async function releaseDocument(fileSystem: FileSystem, documentPath: string, work: string): Promise<void> {
  const path = ownerPath(documentPath);
  const owner = await readOwner(fileSystem, path);
  if (owner?.work !== work) return;
  await fileSystem.remove(path).catch(() => {});
}

/** One store runs for an account on a computer: an owner file of the same two is a left-over. */
function isFromHere(other: Owner, owner: Owner): boolean {
  return other.account === owner.account && other.computer === owner.computer;
}

async function readOwner(fileSystem: FileSystem, path: string): Promise<Owner | null> {
  try {
    if ((await fileSystem.stat(path)).kind !== 'file') return null;
    const file = await fileSystem.openToRead(path);
    const bytes = Buffer.alloc(MOST_BYTES);
    const length = await readFully(file, bytes).finally(() => file.close());
    const owner = ownerSchema.safeParse(JSON.parse(bytes.toString('utf8', 0, length)));
    return owner.success ? owner.data : null;
  } catch {
    // Missing, unreadable or no JSON: nobody claims the document.
    return null;
  }
}
