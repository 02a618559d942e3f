import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * A file that takes the place of another as a whole or not at all: written beside it, flushed to the disk, then
 * renamed over it. Whatever happens, what stands at the target is the old file or the complete new one.
 */
export class FileReplacement {
  readonly #target: string;
  readonly #path: string;
  readonly #handle: FileHandle;

  private constructor(target: string, path: string, handle: FileHandle) {
    this.#target = target;
    this.#path = path;
    this.#handle = handle;
  }

  /**
   * Begins a file beside `target`. Rejects with Node's error when its folder takes none, when the file there may not
   * be written, or when something other than a file stands there.
   */
  static async begin(target: string): Promise<FileReplacement> {
    const replaced = await findReplaced(target);
    const path = join(dirname(replaced.path), `.meander-${randomBytes(6).toString('hex')}.tmp`);
    return new FileReplacement(replaced.path, path, await open(path, 'wx', replaced.mode));
  }

  /** Writes the next bytes; they may still get lost. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, at);
      at += bytesWritten;
    }
  }

  /** Puts the file in its place; leaves nothing behind when that fails. */
  async commit(): Promise<void> {
    try {
      await this.#handle.sync();
      await this.#handle.close();
      await rename(this.#path, this.#target);
    } catch (error) {
      await this.abandon();
      throw error;
    }
    await syncFolder(dirname(this.#target));
  }

  /** Leaves the target as it is and removes what was written. */
  async abandon(): Promise<void> {
    // Closed already when the rename failed.
    await this.#handle.close().catch(() => undefined);
    await rm(this.#path, { force: true });
  }
}

/** Replaces a file by these bytes as a whole. */
export async function replaceFile(target: string, bytes: Uint8Array): Promise<void> {
  const replacement = await FileReplacement.begin(target);
  try {
    await replacement.write(bytes);
  } catch (error) {
    await replacement.abandon();
    throw error;
  }
  await replacement.commit();
}

/** What the new file takes the place of: behind a link the file it leads to. */
async function findReplaced(target: string): Promise<{ readonly path: string; readonly mode: number }> {
  const found = await stat(target).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return { path: target, mode: 0o666 };
  // A rename would put a file in the place of a device too.
  if (!found.isFile()) throw Object.assign(new Error(`Not a file: ${target}`), { code: 'EISDIR' });
  // And it would replace a file that its owner has locked, as long as the folder is open.
  await access(target, constants.W_OK);
  return { path: await realpath(target), mode: found.mode & 0o777 };
}

/** A rename survives a power cut only when the folder is flushed too. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(() => null);
  // Some network shares refuse it: the file is complete all the same.
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
