import type { MeanderRecord } from '../records/records.ts';
import { canonicalJson, type Json } from '../util/canonicalJson.ts';

/**
 * For a record, which revision last changed each of its fields. `*` stands for every field that is not named: the
 * revision that added the record. A field is named only when its revision differs from that, so stamps stay short.
 */
export type Stamps = Readonly<Record<string, string>>;

/** The name under which stamps keep the revision of all fields they do not name. */
export const ALL_FIELDS = '*';

/** A record as fields, for code that treats all types alike. */
export type RecordFields = Readonly<Record<string, Json>>;

/** A record as it stands somewhere, with its stamps. */
export interface StampedFields {
  readonly fields: RecordFields;
  readonly stamps: Stamps;
}

/** A record as fields, with nothing that JSON cannot carry. */
export function fieldsOf(record: MeanderRecord): RecordFields {
  return Object.assign<RecordFields, MeanderRecord>({}, record);
}

/** The revision that last changed a field. Throws for stamps without `*`, which no reader lets through. */
export function stampOf(stamps: Stamps, field: string): string {
  const stamp = stamps[field] ?? stamps[ALL_FIELDS];
  if (stamp === undefined) throw new Error('Stamps name no revision for all fields');
  return stamp;
}

/** The names of the fields in which two states of a record differ. */
export function changedFields(from: RecordFields, to: RecordFields): readonly string[] {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names].filter((name) => !sameField(from, to, name));
}

/** Whether two states of a record say the same in one field. A missing field differs from every value. */
export function sameField(one: RecordFields, other: RecordFields, name: string): boolean {
  const [a, b] = [one[name], other[name]];
  if (a === b) return true;
  // Of what is no list and no object, nothing else is the same.
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  return (isEmptyList(a) && isEmptyList(b)) || canonicalJson(a) === canonicalJson(b);
}

/** Most lists of a record are. */
function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Stamps in their short form: only what differs from `*`, and only fields the record has. */
export function shortStamps(all: string, fields: ReadonlyMap<string, string>): Stamps {
  const named = [...fields].filter(([, revision]) => revision !== all);
  return Object.fromEntries([[ALL_FIELDS, all], ...named]);
}
