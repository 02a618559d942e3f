import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { StoredAsset } from '../../shared/ipc/projectStore.ts';
import { PICTURE_TYPES } from '../../shared/records/asset.ts';
import type { AssetHead } from './documentFrame.ts';
import { readFully, writeAll } from './fileCopy.ts';
import { type FileSystem, statIfThere } from './fileSystem.ts';
import { makeDatabase, openForReading } from './openDatabase.ts';
import { copyRows, createTables } from './schema.ts';

/**
 * The pictures of a document's older versions, each once however many versions show it: `<folder>/<hash>.<type>`, the
 * type being png, jpeg or webp.
 */
export class VersionPictures {
  readonly #fileSystem: FileSystem;
  readonly #folder: string;

  constructor(fileSystem: FileSystem, folder: string) {
    this.#fileSystem = fileSystem;
    this.#folder = folder;
  }

  /** Takes over the pictures of a private copy; gives how many it has. They are on the disk when this resolves. */
  async take(copy: string): Promise<number> {
    const heads = picturesIn(copy);
    if (heads.length === 0) return 0;
    await this.#fileSystem.makeFolder(this.#folder);
    for (const head of heads) {
      const path = this.#pathOf(head);
      if ((await statIfThere(this.#fileSystem, path)) !== null) continue;
      await writeDurably(this.#fileSystem, path, bytesIn(copy, head.hash));
    }
    await this.#fileSystem.syncFolder(this.#folder);
    return heads.length;
  }

  async find(hash: string): Promise<StoredAsset | null> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    for (const mime of PICTURE_TYPES) {
      const path = this.#pathOf({ hash, mime });
      const stat = await statIfThere(this.#fileSystem, path);
      if (stat !== null) return { hash, mime, bytes: await readWhole(this.#fileSystem, path, Number(stat.size)) };
    }
    return null;
  }

  /** Puts the pictures into a copy of a version that was put away without them. */
  async putInto(copy: string): Promise<void> {
    const bare = picturesIn(copy).filter(({ isBare }) => isBare);
    if (bare.length === 0) return;
    const database = new Database(copy);
    try {
      const put = database.prepare('UPDATE asset SET bytes = ? WHERE hash = ?');
      for (const { hash } of bare) {
        const picture = await this.find(hash);
        // Without it the digest says that the version is not whole.
        if (picture !== null) put.run(picture.bytes, hash);
      }
    } finally {
      database.close();
    }
  }

  /** Removes the pictures that none of these versions shows. */
  async prune(versions: readonly string[]): Promise<void> {
    if ((await statIfThere(this.#fileSystem, this.#folder)) === null) return;
    const used = new Set(versions.flatMap((version) => picturesIn(version).map((head) => this.#pathOf(head))));
    for (const name of await this.#fileSystem.list(this.#folder)) {
      const path = join(this.#folder, name);
      if (!used.has(path)) await this.#fileSystem.remove(path);
    }
  }

  #pathOf({ hash, mime }: AssetHead): string {
    return join(this.#folder, `${hash}.${mime.split('/')[1] ?? 'bin'}`);
  }
}

/**
 * Writes a document into a new file without the bytes of its pictures. What it says of them stays, so that its seal
 * holds again as soon as they are back. Throws SqliteError.
 */
export function writeBare(from: string, to: string): void {
  makeDatabase(to, from, (database) => {
    createTables(database, Number(database.pragma('whole.user_version', { simple: true })));
    copyRows(database, ['meta', 'record', 'revision', 'tombstone']);
    database.exec("INSERT INTO main.asset SELECT hash, mime, x'' FROM whole.asset");
  });
}

/** Writes a file in one step: under another name first, so that it is whole or not there. */
export async function writeDurably(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${path}.new`;
  await fileSystem.remove(fresh);
  const file = await fileSystem.create(fresh, 0o600);
  try {
    await writeAll(file, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await fileSystem.rename(fresh, path);
}

/** The bytes of a small file. */
export async function readWhole(fileSystem: FileSystem, path: string, size: number): Promise<Uint8Array> {
  const file = await fileSystem.openToRead(path);
  try {
    const bytes = new Uint8Array(size);
    return bytes.subarray(0, await readFully(file, bytes));
  } finally {
    await file.close();
  }
}

function picturesIn(path: string): readonly (AssetHead & { readonly isBare: boolean })[] {
  const database = openForReading(path);
  try {
    const query = database.prepare<[], { hash: string; mime: string; size: number }>(
      'SELECT hash, mime, octet_length(bytes) AS size FROM asset ORDER BY hash',
    );
    return query.all().map(({ hash, mime, size }) => ({ hash, mime, isBare: size === 0 }));
  } finally {
    database.close();
  }
}

function bytesIn(path: string, hash: string): Uint8Array {
  const database = openForReading(path);
  try {
    const bytes = database.prepare<[string], Uint8Array>('SELECT bytes FROM asset WHERE hash = ?').pluck().get(hash);
    return bytes ?? new Uint8Array(0);
  } finally {
    database.close();
  }
}
