import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { RecentProject } from '../../../shared/ipc/bridge.ts';

/** How many projects the start screen remembers. */
const MOST = 12;

/** A share that is gone can keep a question waiting for minutes; the start screen does not wait. In milliseconds. */
const LONGEST_LOOK = 300;

const entrySchema = z.object({ id: z.string().min(1), path: z.string().min(1), openedAt: z.number() });

/** A project that was open before, with the path that windows do not learn. */
export type RecentEntry = z.infer<typeof entrySchema>;

/** The recent projects as they stand in their file, the last one first. */
export const recentSchema: z.ZodType<readonly RecentEntry[]> = z.array(entrySchema).max(MOST).readonly();

/** The list after a project was opened or saved at `path`; an entry keeps its id. */
export function rememberProject(
  entries: readonly RecentEntry[],
  path: string,
  openedAt: number,
  newId: () => string,
): readonly RecentEntry[] {
  const id = entries.find((entry) => entry.path === path)?.id ?? newId();
  return [{ id, path, openedAt }, ...entries.filter((entry) => entry.path !== path)].slice(0, MOST);
}

/** The list without one entry. */
export function forgetProject(entries: readonly RecentEntry[], id: string): readonly RecentEntry[] {
  return entries.filter((entry) => entry.id !== id);
}

/** The list as windows get it. A file whose place does not answer in time counts as found. */
export async function describeRecent(entries: readonly RecentEntry[]): Promise<readonly RecentProject[]> {
  return Promise.all(
    entries.map(async ({ id, path, openedAt }) => ({
      id,
      fileName: basename(path),
      openedAt,
      found: await isThere(path),
    })),
  );
}

async function isThere(path: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const inTime = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), LONGEST_LOOK);
  });
  const look = access(path).then(
    () => true,
    () => false,
  );
  const found = await Promise.race([look, inTime]);
  clearTimeout(timer);
  return found;
}
