import type { Id } from '../records/ids.ts';
import type { MeanderRecord, Records } from '../records/records.ts';
import { lendIndex } from './recordIndex.ts';
import { changedFields, fieldsOf } from './stamps.ts';

/** What a change did: the one value that undo, saving, merging and repainting all live on. */
export interface RecordsDiff {
  readonly added: ReadonlyMap<Id, MeanderRecord>;
  readonly updated: ReadonlyMap<Id, readonly [from: MeanderRecord, to: MeanderRecord]>;
  readonly removed: ReadonlyMap<Id, MeanderRecord>;
}

/** The diff of a change that changed nothing. */
export const EMPTY_DIFF: RecordsDiff = { added: new Map(), updated: new Map(), removed: new Map() };

/** Whether nothing is added, updated or removed. */
export function isEmptyDiff(diff: RecordsDiff): boolean {
  return diff.added.size === 0 && diff.updated.size === 0 && diff.removed.size === 0;
}

/** The diff that takes the change back. */
export function reverseDiff(diff: RecordsDiff): RecordsDiff {
  const updated = new Map<Id, readonly [MeanderRecord, MeanderRecord]>();
  for (const [id, [from, to]] of diff.updated) updated.set(id, [to, from]);
  return { added: diff.removed, updated, removed: diff.added };
}

/** The document after the change. The records of the diff win over what is there. */
export function applyDiff(records: Records, diff: RecordsDiff): Records {
  if (isEmptyDiff(diff)) return records;
  const next = new Map(records);
  for (const id of diff.removed.keys()) next.delete(id);
  for (const [id, record] of diff.added) next.set(id, record);
  for (const [id, [, to]] of diff.updated) next.set(id, to);
  lendIndex(records, next, [...diff.removed.keys(), ...diff.added.keys(), ...diff.updated.keys()]);
  return next;
}

/** Whether two states of a record say the same in every field. */
export function sameRecord(a: MeanderRecord, b: MeanderRecord): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Like `sameRecord`, for records that may come from a file, which spells their fields in an order of its own. */
export function sameContents(a: MeanderRecord, b: MeanderRecord): boolean {
  return sameRecord(a, b) || changedFields(fieldsOf(a), fieldsOf(b)).length === 0;
}

/** One diff that does what `first` and then `second` do; what cancels out, field by field, is left out. */
export function squashDiffs(first: RecordsDiff, second: RecordsDiff): RecordsDiff {
  const before = new Map<Id, MeanderRecord | undefined>();
  const after = new Map<Id, MeanderRecord | undefined>();
  for (const diff of [first, second]) {
    for (const [id, record] of diff.removed) note(id, record, undefined);
    for (const [id, record] of diff.added) note(id, undefined, record);
    for (const [id, [from, to]] of diff.updated) note(id, from, to);
  }
  for (const id of second.added.keys()) settle(id);
  for (const id of second.updated.keys()) settle(id);
  return diffOfStates(before, after);

  /** A record that is back where it began is the same object again. */
  function settle(id: Id): void {
    const [from, to] = [before.get(id), after.get(id)];
    if (from !== undefined && to !== undefined && sameRecord(from, to)) after.set(id, from);
  }

  function note(id: Id, from: MeanderRecord | undefined, to: MeanderRecord | undefined): void {
    if (!before.has(id)) before.set(id, from);
    after.set(id, to);
  }
}

/** What leads from one document to another; records that are the same object are taken as unchanged. */
export function diffRecords(from: Records, to: Records): RecordsDiff {
  const differing = new Set<Id>();
  for (const [id, record] of from) if (to.get(id) !== record) differing.add(id);
  for (const id of to.keys()) if (!from.has(id)) differing.add(id);
  return diffOfIds(from, to, differing);
}

/** Like `diffRecords`, for documents that differ in none but these records. */
export function diffOfIds(from: Records, to: Records, ids: Iterable<Id>): RecordsDiff {
  const before = new Map<Id, MeanderRecord | undefined>();
  const after = new Map<Id, MeanderRecord | undefined>();
  for (const id of ids) {
    before.set(id, from.get(id));
    after.set(id, to.get(id));
  }
  return diffOfStates(before, after);
}

function diffOfStates(
  before: ReadonlyMap<Id, MeanderRecord | undefined>,
  after: ReadonlyMap<Id, MeanderRecord | undefined>,
): RecordsDiff {
  const added = new Map<Id, MeanderRecord>();
  const updated = new Map<Id, readonly [MeanderRecord, MeanderRecord]>();
  const removed = new Map<Id, MeanderRecord>();
  for (const [id, to] of after) {
    const from = before.get(id);
    if (from === to) continue;
    if (from === undefined) {
      if (to !== undefined) added.set(id, to);
    } else if (to === undefined) removed.set(id, from);
    else updated.set(id, [from, to]);
  }
  return { added, updated, removed };
}
