import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RECORD_TYPES } from '../../../shared/records/ids.ts';
import type { Records } from '../../../shared/records/records.ts';
import { indexRecords, parentOf, type RecordIndex } from '../../../shared/store/recordIndex.ts';
import { smallProject, testEnvironment, withoutRecords, withRecords } from '../../fixtures/projects.ts';
import { doRandomEdits, randomEdits } from '../support/randomEdits.ts';
import { need } from '../support/reading.ts';

const project = smallProject();

function everyList(index: RecordIndex, records: Records) {
  return RECORD_TYPES.flatMap((type) => [
    index.roots(type),
    ...[...records.keys()].map((parent) => index.children(parent, type)),
  ]);
}

describe('the index of a document', () => {
  test('is made once', () => {
    expect(indexRecords(project)).toBe(indexRecords(project));
  });

  test('made from the one before is the same as one made anew', () => {
    fc.assert(
      fc.property(randomEdits, (numbers) => {
        let index = indexRecords(project);
        for (const { records } of doRandomEdits(project, testEnvironment(), numbers))
          index = indexRecords(records, index);
        const end = doRandomEdits(project, testEnvironment(), numbers).at(-1)?.records ?? project;
        const anew = indexRecords(new Map(end));
        expect(everyList(index, end)).toEqual(everyList(anew, end));
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the lists in which nothing changed, empty ones too', () => {
    const index = indexRecords(project);
    const changed = withRecords(project, { ...need(project, 'card:slow'), text: 'Other' });
    const next = indexRecords(changed, index);
    expect(next.children('lane:actions', 'card')).toBe(index.children('lane:actions', 'card'));
    expect(next.children('lane:actions', 'emotion')).toBe(index.children('lane:actions', 'emotion'));
    expect(next.roots('persona')).toBe(index.roots('persona'));
    expect(next.children('lane:pains', 'card')).not.toBe(index.children('lane:pains', 'card'));
  });

  test('forgets what is gone', () => {
    const without = withoutRecords(project, 'card:slow', 'card:lost', 'card:fee');
    expect(indexRecords(without, indexRecords(project)).children('lane:pains', 'card')).toEqual([]);
  });
});

test('everything that belongs to something names it', () => {
  expect(parentOf(need(project, 'card:slow'))).toBe('lane:pains');
  expect(parentOf(need(project, 'comment:reply'))).toBe('comment:remark');
  expect(parentOf(need(project, 'map:today'))).toBeUndefined();
});
