import { describe, expect, test } from 'vitest';
import {
  applyDiff,
  diffRecords,
  EMPTY_DIFF,
  isEmptyDiff,
  reverseDiff,
  squashDiffs,
} from '../../../shared/store/recordsDiff.ts';
import { makeRecord, smallProject, withoutRecords, withRecords } from '../../fixtures/projects.ts';
import { need } from '../support/reading.ts';

const project = smallProject();
const tag = makeRecord('tag:new', 'tag', { order: 'a9' });
const renamed = { ...need(project, 'tag:mobile'), name: 'Phone' };
const changed = withoutRecords(withRecords(project, tag, renamed), 'card:fee');
const diff = diffRecords(project, changed);

describe('a diff', () => {
  test('leads from one document to the other and back', () => {
    expect(applyDiff(project, diff)).toEqual(changed);
    expect(applyDiff(changed, reverseDiff(diff))).toEqual(project);
  });

  test('names what was added, updated and removed', () => {
    expect(diff).toEqual({
      added: new Map([[tag.id, tag]]),
      updated: new Map([[renamed.id, [need(project, renamed.id), renamed]]]),
      removed: new Map([['card:fee', need(project, 'card:fee')]]),
    });
  });

  test('between a document and itself is empty, and leaves it the same object', () => {
    expect(isEmptyDiff(diffRecords(project, new Map(project)))).toBe(true);
    expect(applyDiff(project, EMPTY_DIFF)).toBe(project);
    expect(isEmptyDiff(diff)).toBe(false);
  });
});

describe('two diffs squashed', () => {
  test('that take each other back are empty', () => {
    expect(isEmptyDiff(squashDiffs(diff, reverseDiff(diff)))).toBe(true);
  });

  test('that come back to the same words are empty, though they made new records', () => {
    const there = diffRecords(project, withRecords(project, renamed));
    const back = diffRecords(withRecords(project, renamed), withRecords(project, { ...need(project, 'tag:mobile') }));
    expect(isEmptyDiff(back)).toBe(false);
    expect(isEmptyDiff(squashDiffs(there, back))).toBe(true);
  });

  test('keep of an addition only how it ended', () => {
    const named = { ...tag, name: 'Named' };
    const next = diffRecords(changed, withRecords(changed, named));
    expect(squashDiffs(diff, next).added).toEqual(new Map([[tag.id, named]]));
    const gone = diffRecords(changed, withoutRecords(changed, tag.id));
    expect(squashDiffs(diff, gone).added.size).toBe(0);
  });

  test('keep of a removal what was there at first', () => {
    const without = diffRecords(changed, withoutRecords(changed, renamed.id));
    expect(squashDiffs(diff, without).removed.get(renamed.id)).toBe(need(project, 'tag:mobile'));
  });

  test('make an update of what was removed and added again otherwise', () => {
    const fee = { ...need(project, 'card:fee'), text: 'No fee' };
    const squashed = squashDiffs(diff, diffRecords(changed, withRecords(changed, fee)));
    expect(squashed.updated.get(fee.id)).toEqual([need(project, 'card:fee'), fee]);
  });
});
