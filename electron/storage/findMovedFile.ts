import { basename, dirname, extname, join } from 'node:path';
import type { LostFile } from '../../shared/ipc/projectStore.ts';
import { type FileStat, type FileSystem, statIfThere } from './fileSystem.ts';
import { stageDocument } from './stageDocument.ts';
import type { StoreFolders } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';

const ENDING = '.meander';

/** How many things are looked at by their names, and how many files are read: a search of a whole disk helps nobody. */
const MOST_LOOKS = 2_000;
const MOST_FILES = 24;

/** What is known of the file itself, beside the document's id. */
type KnownFile = Pick<FileStat, 'device' | 'inode' | 'size'>;

interface Candidate {
  readonly path: string;
  readonly stat: FileStat;
}

/**
 * Finds the file of a document that is not at its place any more, by the document's id: in the folder it was in, those
 * inside it, those beside it, and the folders named. Null when it is in none of them. What is known of the file only
 * says which ones are read first.
 */
export async function findMovedFile(
  parts: StoreParts,
  folders: StoreFolders,
  { uuid, path, near }: LostFile,
  known: KnownFile | null,
): Promise<string | null> {
  const candidates = await listCandidates(parts.fileSystem, path, near);
  const likeliest = [...candidates].sort((a, b) => likeness(b, path, known) - likeness(a, path, known));
  for (const candidate of likeliest.slice(0, MOST_FILES)) {
    const staged = await stageDocument(parts, candidate.path, folders);
    if (!staged.ok) continue;
    const { copy, realPath, seal } = staged.value;
    await parts.fileSystem.remove(copy).catch(() => {});
    if (seal.uuid === uuid) return realPath;
  }
  return null;
}

/** How much a file looks like the one that is sought: a moved file keeps its inode, a copy at least its size. */
function likeness({ path, stat }: Candidate, lost: string, known: KnownFile | null): number {
  if (known?.inode === stat.inode && known.device === stat.device) return 3;
  if (known?.size === stat.size) return 2;
  return basename(path) === basename(lost) ? 1 : 0;
}

/** The project files near a place, nearest first. */
async function listCandidates(
  fileSystem: FileSystem,
  lost: string,
  near: readonly string[],
): Promise<readonly Candidate[]> {
  const search = new FolderSearch(fileSystem);
  const home = await nearestFolder(fileSystem, dirname(lost));
  const inside = await search.look(home);
  for (const folder of near) await search.look(folder);
  for (const folder of inside) await search.look(folder);
  for (const folder of await search.look(dirname(home))) await search.look(folder);
  return search.found.filter(({ path }) => path !== lost);
}

async function nearestFolder(fileSystem: FileSystem, from: string): Promise<string> {
  for (let folder = from; ; folder = dirname(folder)) {
    const stat = await statIfThere(fileSystem, folder).catch(() => null);
    if (stat?.kind === 'folder' || folder === dirname(folder)) return folder;
  }
}

/** Looks into folders, each once, until it has seen enough. */
class FolderSearch {
  readonly found: Candidate[] = [];
  readonly #fileSystem: FileSystem;
  readonly #seen = new Set<string>();
  #looks = 0;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** Notes the project files of a folder and gives the folders in it; what cannot be read holds nothing. */
  async look(folder: string): Promise<readonly string[]> {
    if (this.#seen.has(folder)) return [];
    this.#seen.add(folder);
    const names = await this.#fileSystem.list(folder).catch(() => []);
    const inside: string[] = [];
    for (const name of names.filter((each) => !each.startsWith('.') && mayMatter(each))) {
      this.#looks += 1;
      if (this.#looks > MOST_LOOKS) break;
      const path = join(folder, name);
      const stat = await statIfThere(this.#fileSystem, path).catch(() => null);
      if (stat?.kind === 'folder') inside.push(path);
      else if (stat?.kind === 'file' && extname(name).toLowerCase() === ENDING) this.found.push({ path, stat });
    }
    return inside;
  }
}

/** Files of other kinds are not even looked at; a folder seldom has an ending. */
function mayMatter(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return ending === ENDING || !/^\.[a-z0-9]{1,5}$/.test(ending);
}
