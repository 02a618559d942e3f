/** A PNG's measures. */
export interface PngSize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels per metre when printed at its intended size. */
  readonly density: number;
}

/** A piece of a strip as a canvas gives it: RGBA rows, beginning `x` px from the picture's left. */
export interface StripPiece {
  readonly x: number;
  readonly width: number;
  readonly rgba: Uint8ClampedArray;
}

/** What every PNG begins with (W3C PNG, third edition, section 5.2). */
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Filter type 2: each byte less the one above it, which turns flat grounds and straight lines into zeros. */
const FILTER_UP = 2;

/** Everything before the picture's data: signature, size (8-bit RGB, no alpha), colour space and density. */
export function pngHead({ width, height, density }: PngSize): Uint8Array {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  header.setUint8(9, 2);
  const physical = new DataView(new ArrayBuffer(9));
  physical.setUint32(0, Math.round(density));
  physical.setUint32(4, Math.round(density));
  physical.setUint8(8, 1);
  return joinBytes([
    SIGNATURE,
    pngChunk('IHDR', new Uint8Array(header.buffer)),
    pngChunk('sRGB', Uint8Array.of(0)),
    pngChunk('pHYs', new Uint8Array(physical.buffer)),
  ]);
}

/** The end of a PNG. */
export function pngTail(): Uint8Array {
  return pngChunk('IEND', new Uint8Array(0));
}

/** One chunk: length, type, data and the checksum over type and data. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at += 1) chunk[4 + at] = type.charCodeAt(at);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** Turns strips into scanlines ready to be deflated; remembers the last row, which the next strip's first hangs on. */
export class ScanlineFilter {
  private readonly width: number;
  private above: Uint32Array;
  private lines = new Uint8Array(0);

  constructor(width: number) {
    this.width = width;
    this.above = new Uint32Array(width);
  }

  /**
   * The filtered scanlines of a strip `rows` px high; its pieces lie side by side and cover the width. They stand in
   * the same memory at every call: touching as much anew would cost as much as the filter.
   */
  filter(pieces: readonly StripPiece[], rows: number): Uint8Array<ArrayBuffer> {
    const stride = this.width * 3 + 1;
    if (this.lines.length < rows * stride) this.lines = new Uint8Array(rows * stride);
    const lines = this.lines.subarray(0, rows * stride).fill(0);
    for (let row = 0; row < rows; row += 1) lines[row * stride] = FILTER_UP;
    const last = new Uint32Array(this.width);
    for (const { x, width, rgba } of pieces) {
      // Whole pixels at once: nearly all are as the one above them, and then the line's zeros stand already.
      const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * rows);
      filterRow(pixels.subarray(0, width), this.above.subarray(x, x + width), lines, 1 + x * 3);
      for (let row = 1; row < rows; row += 1) {
        const begin = row * width;
        const line = pixels.subarray(begin, begin + width);
        filterRow(line, pixels.subarray(begin - width, begin), lines, row * stride + 1 + x * 3);
      }
      last.set(pixels.subarray((rows - 1) * width), x);
    }
    this.above = last;
    return lines;
  }
}

/** Pixels are read as the platforms' little-endian words: red is the lowest byte. */
function filterRow(line: Uint32Array, above: Uint32Array, lines: Uint8Array, begin: number): void {
  for (let at = 0; at < line.length; at += 1) {
    const here = line[at] ?? 0;
    const over = above[at] ?? 0;
    if (here === over) continue;
    const to = begin + at * 3;
    lines[to] = here - over;
    lines[to + 1] = (here >>> 8) - (over >>> 8);
    lines[to + 2] = (here >>> 16) - (over >>> 16);
  }
}

/** The bytes of several arrays one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Remainders of the polynomial that PNG's checksum divides by (W3C PNG, annex D). */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
