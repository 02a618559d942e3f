import { ALL_FIELDS, changedFields, type StampedFields, type Stamps, shortStamps, stampOf } from '../store/stamps.ts';

/**
 * The stamps of a record after another version was merged in, so that the next merge with it or its descendants finds
 * nothing that was settled in this one. A field that an open edit changed to what the other version says came with that
 * version: it keeps the stamp it has there. A field that still says otherwise although that version knew what it says
 * here was decided against a later change: it gets the open revision.
 */
export function adoptStamps(
  here: StampedFields,
  there: StampedFields,
  open: string,
  isKnownThere: (revision: string) => boolean,
): Stamps {
  const differing = new Set(changedFields(here.fields, there.fields));
  const stampNow = (field: string): string => {
    const own = stampOf(here.stamps, field);
    if (differing.has(field)) return isKnownThere(own) ? open : own;
    return own === open ? stampOf(there.stamps, field) : own;
  };
  const all = here.stamps[ALL_FIELDS] === open ? stampOf(there.stamps, ALL_FIELDS) : stampOf(here.stamps, ALL_FIELDS);
  return shortStamps(all, new Map(Object.keys(here.fields).map((field) => [field, stampNow(field)])));
}
