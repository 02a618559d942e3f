import { expect, test } from 'vitest';
import { longest, median, percentile95 } from './statistics.ts';

test('the median stands in the middle, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

test('95 of 100 figures do not exceed the 95th percentile', () => {
  const figures = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentile95(figures)).toBe(95);
  expect(percentile95([3])).toBe(3);
  expect(percentile95([])).toBeNaN();
});

test('no times have no longest one', () => {
  expect(longest([3, 7, 5])).toBe(7);
  expect(() => longest([])).toThrow('Nothing was measured');
});
