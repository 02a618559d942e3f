import { join } from 'node:path';
import type { FileSystem } from './fileSystem.ts';
import { VersionHistory } from './history.ts';
import type { StoreOptions } from './storeParts.ts';

/** The private folder's parts; docs/file-format.md shows the whole. */
export interface StoreFolders {
  /** One folder for each working copy. */
  readonly works: string;
  /** Copies of files being looked at; emptied at every start. */
  readonly staging: string;
  readonly history: VersionHistory;
}

/** The files of one working copy. */
export interface WorkPaths {
  readonly folder: string;
  readonly work: string;
  readonly session: string;
  /** For undo after a crash. */
  readonly undo: string;
  /** The document as last read or written. */
  readonly base: string;
  /** The version being saved. */
  readonly next: string;
}

/** Where the files of a working copy are. */
export function workPaths({ works }: StoreFolders, workId: string): WorkPaths {
  const folder = join(works, workId);
  return {
    folder,
    work: join(folder, 'work.db'),
    session: join(folder, 'session.db'),
    undo: join(folder, 'undo.log'),
    base: join(folder, 'base.meander'),
    next: join(folder, 'next.meander'),
  };
}

/** Makes the private folder's parts where they are missing and empties what is only passing. */
export async function prepareFolders(
  fileSystem: FileSystem,
  { folder, historyBytes }: Pick<StoreOptions, 'folder' | 'historyBytes'>,
): Promise<StoreFolders> {
  const works = join(folder, 'work');
  const staging = join(folder, 'staging');
  const history = join(folder, 'history');
  await fileSystem.remove(staging);
  for (const path of [works, staging, history]) await fileSystem.makeFolder(path);
  // Paths are compared with it, and those come without links.
  const realHistory = await fileSystem.realPath(history);
  return { works, staging, history: new VersionHistory(fileSystem, realHistory, historyBytes) };
}
