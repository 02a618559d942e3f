/** Damages a file's bytes. */
export type Mutation = (bytes: Buffer, random: () => number) => Buffer;

const at = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length);

/** What disks, cables, sync clients and editors do to files. */
export const MUTATIONS: readonly (readonly [string, Mutation])[] = [
  ['a bit flipped', (bytes, random) => flip(bytes, at(bytes, random), 1 << Math.floor(random() * 8))],
  [
    'a bit flipped in the first page',
    (bytes, random) => flip(bytes, Math.floor(random() * 8192), 1 << Math.floor(random() * 8)),
  ],
  ['a byte changed', (bytes, random) => flip(bytes, at(bytes, random), 1 + Math.floor(random() * 255))],
  ['sixteen bytes changed', (bytes, random) => scatter(bytes, random, 16)],
  ['a sector of zeros', zeroSector],
  ['a page in the place of another', movePage],
  ['two neighbouring bytes exchanged', swap],
  ['the end cut off', (bytes, random) => bytes.subarray(0, at(bytes, random))],
  ['the end cut off at a page', (bytes, random) => bytes.subarray(0, at(bytes, random) & ~8191)],
  ['a piece of itself inserted', insertPiece],
];

function flip(bytes: Buffer, place: number, mask: number): Buffer {
  bytes[place] = (bytes[place] ?? 0) ^ mask;
  return bytes;
}

function scatter(bytes: Buffer, random: () => number, count: number): Buffer {
  for (let more = 0; more < count; more += 1) flip(bytes, at(bytes, random), 1 + Math.floor(random() * 255));
  return bytes;
}

function zeroSector(bytes: Buffer, random: () => number): Buffer {
  const place = at(bytes, random) & ~511;
  return bytes.fill(0, place, place + 512);
}

function movePage(bytes: Buffer, random: () => number): Buffer {
  const [from, to] = [at(bytes, random) & ~8191, at(bytes, random) & ~8191];
  bytes.copy(bytes, to, from, from + 8192);
  return bytes;
}

function swap(bytes: Buffer, random: () => number): Buffer {
  const place = Math.min(at(bytes, random), bytes.length - 2);
  return bytes.fill(Buffer.from([bytes[place + 1] ?? 0, bytes[place] ?? 0]), place, place + 2);
}

function insertPiece(bytes: Buffer, random: () => number): Buffer {
  const place = at(bytes, random);
  return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place - 100, place), bytes.subarray(place)]);
}

/** Puts one text in the place of another of the same length, wherever it stands: pages hold remains of earlier ones. */
export function exchange(bytes: Buffer, from: string, to: string): Buffer {
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) bytes.write(to, at);
  return bytes;
}
