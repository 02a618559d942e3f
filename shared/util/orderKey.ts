import { generateKeyBetween } from 'fractional-indexing';

/** Anything that stands in an order: a key compared by code unit, ties broken by id. */
export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** Beyond this many characters a list is re-balanced: keys grow by about one character per insertion at one place. */
export const LONGEST_ORDER_KEY = 60;

/** The text form of a key, as fractional-indexing makes it: head letter, digits, no trailing zero. */
export const ORDER_KEY_PATTERN = /^[A-Za-z][0-9A-Za-z]*$/;

/** Sorts by (order, id), both by UTF-16 code unit: the same on every computer, whatever its language. */
export function compareOrdered(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** What was found of keys: nearly every key comes again, in one cell after the other. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 10_000;

/** Whether fractional-indexing can insert beside this key. */
export function isUsableOrderKey(key: string): boolean {
  let isUsable = judged.get(key);
  if (isUsable === undefined) {
    if (judged.size >= MOST_JUDGED) judged.clear();
    isUsable = judgeOrderKey(key);
    judged.set(key, isUsable);
  }
  return isUsable;
}

function judgeOrderKey(key: string): boolean {
  if (!ORDER_KEY_PATTERN.test(key)) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    // The library throws for a malformed key and offers no other test.
    return false;
  }
}

/** `count` evenly grown keys for a whole list. */
export function orderKeys(count: number): readonly string[] {
  return spreadBetween(null, null, count);
}

/** What has to change so that an item can stand at a place: the keys of the newcomers, and re-keyed neighbours. */
export interface Placement {
  readonly keys: readonly string[];
  /** Siblings whose key must change too (equal, reversed, unusable or overlong keys); usually empty. */
  readonly rekeyed: ReadonlyMap<string, string>;
}

/**
 * Keys for `count` newcomers that shall stand before `siblings[index]` (index may equal the length).
 * `siblings` must be sorted with compareOrdered and not hold the newcomers. Two people who insert at one place
 * get equal keys, between which nothing fits: then the whole list is re-keyed.
 */
export function placeAt(siblings: readonly Ordered[], index: number, count = 1): Placement {
  const before = siblings[index - 1]?.order ?? null;
  const after = siblings[index]?.order ?? null;
  const fits =
    (before === null || isUsableOrderKey(before)) &&
    (after === null || isUsableOrderKey(after)) &&
    (before === null || after === null || before < after);
  if (fits) {
    const keys = spreadBetween(before, after, count);
    if (keys.every((key) => key.length <= LONGEST_ORDER_KEY)) return { keys, rekeyed: new Map() };
  }
  return rebalance(siblings, index, count);
}

function rebalance(siblings: readonly Ordered[], index: number, count: number): Placement {
  const all = orderKeys(siblings.length + count);
  const rekeyed = new Map<string, string>();
  siblings.forEach((sibling, at) => {
    const key = all[at < index ? at : at + count];
    if (key !== undefined && key !== sibling.order) rekeyed.set(sibling.id, key);
  });
  return { keys: all.slice(index, index + count), rekeyed };
}

const NOTHING_HEALED: ReadonlyMap<string, string> = new Map();

/**
 * New keys for those members of a list that have none of their own: a key that is unusable, overlong or the same as
 * the one before. `siblings` must be sorted with compareOrdered; their order stays, and so does every sound key
 * unless nothing fits between its neighbours. Empty when all is well.
 */
export function healOrder(siblings: readonly Ordered[]): ReadonlyMap<string, string> {
  if (siblings.every((sibling, at) => isSoundAfter(siblings[at - 1], sibling))) return NOTHING_HEALED;
  const sound: Ordered[] = [];
  const firstSoundAfter = siblings.map((sibling) => {
    const keeps = isSoundAfter(sound.at(-1), sibling);
    if (keeps) sound.push(sibling);
    return keeps ? null : sound.length;
  });
  const healed = new Map<string, string>();
  for (let start = 0; start < siblings.length; ) {
    const place = firstSoundAfter[start];
    let end = start + 1;
    if (place !== null && place !== undefined) {
      while (end < siblings.length && firstSoundAfter[end] === place) end += 1;
      const { keys, rekeyed } = placeAt(sound, place, end - start);
      if (rekeyed.size > 0) return freshKeys(siblings);
      siblings.slice(start, end).forEach((sibling, at) => {
        healed.set(sibling.id, keys[at] ?? '');
      });
    }
    start = end;
  }
  return healed;
}

function isSoundAfter(before: Ordered | undefined, { order }: Ordered): boolean {
  return order.length <= LONGEST_ORDER_KEY && isUsableOrderKey(order) && (before === undefined || before.order < order);
}

function freshKeys(siblings: readonly Ordered[]): ReadonlyMap<string, string> {
  const fresh = orderKeys(siblings.length);
  return new Map(siblings.flatMap(({ id, order }, at) => (fresh[at] === order ? [] : [[id, fresh[at] ?? '']])));
}

/** Halves the gap again and again, so that keys stay short (n keys cost log n characters, not n). */
function spreadBetween(low: string | null, high: string | null, count: number): readonly string[] {
  if (count === 0) return [];
  if (high === null) {
    const keys: string[] = [];
    for (let last = low; keys.length < count; keys.push(last)) last = generateKeyBetween(last, null);
    return keys;
  }
  const middleAt = Math.floor(count / 2);
  const middle = generateKeyBetween(low, high);
  return [...spreadBetween(low, middle, middleAt), middle, ...spreadBetween(middle, high, count - middleAt - 1)];
}
