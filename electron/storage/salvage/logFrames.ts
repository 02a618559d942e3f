import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** "WAL File Format" of SQLite's file format; all its integers are big-endian but for what a checksum is taken over. */
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;
/** Bytes of a frame's header that its checksum is taken over, beside its page. */
const CHECKED_BYTES = 8;

/** One page as a transaction wrote it into the log. */
export interface LogFrame {
  /** The page's number in the database, from 1. */
  readonly page: number;
  /** Where its bytes begin in the log. */
  readonly start: number;
  /** It is the last one of a transaction. */
  readonly commits: boolean;
  /** Its checksum follows from that of the frame before it. */
  readonly isProven: boolean;
}

/** A log as far as its transactions reach. */
export interface LogFrames {
  readonly pageSize: number;
  readonly frames: readonly LogFrame[];
  /**
   * Whole transactions stand behind a frame that is not as it was written: SQLite would pass over them in silence. A
   * transaction that was being written at a power cut is not among them.
   */
  readonly hidesEdits: boolean;
}

type Sum = readonly [number, number];

/** Reads the frames of a log; null when there is none, or it does not say what it is. Throws what the system throws. */
export function readLogFrames(path: string): LogFrames | null {
  if (!existsSync(path)) return null;
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const length = readSync(file, header, 0, HEADER_BYTES, 0);
    const magic = header.readUInt32BE(0);
    if (length < HEADER_BYTES || (magic & ~1) >>> 0 !== MAGIC) return null;
    const pageSize = header.readUInt32BE(8);
    if (pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return null;
    const frames = readFrames(file, pageSize, header, (magic & 1) === 1);
    return { pageSize, ...endAtLastCommit(frames) };
  } finally {
    closeSync(file);
  }
}

function readFrames(file: number, pageSize: number, header: Buffer, isBigEndian: boolean): readonly LogFrame[] {
  const bytes = FRAME_HEADER_BYTES + pageSize;
  const count = Math.floor((fstatSync(file).size - HEADER_BYTES) / bytes);
  const frame = Buffer.alloc(bytes);
  const frames: LogFrame[] = [];
  let before = sumAt(header, 24);
  const salts = readSalts(file, header, before, isBigEndian);
  for (let at = 0; at < count; at += 1) {
    const start = HEADER_BYTES + at * bytes;
    readSync(file, frame, 0, bytes, start);
    const head = addUp(frame.subarray(0, CHECKED_BYTES), before, isBigEndian);
    const sum = addUp(frame.subarray(FRAME_HEADER_BYTES), head, isBigEndian);
    before = sumAt(frame, 16);
    // What a log held before it was begun anew has other salts.
    const isProven = sum[0] === before[0] && sum[1] === before[1] && frame.subarray(8, 16).equals(salts);
    frames.push({
      page: frame.readUInt32BE(0),
      start: start + FRAME_HEADER_BYTES,
      commits: frame.readUInt32BE(4) !== 0,
      isProven,
    });
  }
  return frames;
}

/** What marks the frames of this log: as its header says, or its first frame when the header is broken itself. */
function readSalts(file: number, header: Buffer, sum: Sum, isBigEndian: boolean): Buffer {
  const found = addUp(header.subarray(0, 24), [0, 0], isBigEndian);
  if (found[0] === sum[0] && found[1] === sum[1]) return header.subarray(16, 24);
  const salts = Buffer.alloc(8);
  readSync(file, salts, 0, 8, HEADER_BYTES + 8);
  return salts;
}

function endAtLastCommit(frames: readonly LogFrame[]): Pick<LogFrames, 'frames' | 'hidesEdits'> {
  const end = frames.map(({ commits, isProven }) => commits && isProven).lastIndexOf(true);
  const whole = frames.slice(0, end + 1);
  const broken = whole.findIndex(({ isProven }) => !isProven);
  const hidesEdits = broken !== -1 && whole.some(({ isProven }, at) => isProven && isBehind(whole, at, broken));
  return { frames: whole, hidesEdits };
}

/** Whether a frame begins a transaction after the one that is broken: that one had been written to the end. */
function isBehind(frames: readonly LogFrame[], at: number, broken: number): boolean {
  return at > broken && frames[at - 1]?.commits === true;
}

function sumAt(bytes: Buffer, at: number): Sum {
  return [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
}

function addUp(bytes: Buffer, [first, second]: Sum, isBigEndian: boolean): Sum {
  let [one, two] = [first, second];
  for (let at = 0; at < bytes.byteLength; at += 8) {
    one = (one + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + two) >>> 0;
    two = (two + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + one) >>> 0;
  }
  return [one, two];
}
