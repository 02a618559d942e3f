// @vitest-environment node
import { expect, test } from 'vitest';
import { followGuide, NO_COURSE } from '../../../renderer/guide/guideCourse.ts';
import { isBeingBegun } from '../../../renderer/guide/guideMoves.ts';
import { firstMap, sampleRecords } from '../../fixtures/sampleProjects.ts';

const begun = sampleRecords('five-stage-shop.en');
const done = sampleRecords('sarah.en');
const map = firstMap(begun);
const finished = new Map(done);

test('a map that was finished before is not told to be', () => {
  const first = followGuide(NO_COURSE, { map: firstMap(done), records: done, isFree: true });
  expect(isBeingBegun(done, firstMap(done))).toBe(false);
  expect(first.finish).toBe('none');
  expect(followGuide(first, { map: firstMap(done), records: done, isFree: true })).toBe(first);
});

test('a move that ends the list is seen once nothing is selected, and until the next edit', () => {
  const own = firstMap(finished);
  const before = { map: own, isBegun: true, finish: 'none' } as const;
  const unseen = followGuide(before, { map: own, records: finished, isFree: false });
  expect(unseen.finish).toBe('unseen');
  const seen = followGuide(unseen, { map: own, records: finished, isFree: true });
  expect(seen.finish).toBe(finished);
  expect(followGuide(seen, { map: own, records: finished, isFree: true })).toBe(seen);
  expect(followGuide(seen, { map: own, records: new Map(finished), isFree: true }).finish).toBe('none');
  expect(followGuide(seen, { map: own, records: finished, isFree: false }).finish).toBe('none');
});

test('another map begins anew', () => {
  const seen = { map: firstMap(finished), isBegun: false, finish: finished };
  expect(followGuide(seen, { map, records: begun, isFree: true })).toEqual({ map, isBegun: true, finish: 'none' });
});
