import {
  ALL_FIELDS,
  type RecordFields,
  type StampedFields,
  type Stamps,
  sameField,
  stampOf,
} from '../../shared/store/stamps.ts';

/** The states of a record that the stamps of its next state depend on; null where it is not there. */
export interface KnownStates {
  /** In the working copy, before the edit. */
  readonly now: StampedFields | null;
  /** In the last saved version, when nothing but the open revision came after it. */
  readonly saved: StampedFields | null;
}

/**
 * The stamps of a record's next state. A field that changes gets the open revision; one that is again as it was saved
 * gets its saved stamp back, so that an undone edit, even an undone removal, is no edit to a merge.
 */
export function stampEdit(next: RecordFields, { now, saved }: KnownStates, revision: string): Stamps {
  const origin = now ?? saved;
  if (origin === null) return { [ALL_FIELDS]: revision };
  const all = stampOf(origin.stamps, ALL_FIELDS);
  const stamps: Record<string, string> = { [ALL_FIELDS]: all };
  for (const field of Object.keys(next)) {
    let stamp = revision;
    if (saved !== null && sameField(saved.fields, next, field)) stamp = stampOf(saved.stamps, field);
    else if (now !== null && sameField(now.fields, next, field)) stamp = stampOf(now.stamps, field);
    if (stamp !== all) stamps[field] = stamp;
  }
  return stamps;
}
