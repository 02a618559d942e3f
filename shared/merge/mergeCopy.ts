import type { Id } from '../records/ids.ts';
import type { Records } from '../records/records.ts';
import { type Stamps, stampOf } from '../store/stamps.ts';

/** Whose copy. */
export type Side = 'mine' | 'theirs';

/** One copy of a document, with all that a merge decides by. */
export interface MergeCopy {
  readonly records: Records;
  /** For every record, which revision last changed each field. Edits not saved yet name a revision that is not listed. */
  readonly stamps: ReadonlyMap<Id, Stamps>;
  /** Records that were removed, and the revision that did it. */
  readonly tombstones: ReadonlyMap<Id, string>;
  /** The revisions the copy descends from, its own included, and when each was saved: milliseconds since 1970. */
  readonly revisions: ReadonlyMap<string, number>;
}

/** The revision that last changed a field of a record that the copy has. */
export function stampIn(copy: MergeCopy, id: Id, field: string): string {
  return stampOf(copy.stamps.get(id) ?? {}, field);
}

/** Whether a copy changed anything of a record in a revision the other one has not heard of. */
export function changedUnknownTo(other: MergeCopy, copy: MergeCopy, id: Id): boolean {
  return Object.values(copy.stamps.get(id) ?? {}).some((revision) => !other.revisions.has(revision));
}
