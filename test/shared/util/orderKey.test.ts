import fc from 'fast-check';
import { generateKeyBetween } from 'fractional-indexing';
import { describe, expect, test } from 'vitest';
import {
  compareOrdered,
  healOrder,
  isUsableOrderKey,
  LONGEST_ORDER_KEY,
  ORDER_KEY_PATTERN,
  type Ordered,
  orderKeys,
  placeAt,
} from '../../../shared/util/orderKey.ts';

/** A list as it stands after newcomers were put in and siblings got new keys. */
function placed(list: readonly Ordered[], index: number, ids: readonly string[]): readonly Ordered[] {
  const { keys, rekeyed } = placeAt(list, index, ids.length);
  const kept = list.map(({ id, order }) => ({ id, order: rekeyed.get(id) ?? order }));
  return [...kept, ...ids.map((id, at) => ({ id, order: keys[at] ?? '' }))].sort(compareOrdered);
}

function healed(list: readonly Ordered[]): readonly Ordered[] {
  const keys = healOrder(list);
  return list.map(({ id, order }) => ({ id, order: keys.get(id) ?? order }));
}

function idsOf(list: readonly Ordered[]): readonly string[] {
  return list.map(({ id }) => id);
}

function areSound(list: readonly Ordered[]): boolean {
  return list.every(
    ({ order }, at) =>
      isUsableOrderKey(order) && order.length <= LONGEST_ORDER_KEY && (list[at - 1]?.order ?? '') < order,
  );
}

/** Lists as merges and old files leave them: equal, unusable and overlong keys among good ones. */
const anyKey = fc.oneof(
  fc.constantFrom('a0', 'a1', 'a1V', 'a2', 'Zz', 'b00', 'A0', 'a', 'zz', 'a00', `a0${'V'.repeat(90)}`),
  fc.stringMatching(/^[A-Za-z][0-9A-Za-z]{0,6}$/),
);
const anyList = fc
  .array(anyKey, { maxLength: 12 })
  .map((keys) => keys.map((order, at) => ({ id: `old${at}`, order })).sort(compareOrdered));

describe('a place in an order', () => {
  test('is where it was asked for, whatever keys the siblings have', () => {
    fc.assert(
      fc.property(anyList, fc.nat(), fc.integer({ min: 1, max: 5 }), (list, at, count) => {
        const index = at % (list.length + 1);
        const ids = Array.from({ length: count }, (_, each) => `new${each}`);
        const after = placed(list, index, ids);
        expect(idsOf(after)).toEqual([...idsOf(list.slice(0, index)), ...ids, ...idsOf(list.slice(index))]);
      }),
      { numRuns: 500 },
    );
  });

  test('stays so through any run of insertions and moves, with keys of at most 60 characters', () => {
    const moves = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 150 });
    fc.assert(
      fc.property(moves, (steps) => {
        let list: readonly Ordered[] = [];
        let expected: readonly string[] = [];
        steps.forEach(([from, to, isNew], step) => {
          const id = isNew || list.length === 0 ? `item${step}` : (list[from % list.length]?.id ?? '');
          const others = list.filter((item) => item.id !== id);
          const index = to % (others.length + 1);
          list = placed(others, index, [id]);
          const rest = expected.filter((each) => each !== id);
          expected = [...rest.slice(0, index), id, ...rest.slice(index)];
        });
        expect(idsOf(list)).toEqual(expected);
        expect(areSound(list)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['always first', () => 0],
    ['always last', (length: number) => length],
    ['always at one place in the middle', (length: number) => Math.min(1, length)],
    ['always before the last', (length: number) => Math.max(0, length - 1)],
  ])('asked for a thousand times, %s, makes no key longer than 60 characters', (_, indexOf) => {
    let list: readonly Ordered[] = [];
    for (let count = 0; count < 1000; count += 1) list = placed(list, indexOf(list.length), [`item${count}`]);
    expect(areSound(list)).toBe(true);
  });

  test('between two equal keys gives every sibling a key of its own', () => {
    const list = [
      { id: 'a', order: 'a0' },
      { id: 'b', order: 'a0' },
    ];
    const after = placed(list, 1, ['new']);
    expect(idsOf(after)).toEqual(['a', 'new', 'b']);
    expect(areSound(after)).toBe(true);
  });

  test('beside sound keys changes no sibling', () => {
    const list = orderKeys(4).map((order, at) => ({ id: `${at}`, order }));
    for (let index = 0; index <= 4; index += 1) expect(placeAt(list, index).rekeyed.size).toBe(0);
  });
});

describe('healing', () => {
  test('makes every key sound and its own, and moves nobody', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const after = healed(list);
        expect(areSound(after)).toBe(true);
        expect(idsOf([...after].sort(compareOrdered))).toEqual(idsOf(list));
        expect(healOrder(after).size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves sound keys as they are', () => {
    const list = [
      { id: 'a', order: 'a0' },
      { id: 'b', order: 'a1' },
      { id: 'c', order: 'a1' },
      { id: 'd', order: 'a2' },
    ];
    expect([...healOrder(list).keys()]).toEqual(['c']);
  });
});

test('healing gives the whole list new keys where nothing short enough fits between two', () => {
  let low = 'a0';
  for (let next = low; next.length <= LONGEST_ORDER_KEY; next = generateKeyBetween(low, 'a1')) low = next;
  const list = [
    { id: 'a', order: low },
    { id: 'b', order: low },
    { id: 'c', order: 'a1' },
  ];
  expect(healed(list).map(({ order }) => order)).toEqual(orderKeys(3));
});

test('keys for a whole list rise and are short', () => {
  const keys = orderKeys(10_000);
  expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)));
  expect(new Set(keys).size).toBe(10_000);
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(5);
  expect(keys.every((key) => ORDER_KEY_PATTERN.test(key))).toBe(true);
});

test('a key is usable exactly when something fits on both of its sides', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      const fits = (() => {
        try {
          return generateKeyBetween(null, key) < key && key < generateKeyBetween(key, null);
        } catch {
          return false;
        }
      })();
      expect(isUsableOrderKey(key)).toBe(fits);
    }),
    { numRuns: 500 },
  );
});

test.each(['', '0a', 'a-0', 'é0', 'a 0', 'a0\n'])('%j is no usable key', (key) => {
  expect(isUsableOrderKey(key)).toBe(false);
});

test('equal keys stand in the order of their ids, by code unit in every language', () => {
  const list = ['b', 'a', 'B', 'é', '_'].map((id) => ({ id, order: 'a0' }));
  expect(idsOf(list.sort(compareOrdered))).toEqual(['B', '_', 'a', 'b', 'é']);
});
