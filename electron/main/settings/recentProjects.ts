import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { RecentProject } from '../../../shared/ipc/bridge.ts';
import { thumbnailSchema } from '../../../shared/layout/thumbnail.ts';

/** How many projects the start screen remembers. */
const MOST = 12;

/** A share that is gone can keep a question waiting for minutes; the start screen does not wait. In milliseconds. */
const LONGEST_LOOK = 300;

const entrySchema = z.object({
  id: z.string().min(1),
  path: z.string().min(1),
  openedAt: z.number(),
  /** The document's own id, by which a file that was moved is found. */
  uuid: z.string().nullable().catch(null),
  // A picture of another version is no reason to forget the project.
  thumbnail: thumbnailSchema.nullable().catch(null),
});

/** A project that was open before, with the path that windows do not learn. */
export type RecentEntry = z.infer<typeof entrySchema>;

/** The recent projects as they stand in their file, the last one first. */
export const recentSchema: z.ZodType<readonly RecentEntry[]> = z.array(entrySchema).max(MOST).readonly();

/** What is remembered of a project when it was opened or saved. */
export type SeenProject = Omit<RecentEntry, 'id'>;

/** The list after a project was opened or saved, looking like this; an entry keeps its id. */
export function rememberProject(
  entries: readonly RecentEntry[],
  seen: SeenProject,
  newId: () => string,
): readonly RecentEntry[] {
  const id = entries.find(({ path }) => path === seen.path)?.id ?? newId();
  return [{ ...seen, id }, ...entries.filter(({ path }) => path !== seen.path)].slice(0, MOST);
}

/** The folders projects were in. */
export function foldersOf(entries: readonly RecentEntry[]): readonly string[] {
  return [...new Set(entries.map(({ path }) => dirname(path)))];
}

/** The list with the place where a project was found again; another entry of that place gives way. */
export function moveProject(entries: readonly RecentEntry[], id: string, path: string): readonly RecentEntry[] {
  return entries
    .filter((entry) => entry.id === id || entry.path !== path)
    .map((entry) => (entry.id === id ? { ...entry, path } : entry));
}

/** The list without one entry. */
export function forgetProject(entries: readonly RecentEntry[], id: string): readonly RecentEntry[] {
  return entries.filter((entry) => entry.id !== id);
}

/** The list as windows get it before anybody has looked whether the files are still there. */
export function nameRecent(entries: readonly RecentEntry[]): readonly RecentProject[] {
  return entries.map(({ id, path, openedAt, thumbnail }) => ({
    id,
    fileName: basename(path),
    openedAt,
    thumbnail,
    found: true,
  }));
}

/** The list as windows get it. A file whose place does not answer in time counts as found. */
export async function describeRecent(
  entries: readonly RecentEntry[],
  isThere: (path: string) => Promise<boolean>,
): Promise<readonly RecentProject[]> {
  const found = await Promise.all(entries.map(({ path }) => Promise.race([isThere(path), sleep(LONGEST_LOOK, true)])));
  return nameRecent(entries).map((project, at) => ({ ...project, found: found[at] ?? true }));
}
