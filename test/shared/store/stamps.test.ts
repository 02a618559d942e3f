import { expect, test } from 'vitest';
import { ALL_FIELDS, changedFields, sameField, shortStamps, stampOf } from '../../../shared/store/stamps.ts';

test('a field that is not named was last changed with the record as a whole', () => {
  const stamps = { [ALL_FIELDS]: 'r1', text: 'r2' };
  expect([stampOf(stamps, 'text'), stampOf(stamps, 'owner')]).toEqual(['r2', 'r1']);
  expect(() => stampOf({ text: 'r2' }, 'owner')).toThrow('no revision');
});

test('short stamps name only the fields that differ', () => {
  expect(
    shortStamps(
      'r1',
      new Map([
        ['text', 'r2'],
        ['owner', 'r1'],
      ]),
    ),
  ).toEqual({ [ALL_FIELDS]: 'r1', text: 'r2' });
});

test('fields differ by what they say, and one that is missing differs from every value', () => {
  const one = { tags: ['tag:a'], traits: [{ low: 'a', high: 'b' }], text: 'x' };
  const other = { tags: ['tag:b'], traits: [{ high: 'b', low: 'a' }], owner: '' };
  expect(changedFields(one, other)).toEqual(['tags', 'text', 'owner']);
  expect(sameField(one, other, 'traits')).toBe(true);
  expect(sameField(one, other, 'neither')).toBe(true);
});
