import type { FileStamp, FileStat } from './fileSystem.ts';

/** Nanoseconds within which two writes may get the same time: FAT keeps times in steps of two seconds. */
const COARSEST_CLOCK = 3_000_000_000n;

/** What of a stat tells one state of a file from another. */
export function stampOfFile({ device, inode, size, modified, changed }: FileStat): FileStamp {
  return { device, inode, size, modified, changed };
}

/** Whether two looks at a file saw the same file in the same state, as far as a stat can tell. */
export function sameStamp(one: FileStamp, other: FileStamp): boolean {
  return (
    one.device === other.device &&
    one.inode === other.inode &&
    one.size === other.size &&
    one.modified === other.modified &&
    one.changed === other.changed
  );
}

/**
 * Whether a stamp taken at `seenAt` (milliseconds since 1970) proves that a file with the same stamp is unchanged: not
 * when the file had been written so shortly before that another write could have got the same time.
 */
export function isConclusive(stamp: FileStamp, seenAt: number): boolean {
  return BigInt(Math.floor(seenAt)) * 1_000_000n - stamp.modified > COARSEST_CLOCK;
}
