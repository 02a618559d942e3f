import { closeSync, constants, fsync, openSync } from 'node:fs';
import { access, type FileHandle, mkdir, open, readdir, realpath, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const flush = promisify(fsync);

/** What tells one state of a file from another without reading it. Times in nanoseconds since 1970. */
export interface FileStamp {
  readonly device: bigint;
  readonly inode: bigint;
  readonly size: bigint;
  readonly modified: bigint;
  readonly changed: bigint;
}

/** What stands at a path. */
export interface FileStat extends FileStamp {
  readonly kind: 'file' | 'folder' | 'other';
  /** Permission bits, such as 0o644. */
  readonly mode: number;
}

/** An open file. */
export interface OpenFile {
  stat(): Promise<FileStat>;
  /** Fills the buffer from where the last read ended; gives the bytes read, 0 at the end. May read less than fits. */
  read(buffer: Uint8Array): Promise<number>;
  /** Writes at the end; gives the bytes written, which may be fewer than given. */
  write(bytes: Uint8Array): Promise<number>;
  /** Comes back when the disk has the bytes. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The file operations of the storage process outside SQLite, so that tests can let the n-th one fail. Each rejects
 * with Node's errors, whose `code` is ENOENT, ENOSPC and so on.
 */
export interface FileSystem {
  /** The path without symbolic links. */
  realPath(path: string): Promise<string>;
  stat(path: string): Promise<FileStat>;
  /** Never waits: a pipe opens at once. */
  openToRead(path: string): Promise<OpenFile>;
  /** Makes a file that must not be there yet, with exactly these permissions, or for null those usual for the account. */
  create(path: string, mode: number | null): Promise<OpenFile>;
  /** Puts a file in the place of another in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a folder with what is in it; no error when there is none. */
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** Names in a folder, sorted. */
  list(path: string): Promise<readonly string[]>;
  /** Comes back when the disk has the bytes of a private file. */
  sync(path: string): Promise<void>;
  /** Makes a rename in this folder survive a power cut, where the system can. */
  syncFolder(path: string): Promise<void>;
  /** Bytes that can still be written in this folder. */
  freeBytes(path: string): Promise<number>;
  /** Whether this account may write an existing file. */
  isWritable(path: string): Promise<boolean>;
}

/** The computer's own files. */
export const nodeFileSystem: FileSystem = {
  realPath: (path) => realpath(path),
  stat: async (path) => readStat(await stat(path, { bigint: true })),
  openToRead: async (path) => wrap(await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))),
  create,
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { recursive: true, force: true }),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  list: async (path) => (await readdir(path)).sort(),
  sync: async (path) => {
    // Windows syncs only what may be written. Opened at once: the disk begins although the caller computes meanwhile.
    const file = openSync(path, 'r+');
    await flush(file).finally(() => closeSync(file));
  },
  syncFolder,
  freeBytes: async (path) => {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  },
  isWritable: async (path) => {
    // The account "root" may write everything, yet a file marked read-only is marked for a reason.
    if (((await stat(path)).mode & 0o222) === 0) return false;
    return access(path, constants.W_OK).then(
      () => true,
      () => false,
    );
  },
};

async function create(path: string, mode: number | null): Promise<OpenFile> {
  const file = await open(path, 'wx', mode ?? 0o666);
  try {
    // The mode of `open` is cut by the account's umask: a file shared with a group would cease to be.
    if (mode !== null) await file.chmod(mode);
    return wrap(file);
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
}

/** Codes by which systems say that they cannot do this to a folder at all (Windows, some network shares). */
const NO_FOLDER_SYNC: readonly (string | undefined)[] = ['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES', 'EBADF'];

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, constants.O_RDONLY);
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    if (!NO_FOLDER_SYNC.includes(errorCode(error))) throw error;
  }
}

function wrap(file: FileHandle): OpenFile {
  return {
    stat: async () => readStat(await file.stat({ bigint: true })),
    read: async (buffer) => (await file.read(buffer, 0, buffer.byteLength, null)).bytesRead,
    write: async (bytes) => (await file.write(bytes, 0, bytes.byteLength, null)).bytesWritten,
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

function readStat(found: Awaited<ReturnType<typeof readBigStat>>): FileStat {
  return {
    kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
    mode: Number(found.mode & 0o777n),
    device: found.dev,
    inode: found.ino,
    size: found.size,
    modified: found.mtimeNs,
    changed: found.ctimeNs,
  };
}

function readBigStat(path: string) {
  return stat(path, { bigint: true });
}

/** Node's code of an error, such as ENOENT; undefined for errors of other kinds. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** What stands at a path, or null when nothing does. Rejects for every other reason. */
export async function statIfThere(fileSystem: FileSystem, path: string): Promise<FileStat | null> {
  try {
    return await fileSystem.stat(path);
  } catch (error) {
    // Nothing can stand under a name that is too long.
    if (isMissing(error) || isNameTooLong(error)) return null;
    throw error;
  }
}

/** Codes by which systems say that a drive or a share has gone or does not answer. */
const AWAY: readonly (string | undefined)[] = [
  ...['EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'EREMOTEIO', 'ETIMEDOUT', 'EHOSTDOWN'],
  ...['EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'ENOTCONN', 'ECONNRESET'],
];

/** Whether an error says that the drive or share itself has gone. */
export function isAway(error: unknown): boolean {
  return AWAY.includes(errorCode(error));
}

/** Whether the folder that a path is in can be found. */
export async function isFolderThere(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    return (await statIfThere(fileSystem, dirname(path)))?.kind === 'folder';
  } catch (error) {
    return !isAway(error);
  }
}

/** Whether an error says that there is no such file. ENOTDIR: a part of the path is a file. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
}

/** Whether an error says that the disk takes no names of that length. */
export function isNameTooLong(error: unknown): boolean {
  return errorCode(error) === 'ENAMETOOLONG';
}
