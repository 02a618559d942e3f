import { join } from 'node:path';
import { app } from 'electron';
import electronLog from 'electron-log/node';

/** What went on, for finding faults later. Never a word of a project: no titles, no texts, no file names. */
export interface Log {
  info(message: string): void;
  error(message: string, error?: unknown): void;
}

/** A megabyte is some ten thousand lines; then the file is put aside and begun anew. */
const MOST_BYTES = 1024 * 1024;

/** Writes to a file in `folder`, and while developing to the terminal too. */
export function openLog(folder: string): Log {
  const { file, console } = electronLog.transports;
  file.resolvePathFn = () => join(folder, 'meander.log');
  file.maxSize = MOST_BYTES;
  file.level = 'info';
  console.level = app.isPackaged ? false : 'warn';
  return {
    info: (message) => electronLog.info(message),
    error: (message, error) => electronLog.error(message, error ?? ''),
  };
}

/** The log of a run that leaves nothing on the disk. */
export const SILENT_LOG: Log = { info: () => undefined, error: () => undefined };
