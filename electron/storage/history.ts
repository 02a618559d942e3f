import { join } from 'node:path';
import { z } from 'zod';
import type { StoredVersion } from '../../shared/ipc/projectStore.ts';
import type { FileSystem } from './fileSystem.ts';
import { statIfThere } from './fileSystem.ts';
import { hashBytes } from './hashing.ts';
import { thinVersions } from './thinVersions.ts';

/** A version about to be put away. */
export interface KeptVersion {
  readonly uuid: string;
  readonly revision: string;
  /** When it was saved, in milliseconds since 1970. */
  readonly at: number;
  readonly isNamed: boolean;
}

/** `<at>.<revision>.meander`, with `.named` before the ending for a version that is kept for ever. */
const VERSION_NAME = /^(\d+)\.([A-Za-z0-9_-]{1,64})(\.named)?\.meander$/;

/**
 * Older versions of documents (HISTORY): `<folder>/<uuid>/<at>.<revision>.meander`, whole project files. Keyed by the
 * document's own id, they survive renaming and moving the file.
 */
export class VersionHistory {
  readonly #fileSystem: FileSystem;
  readonly #folder: string;

  constructor(fileSystem: FileSystem, folder: string) {
    this.#fileSystem = fileSystem;
    this.#folder = folder;
  }

  /** Moves a private copy into the history, then thins out what is old. */
  async keep(copy: string, version: KeptVersion, now: number): Promise<void> {
    const folder = join(this.#folder, version.uuid);
    await this.#fileSystem.makeFolder(folder);
    const name = `${version.at}.${version.revision}${version.isNamed ? '.named' : ''}.meander`;
    await this.#fileSystem.rename(copy, join(folder, name));
    await this.#fileSystem.syncFolder(folder);
    const versions = await this.list(version.uuid);
    for (const { path } of thinVersions(versions, now)) await this.#fileSystem.remove(path);
  }

  /** Remembers that a document was saved at a path, as an empty file named after the path's hash. */
  async notePlace(uuid: string, path: string): Promise<void> {
    const folder = join(this.#folder, uuid);
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
    if (!z.uuid().safeParse(uuid).success) return [];
    const folder = join(this.#folder, uuid);
    if ((await statIfThere(this.#fileSystem, folder)) === null) return [];
    const versions: StoredVersion[] = [];
    for (const name of await this.#fileSystem.list(folder)) {
      const [, at, revision, named] = VERSION_NAME.exec(name) ?? [];
      if (at === undefined || revision === undefined) continue;
      versions.push({ path: join(folder, name), revision, at: Number(at), isNamed: named !== undefined });
    }
    return versions.sort(newestFirst);
  }
}

function newestFirst(a: StoredVersion, b: StoredVersion): number {
  return b.at - a.at || (a.revision < b.revision ? 1 : -1);
}

function placeName(path: string): string {
  return `${hashBytes(Buffer.from(path))}.place`;
}
