import { type FileSystem, nodeFileSystem, type OpenFile } from '../../../../electron/storage/fileSystem.ts';

/** One operation about to happen. */
export interface Operation {
  /** Counts from 1. */
  readonly number: number;
  readonly name: keyof FileSystem | `file.${keyof OpenFile}`;
  /** The paths it is about, the first one being where it happens. */
  readonly paths: readonly string[];
}

/** Sees every operation before it happens and may reject in its place. */
export type Watcher = (operation: Operation) => Promise<void> | void;

/** Real files, watched operation by operation. */
export function watchFiles(watch: Watcher): FileSystem {
  let number = 0;
  const seen = async <Value>(name: Operation['name'], paths: readonly string[], act: () => Promise<Value>) => {
    number += 1;
    await watch({ number, name, paths });
    return act();
  };
  const watchFile = (path: string, file: OpenFile): OpenFile => ({
    stat: () => seen('file.stat', [path], () => file.stat()),
    read: (buffer) => seen('file.read', [path], () => file.read(buffer)),
    write: (bytes) => seen('file.write', [path], () => file.write(bytes)),
    sync: () => seen('file.sync', [path], () => file.sync()),
    // Closed in any case: a test that leaks files fails for the wrong reason.
    close: () => file.close().then(() => seen('file.close', [path], async () => {})),
  });
  const real = nodeFileSystem;
  return {
    realPath: (path) => seen('realPath', [path], () => real.realPath(path)),
    stat: (path) => seen('stat', [path], () => real.stat(path)),
    openToRead: (path) => seen('openToRead', [path], async () => watchFile(path, await real.openToRead(path))),
    create: (path, mode) => seen('create', [path], async () => watchFile(path, await real.create(path, mode))),
    rename: (from, to) => seen('rename', [to, from], () => real.rename(from, to)),
    remove: (path) => seen('remove', [path], () => real.remove(path)),
    makeFolder: (path) => seen('makeFolder', [path], () => real.makeFolder(path)),
    list: (path) => seen('list', [path], () => real.list(path)),
    sync: (path) => seen('sync', [path], () => real.sync(path)),
    syncFolder: (path) => seen('syncFolder', [path], () => real.syncFolder(path)),
    freeBytes: (path) => seen('freeBytes', [path], () => real.freeBytes(path)),
    isWritable: (path) => seen('isWritable', [path], () => real.isWritable(path)),
  };
}

/** An error as Node makes it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as planted by a test`), { code });
}
