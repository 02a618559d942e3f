import type { Id } from '../records/ids.ts';
import type { MeanderRecord, Records } from '../records/records.ts';
import { sameContents } from './recordsDiff.ts';

/** Something that differs between an older version and now. */
export interface VersionChange {
  readonly id: Id;
  /** What became of it since then. `moved`: it says the same in another place. */
  readonly how: 'added' | 'changed' | 'moved' | 'removed';
  /** As it was; undefined when it was not there. */
  readonly then: MeanderRecord | undefined;
  /** As it is; undefined when it is gone. */
  readonly now: MeanderRecord | undefined;
}

/** Fields that only say where a thing stands. */
const PLACING = new Set(['order', 'stage', 'step', 'lane', 'map', 'x', 'y', 'offset']);

/** What came, went, moved or was changed since a version: what is gone first, then in the order of the documents. */
export function changesSince(version: Records, now: Records): readonly VersionChange[] {
  const changes: VersionChange[] = [];
  for (const [id, then] of version) {
    const record = now.get(id);
    if (record === undefined) changes.push({ id, how: 'removed', then, now: undefined });
  }
  for (const [id, record] of now) {
    const then = version.get(id);
    if (then === undefined) changes.push({ id, how: 'added', then, now: record });
    else if (!sameContents(then, record)) changes.push({ id, how: howChanged(then, record), then, now: record });
  }
  return changes;
}

function howChanged(then: MeanderRecord, now: MeanderRecord): 'changed' | 'moved' {
  const names = new Set([...Object.keys(then), ...Object.keys(now)]);
  const differing = [...names].filter((name) => field(then, name) !== field(now, name));
  return differing.every((name) => PLACING.has(name)) ? 'moved' : 'changed';
}

function field(record: MeanderRecord, name: string): string | undefined {
  return JSON.stringify(Reflect.get(record, name));
}
