import { expect } from 'vitest';
import { type EditVerb, edit } from '../../../shared/edits/defineEdit.ts';
import type { RefusalCode } from '../../../shared/edits/refusal.ts';
import type { Id } from '../../../shared/records/ids.ts';
import type { Records } from '../../../shared/records/records.ts';
import { EMPTY_HISTORY, recordEdit, redo, undo } from '../../../shared/store/history.ts';
import { applyDiff } from '../../../shared/store/recordsDiff.ts';
import { NOW, testEnvironment } from '../../fixtures/projects.ts';
import { documentFaults } from './documentFaults.ts';

/** One world for all edits of a file, so that no id comes twice. */
const environment = testEnvironment();

/** What a verb made of a document. */
export interface Done<Value> {
  readonly records: Records;
  readonly value: Value;
}

/**
 * Does an edit that must not be refused, undoes it and does it again by way of the history; the document must be
 * sound after it and the same as before after undoing.
 */
export function doEdit<Input, Value>(records: Records, verb: EditVerb<Input, Value>, input: Input): Done<Value> {
  const done = edit(records, environment, verb, input);
  if (!done.ok) throw new Error(`Refused: ${done.reason.code} ${done.reason.ids.join(' ')}`);
  const { records: after, diff, value, label } = done.value;
  expect(documentFaults(after)).toEqual([]);
  const recorded = { label, diff, selectionBefore: [], selectionAfter: [], at: NOW, merging: null };
  const history = recordEdit(EMPTY_HISTORY, recorded);
  const back = undo(history);
  if (back === null) {
    expect(after).toBe(records);
    return { records: after, value };
  }
  const before = applyDiff(after, back.diff);
  expect(before).toEqual(records);
  const forth = redo(back.history);
  expect(applyDiff(before, forth?.diff ?? back.diff)).toEqual(after);
  return { records: after, value };
}

/** The code with which an edit is refused, and the records named; fails when it is not refused. */
export function refusalOf<Input, Value>(
  records: Records,
  verb: EditVerb<Input, Value>,
  input: Input,
): { readonly code: RefusalCode; readonly ids: readonly Id[] } {
  const done = edit(records, environment, verb, input);
  if (done.ok) throw new Error('It was not refused');
  return done.reason;
}
