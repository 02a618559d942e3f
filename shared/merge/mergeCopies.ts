import type { Id } from '../records/ids.ts';
import type { MeanderRecord } from '../records/records.ts';
import { diffRecords } from '../store/recordsDiff.ts';
import type { Conflict, Merge, Taken } from './merge.ts';
import { changedUnknownTo, type MergeCopy, type Side } from './mergeCopy.ts';
import { type Copies, type EarlierRecords, mergeRecord } from './mergeRecord.ts';

/**
 * Brings two copies of a document together, record by record and field by field, by the revisions that last changed
 * them (docs/file-format.md, "Merging"). `before` is the document as it was before they parted, where it is at hand:
 * it makes sets exact and shows what was there; all else is decided without it.
 */
export function mergeCopies(mine: MergeCopy, theirs: MergeCopy, before: EarlierRecords | null): Merge {
  const copies: Copies = { mine, theirs, before };
  const merged = new Map<Id, MeanderRecord>();
  const conflicts: Conflict[] = [];
  const taken: Taken[] = [];
  const gone = new Map<Id, MeanderRecord>();
  const takeAlone = (record: MeanderRecord, side: Side): void => {
    const fate = fateOfLone(copies, record, side);
    if (fate.kind === 'removed') gone.set(record.id, record);
    else merged.set(record.id, record);
    taken.push(fate);
  };
  for (const [id, record] of mine.records) {
    const other = theirs.records.get(id);
    if (other === undefined) {
      takeAlone(record, 'mine');
      continue;
    }
    const both = mergeRecord(copies, record, other);
    merged.set(id, both.record);
    conflicts.push(...both.conflicts);
    taken.push(...both.taken);
  }
  for (const [id, record] of theirs.records) if (!mine.records.has(id)) takeAlone(record, 'theirs');
  return { diff: diffRecords(mine.records, merged), conflicts, taken, gone };
}

/** What becomes of a record that only one copy has. */
function fateOfLone(copies: Copies, record: MeanderRecord, side: Side): Taken {
  const otherSide = side === 'mine' ? 'theirs' : 'mine';
  const [copy, other] = [copies[side], copies[otherSide]];
  const removedIn = other.tombstones.get(record.id);
  const base = { record, other: null, fields: [] };
  // Never there, or removed before this copy brought it back.
  if (removedIn === undefined || copy.revisions.has(removedIn)) return { ...base, side, kind: 'added' };
  if (changedUnknownTo(other, copy, record.id)) return { ...base, side, kind: 'kept' };
  return { ...base, side: otherSide, kind: 'removed' };
}
