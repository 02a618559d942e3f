import { setImmediate } from 'node:timers/promises';
import type { ChangeCounts, DocumentVersion } from '../../shared/ipc/projectStore.ts';
import { openForReading } from './openDatabase.ts';
import type { OpenWork } from './openWork.ts';
import type { StoreFolders } from './storeFolders.ts';

/** A version of a document on this computer. */
export interface VersionPlace {
  readonly path: string;
  readonly revision: string;
  /** When it was saved, in milliseconds since 1970. */
  readonly at: number;
  readonly isNamed: boolean;
}

/** What a version says of itself. */
interface VersionHead {
  readonly author: string;
  readonly label: string;
}

/** Every version of an open document on this computer, newest first: the saved one, then those of the history. */
export async function placesOfVersions({ history }: StoreFolders, work: OpenWork): Promise<readonly VersionPlace[]> {
  const { file, paths, copy } = work;
  const older = await history.list(copy.uuid);
  if (file === null) return older;
  const { head: revision, headAt: at, isNamed } = file;
  // A version that was opened again lies in the history too.
  return [{ path: paths.base, revision, at, isNamed }, ...older.filter((version) => version.revision !== revision)];
}

/**
 * Tells of versions who saved them and what each changed. What was once found out is remembered: a version never
 * changes.
 */
export class VersionTeller {
  readonly #heads = new Map<string, VersionHead>();
  readonly #changes = new Map<string, ChangeCounts>();

  /** The versions of an open document as its window lists them. */
  async tell(folders: StoreFolders, work: OpenWork): Promise<readonly DocumentVersion[]> {
    const places = await placesOfVersions(folders, work);
    const told: DocumentVersion[] = [];
    let reader: Reader | null = null;
    for (const [index, place] of places.entries()) {
      const { revision, at } = place;
      const older = places[index + 1];
      reader = reader?.path === place.path ? reader : new Reader(place.path);
      const { author, label } = this.#headOf(reader, revision);
      const next: Reader | null = older === undefined ? null : new Reader(older.path);
      const changes = next === null ? null : this.#changesOf(reader, next, `${revision} ${older?.revision}`);
      const name = (await folders.history.nameOf(work.copy.uuid, revision)) ?? label;
      told.push({ revision, at, author, name, changes, isSaved: place.path === work.paths.base });
      reader = next;
      // Hundreds of versions take a while, and edits must be kept meanwhile.
      await setImmediate();
    }
    return told;
  }

  #headOf(reader: Reader, revision: string): VersionHead {
    const head = this.#heads.get(revision) ?? reader.head(revision);
    this.#heads.set(revision, head);
    return head;
  }

  #changesOf(newer: Reader, older: Reader, key: string): ChangeCounts | null {
    const known = this.#changes.get(key);
    if (known !== undefined) return known;
    const [to, from] = [newer.hashes(), older.hashes()];
    if (to === null || from === null) return null;
    const changes = countChanges(from, to);
    this.#changes.set(key, changes);
    return changes;
  }
}

/** Looks into a version; what cannot be read is said by whoever opens it. */
class Reader {
  readonly path: string;
  #hashes: ReadonlyMap<string, string> | null | undefined;

  constructor(path: string) {
    this.path = path;
  }

  head(revision: string): VersionHead {
    const query = 'SELECT author, label FROM revision WHERE id = ?';
    return this.#read((database) => database.prepare<[string], VersionHead>(query).get(revision)) ?? NO_HEAD;
  }

  /** The hash of every record by its id. */
  hashes(): ReadonlyMap<string, string> | null {
    if (this.#hashes === undefined) {
      const query = 'SELECT id, hash FROM record';
      this.#hashes =
        this.#read((database) => new Map(database.prepare<[], [string, string]>(query).raw().all())) ?? null;
    }
    return this.#hashes;
  }

  #read<Value>(read: (database: ReturnType<typeof openForReading>) => Value): Value | undefined {
    try {
      const database = openForReading(this.path);
      try {
        return read(database);
      } finally {
        database.close();
      }
    } catch (error) {
      console.error(`The version ${this.path} cannot be read`, error);
      return undefined;
    }
  }
}

const NO_HEAD: VersionHead = { author: '', label: '' };

function countChanges(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): ChangeCounts {
  let [added, changed, kept] = [0, 0, 0];
  for (const [id, hash] of to) {
    const before = from.get(id);
    if (before === undefined) added += 1;
    else if (before === hash) kept += 1;
    else changed += 1;
  }
  return { added, changed, removed: from.size - kept - changed };
}
