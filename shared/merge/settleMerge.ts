import type { Id } from '../records/ids.ts';
import { neededIds, referredIds } from '../records/recordIds.ts';
import type { MeanderRecord, Records } from '../records/records.ts';
import { repairRecords } from '../store/integrity.ts';
import { applyDiff, diffRecords, type RecordsDiff } from '../store/recordsDiff.ts';
import type { Mending } from '../store/repair/mender.ts';
import { changedFields, fieldsOf, type RecordFields } from '../store/stamps.ts';
import { type Choices, type Conflict, type Decisions, keyOfTaken, type Merge, type Taken } from './merge.ts';
import { readFields } from './readFields.ts';

/** A merge with everything decided. */
export interface SettledMerge {
  readonly records: Records;
  /** What leads from my copy to it. */
  readonly diff: RecordsDiff;
  /** What had been removed and came back for the sake of something that stays. */
  readonly restored: readonly Id[];
  /** What had to be mended so that everything has its place. */
  readonly mendings: readonly Mending[];
}

/**
 * Makes the document of a merge: mine with what was taken and not refused, the conflicts as chosen (mine where nothing is
 * chosen). What was refused comes all the same when something that stays cannot be without it.
 */
export function settleMerge(
  mine: Records,
  merge: Merge,
  choices: Choices,
  refused: Decisions['refused'] = new Set(),
): SettledMerge {
  const merged = new Map(applyDiff(mine, merge.diff));
  const gone = new Map(merge.gone);
  for (const taken of merge.taken) {
    if (taken.side === 'theirs' && refused.has(keyOfTaken(taken))) refuse(taken, mine, merged, gone);
  }
  for (const conflict of merge.conflicts) {
    const record = merged.get(conflict.id);
    if (record !== undefined) merged.set(conflict.id, decide(record, conflict, choices));
  }
  const restored = restoreNeeded(merged, gone);
  const repaired = repairRecords(merged);
  const records = keepIdentity(mine, repaired.records);
  const { mendings } = repaired;
  return { records, diff: diffRecords(mine, records), restored, mendings };
}

/** Leaves my side as it was. */
function refuse(
  { record, fields }: Taken,
  mine: Records,
  merged: Map<Id, MeanderRecord>,
  gone: Map<Id, MeanderRecord>,
) {
  const { id } = record;
  const [own, now] = [mine.get(id), merged.get(id)];
  if (own === undefined) {
    if (now !== undefined) gone.set(id, now);
    merged.delete(id);
  } else if (now === undefined) {
    merged.set(id, own);
  } else {
    merged.set(id, readFields({ ...fieldsOf(now), ...pickFields(own, fields) }));
  }
}

function pickFields(record: MeanderRecord, fields: readonly string[]): RecordFields {
  const values = fieldsOf(record);
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
}

/** The document in which every record that says what mine says is mine. */
function keepIdentity(mine: Records, records: Records): Records {
  const kept = new Map(records);
  for (const [id, record] of records) {
    const own = mine.get(id);
    if (own !== undefined && own !== record && changedFields(fieldsOf(own), fieldsOf(record)).length === 0) {
      kept.set(id, own);
    }
  }
  return kept;
}

function decide(record: MeanderRecord, conflict: Conflict, choices: Choices): MeanderRecord {
  const values = chosenValues(conflict, choices);
  return values === null ? record : readFields({ ...fieldsOf(record), ...values });
}

/** The values that replace mine; null when mine stay. */
function chosenValues({ key, fields, theirs, both }: Conflict, choices: Choices): RecordFields | null {
  const choice = choices.get(key) ?? 'mine';
  if (choice === 'mine') return null;
  if (choice === 'both') return both;
  return pickFields(theirs, fields);
}

/** Brings back what stays cannot be without, as it was, and what that cannot be without. */
function restoreNeeded(merged: Map<Id, MeanderRecord>, gone: Merge['gone']): readonly Id[] {
  const restored: Id[] = [];
  if (gone.size === 0) return restored;
  const open = [...merged.values()];
  for (let record = open.pop(); record !== undefined; record = open.pop()) {
    for (const id of idsToKeep(record)) {
      const lost = merged.has(id) ? undefined : gone.get(id);
      if (lost === undefined) continue;
      merged.set(id, lost);
      restored.push(id);
      open.push(lost);
    }
  }
  return restored;
}

/** A picture is content of whatever shows it; what else is merely named is dropped where it is gone. */
function idsToKeep(record: MeanderRecord): readonly Id[] {
  return [...neededIds(record), ...referredIds(record).filter((id) => id.startsWith('asset:'))];
}
