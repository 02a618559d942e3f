import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { StoredAsset, StoredVersion } from '../../shared/ipc/projectStore.ts';
import type { FileSystem } from './fileSystem.ts';
import { statIfThere } from './fileSystem.ts';
import { hashBytes } from './hashing.ts';
import { thinVersions } from './thinVersions.ts';
import { readWhole, VersionPictures, writeBare, writeDurably } from './versionPictures.ts';

/** A version about to be put away. */
export interface KeptVersion {
  readonly uuid: string;
  readonly revision: string;
  /** When it was saved, in milliseconds since 1970. */
  readonly at: number;
  readonly isNamed: boolean;
}

/** `<at>.<revision>.meander`, with `.named` before the ending for a version that was saved under a name. */
const VERSION_NAME = /^(\d+)\.([A-Za-z0-9_-]{1,64})(\.named)?\.meander$/;

/** `<revision>.name`: what a version was called later, as text. */
const NAME_NAME = /^([A-Za-z0-9_-]{1,64})\.name$/;

/** What a file that was being written when the computer stopped is called. */
const UNFINISHED = '.new';

/**
 * Older versions of documents (HISTORY): `<folder>/<uuid>/<at>.<revision>.meander`, project files whose pictures lie
 * beside them, each once, in `pictures`. Keyed by the document's own id, they survive renaming and moving the file.
 */
export class VersionHistory {
  readonly #fileSystem: FileSystem;
  readonly #folder: string;
  #most: number;
  /** Bytes they took when that was last looked at, and what has been put away since. */
  #bytes = 0;

  /** `most` is how many bytes all versions together may take; named ones and each document's newest stay in any case. */
  constructor(fileSystem: FileSystem, folder: string, most: number) {
    this.#fileSystem = fileSystem;
    this.#folder = folder;
    this.#most = most;
  }

  /** Puts a private copy into the history, then thins out what is old. Done again after a crash, it does the same. */
  async keep(copy: string, version: KeptVersion, now: number): Promise<void> {
    const { uuid, revision, at, isNamed } = version;
    const folder = this.#folderOf(uuid);
    await this.#fileSystem.makeFolder(folder);
    const path = join(folder, `${at}.${revision}${isNamed ? '.named' : ''}.meander`);
    const pictures = await this.#picturesOf(uuid).take(copy);
    if (pictures === 0) await this.#fileSystem.rename(copy, path);
    else await this.#putAwayBare(copy, path);
    await this.#fileSystem.syncFolder(folder);
    if (pictures > 0) await this.#fileSystem.remove(copy);
    await this.#thin(uuid, now);
    this.#bytes += await this.#sizeOf(path);
    if (this.#bytes > this.#most) await this.limit(this.#most);
  }

  /** Remembers that a document was saved at a path, as an empty file named after the path's hash. */
  async notePlace(uuid: string, path: string): Promise<void> {
    const folder = this.#folderOf(uuid);
    const marker = join(folder, placeName(path));
    await this.#fileSystem.makeFolder(folder);
    if ((await statIfThere(this.#fileSystem, marker)) !== null) return;
    const file = await this.#fileSystem.create(marker, 0o600);
    await file.close();
  }

  /** The versions of every document that was ever saved at a path, newest first. */
  async listPlace(path: string): Promise<readonly StoredVersion[]> {
    const versions: StoredVersion[] = [];
    for (const uuid of await this.#fileSystem.list(this.#folder)) {
      const marker = join(this.#folder, uuid, placeName(path));
      if ((await statIfThere(this.#fileSystem, marker)) !== null) versions.push(...(await this.list(uuid)));
    }
    return versions.sort(newestFirst);
  }

  /** The versions of a document, newest first. */
  async list(uuid: string): Promise<readonly StoredVersion[]> {
    // The id may come from a file: it must not lead out of the folder.
    if (!isUuid(uuid)) return [];
    const folder = this.#folderOf(uuid);
    if ((await statIfThere(this.#fileSystem, folder)) === null) return [];
    const names = await this.#fileSystem.list(folder);
    const named = new Set(names.map((name) => NAME_NAME.exec(name)?.[1]));
    const versions: StoredVersion[] = [];
    for (const name of names) {
      const [, at, revision, mark] = VERSION_NAME.exec(name) ?? [];
      if (at === undefined || revision === undefined) continue;
      const isNamed = mark !== undefined || named.has(revision);
      versions.push({ path: join(folder, name), revision, at: Number(at), isNamed });
    }
    return versions.sort(newestFirst);
  }

  /** Calls a version something, on this computer, so that it stays; an empty name takes that back. */
  async name(uuid: string, revision: string, name: string): Promise<void> {
    const path = this.#namePath(uuid, revision);
    if (path === null) return;
    await this.#fileSystem.makeFolder(dirname(path));
    if (name === '') await this.#fileSystem.remove(path);
    else await writeDurably(this.#fileSystem, path, Buffer.from(name));
    await this.#fileSystem.syncFolder(dirname(path));
  }

  /** What a version was called later; null when it was not. */
  async nameOf(uuid: string, revision: string): Promise<string | null> {
    const path = this.#namePath(uuid, revision);
    const stat = path === null ? null : await statIfThere(this.#fileSystem, path);
    if (path === null || stat === null) return null;
    return Buffer.from(await readWhole(this.#fileSystem, path, Number(stat.size))).toString();
  }

  /** A picture that an older version of a document shows. */
  async findPicture(uuid: string, hash: string): Promise<StoredAsset | null> {
    return isUuid(uuid) ? this.#picturesOf(uuid).find(hash) : null;
  }

  /** Makes a private copy of what stands at `path` whole, when that is a version whose pictures lie beside it. */
  async complete(path: string, copy: string): Promise<void> {
    const folder = dirname(path);
    if (dirname(folder) !== this.#folder) return;
    await new VersionPictures(this.#fileSystem, join(folder, 'pictures')).putInto(copy);
  }

  /** Sets how many bytes all versions together may take, and lets the oldest go until that holds. */
  async limit(most: number): Promise<void> {
    this.#most = most;
    const uuids = (await this.#fileSystem.list(this.#folder)).filter(isUuid);
    let bytes = 0;
    const spare: (StoredVersion & { readonly uuid: string })[] = [];
    for (const uuid of uuids) {
      bytes += await this.#bytesOf(uuid);
      const [, ...older] = await this.list(uuid);
      spare.push(...older.filter(({ isNamed }) => !isNamed).map((version) => ({ ...version, uuid })));
    }
    for (const { path, uuid } of spare.sort(newestFirst).reverse()) {
      if (bytes <= this.#most) break;
      const before = await this.#bytesOf(uuid);
      await this.#remove(uuid, [path]);
      bytes -= before - (await this.#bytesOf(uuid));
    }
    this.#bytes = bytes;
  }

  /** Lets go of what is too much by now, and of what a crash left unfinished. */
  async tidy(): Promise<void> {
    for (const uuid of (await this.#fileSystem.list(this.#folder)).filter(isUuid)) {
      const folder = this.#folderOf(uuid);
      const left = (await this.#fileSystem.list(folder)).filter((name) => name.endsWith(UNFINISHED));
      for (const name of left) await this.#fileSystem.remove(join(folder, name));
    }
    await this.limit(this.#most);
  }

  async #putAwayBare(copy: string, path: string): Promise<void> {
    const fresh = `${path}${UNFINISHED}`;
    await this.#fileSystem.remove(fresh);
    writeBare(copy, fresh);
    await this.#fileSystem.sync(fresh);
    await this.#fileSystem.rename(fresh, path);
  }

  async #thin(uuid: string, now: number): Promise<void> {
    const gone = thinVersions(await this.list(uuid), now).map(({ path }) => path);
    if (gone.length > 0) await this.#remove(uuid, gone);
  }

  async #remove(uuid: string, paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.#fileSystem.remove(path);
    const left = await this.list(uuid);
    await this.#picturesOf(uuid).prune(left.map(({ path }) => path));
  }

  async #bytesOf(uuid: string): Promise<number> {
    const folder = this.#folderOf(uuid);
    let bytes = 0;
    for (const { path } of await this.list(uuid)) bytes += await this.#sizeOf(path);
    const pictures = join(folder, 'pictures');
    if ((await statIfThere(this.#fileSystem, pictures)) === null) return bytes;
    for (const name of await this.#fileSystem.list(pictures)) bytes += await this.#sizeOf(join(pictures, name));
    return bytes;
  }

  async #sizeOf(path: string): Promise<number> {
    return Number((await statIfThere(this.#fileSystem, path))?.size ?? 0);
  }

  #folderOf(uuid: string): string {
    return join(this.#folder, uuid);
  }

  #picturesOf(uuid: string): VersionPictures {
    return new VersionPictures(this.#fileSystem, join(this.#folderOf(uuid), 'pictures'));
  }

  #namePath(uuid: string, revision: string): string | null {
    const name = `${revision}.name`;
    return isUuid(uuid) && NAME_NAME.test(name) ? join(this.#folderOf(uuid), name) : null;
  }
}

function isUuid(text: string): boolean {
  return z.uuid().safeParse(text).success;
}

function newestFirst(a: StoredVersion, b: StoredVersion): number {
  return b.at - a.at || (a.revision < b.revision ? 1 : -1);
}

function placeName(path: string): string {
  return `${hashBytes(Buffer.from(path))}.place`;
}
