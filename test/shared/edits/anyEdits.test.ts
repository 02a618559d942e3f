import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_HISTORY, recordEdit, redo, undo } from '../../../shared/store/history.ts';
import { repairRecords } from '../../../shared/store/integrity.ts';
import { applyDiff, diffRecords, isEmptyDiff, reverseDiff, squashDiffs } from '../../../shared/store/recordsDiff.ts';
import { NOW, smallProject, testEnvironment } from '../../fixtures/projects.ts';
import { documentFaults } from '../support/documentFaults.ts';
import { doRandomEdits, randomEdits } from '../support/randomEdits.ts';

const project = smallProject();

test('whatever is edited, the document stays sound and nothing is ever to be mended', () => {
  fc.assert(
    fc.property(randomEdits, (numbers) => {
      for (const { label, records } of doRandomEdits(project, testEnvironment(), numbers)) {
        expect(documentFaults(records), label).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

test('what verbs leave behind, repair leaves alone', () => {
  fc.assert(
    fc.property(randomEdits, (numbers) => {
      const last = doRandomEdits(project, testEnvironment(), numbers).at(-1)?.records ?? project;
      expect(repairRecords(last).mendings).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('undoing all leads back to the beginning, doing all again to the end', () => {
  fc.assert(
    fc.property(randomEdits, (numbers) => {
      const edits = doRandomEdits(project, testEnvironment(), numbers);
      const end = edits.at(-1)?.records ?? project;
      let history = EMPTY_HISTORY;
      for (const { label, diff } of edits) {
        history = recordEdit(history, { label, diff, selectionBefore: [], selectionAfter: [], at: NOW, merging: null });
      }
      let current = end;
      for (let step = undo(history); step !== null; step = undo(step.history)) {
        current = applyDiff(current, step.diff);
        history = step.history;
      }
      expect(current).toEqual(project);
      for (const [id, record] of project) expect(current.get(id)).toBe(record);
      for (let step = redo(history); step !== null; step = redo(step.history)) current = applyDiff(current, step.diff);
      expect(current).toEqual(end);
    }),
    { numRuns: 150 },
  );
});

test('the diffs of edits, squashed, do in one what they did one after the other', () => {
  fc.assert(
    fc.property(randomEdits, (numbers) => {
      const edits = doRandomEdits(project, testEnvironment(), numbers);
      const end = edits.at(-1)?.records ?? project;
      const squashed = edits.map(({ diff }) => diff).reduce(squashDiffs, diffRecords(project, project));
      expect(applyDiff(project, squashed)).toEqual(end);
      expect(applyDiff(end, reverseDiff(squashed))).toEqual(project);
      expect(reverseDiff(reverseDiff(squashed))).toEqual(squashed);
    }),
    { numRuns: 100 },
  );
});

test('an edit that changes nothing gives the very same document', () => {
  fc.assert(
    fc.property(randomEdits, (numbers) => {
      let before = project;
      for (const { records, diff } of doRandomEdits(project, testEnvironment(), numbers)) {
        expect(isEmptyDiff(diff)).toBe(records === before);
        before = records;
      }
    }),
    { numRuns: 50 },
  );
});
