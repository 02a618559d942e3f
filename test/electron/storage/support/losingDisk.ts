import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileSystem, OpenFile } from '../../../../electron/storage/fileSystem.ts';

/** What a power cut leaves of the files in a folder: their bytes by path. */
type Remains = ReadonlyMap<string, Uint8Array>;

/** A file as the disk has it: the bytes it was told to keep. */
interface Inode {
  synced: Uint8Array;
}

/**
 * A disk that may lose, at a power cut, whatever it was not told to keep: bytes before their fsync, and names (new,
 * moved, removed) before the folder's. It watches one folder of a person; everything else is left alone.
 */
export class LosingDisk {
  readonly fileSystem: FileSystem;
  readonly #folder: string;
  /** Called before and after every operation in the folder. */
  #onMoment: () => void = () => {};
  #names = new Map<string, Inode>();
  #syncedNames = new Map<string, Inode>();

  constructor(real: FileSystem, folder: string, there: readonly string[]) {
    this.#folder = folder;
    for (const name of there) this.#names.set(join(folder, name), { synced: readFileSync(join(folder, name)) });
    this.#syncedNames = new Map(this.#names);
    this.fileSystem = this.#watch(real);
  }

  /** Says at which moments the power may go. */
  atEveryMoment(look: () => void): void {
    this.#onMoment = look;
  }

  /**
   * What the disk may hold now: the names of before the last fsync of the folder, or those of now; a file system may
   * write either first. Bytes that were not synced are gone in both.
   */
  remains(): readonly Remains[] {
    return [this.#syncedNames, this.#names].map(
      (names) => new Map([...names].map(([path, { synced }]) => [path, synced])),
    );
  }

  #watch(real: FileSystem): FileSystem {
    const during = async <Value>(path: string, act: () => Promise<Value>, note: () => void): Promise<Value> => {
      if (dirname(path) !== this.#folder) return act();
      this.#onMoment();
      const value = await act();
      note();
      this.#onMoment();
      return value;
    };
    return {
      ...real,
      create: (path, mode) =>
        during(
          path,
          async () => this.#watchFile(path, await real.create(path, mode), during),
          () => this.#names.set(path, { synced: new Uint8Array(0) }),
        ),
      rename: (from, to) =>
        during(
          to,
          () => real.rename(from, to),
          () => {
            const inode = this.#names.get(from);
            this.#names.delete(from);
            if (inode !== undefined) this.#names.set(to, inode);
          },
        ),
      remove: (path) =>
        during(
          path,
          () => real.remove(path),
          () => this.#names.delete(path),
        ),
      syncFolder: (path) =>
        during(
          join(path, 'any'),
          () => real.syncFolder(path),
          () => {
            this.#syncedNames = new Map(this.#names);
          },
        ),
    };
  }

  #watchFile(
    path: string,
    file: OpenFile,
    during: (path: string, act: () => Promise<void>, note: () => void) => Promise<void>,
  ): OpenFile {
    return {
      ...file,
      sync: () =>
        during(
          path,
          () => file.sync(),
          () => {
            const inode = this.#names.get(path);
            if (inode !== undefined) inode.synced = readFileSync(path);
          },
        ),
    };
  }
}

/** Puts what a power cut left into an empty folder. */
export function layOut(remains: Remains, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, bytes] of remains) writeFileSync(join(folder, path.slice(dirname(path).length + 1)), bytes);
}
