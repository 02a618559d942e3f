import type { Id } from './ids.ts';
import { type MeanderRecord, RECORD_DEFINITIONS } from './records.ts';

/** The ids of the records a record cannot be without: the one it belongs to and those it stands on. */
export function neededIds(record: MeanderRecord): readonly Id[] {
  const { parent, needs = [] } = RECORD_DEFINITIONS[record.type];
  return idsIn(record, parent === undefined ? needs : [parent, ...needs]);
}

/** The ids a record refers to and can do without. */
export function referredIds(record: MeanderRecord): readonly Id[] {
  return idsIn(record, RECORD_DEFINITIONS[record.type].references);
}

/** The record without the references for which `keeps` says no; the same object when all stay. */
export function keepReferences<Shape extends MeanderRecord>(record: Shape, keeps: (id: Id) => boolean): Shape {
  const { references } = RECORD_DEFINITIONS[record.type];
  return replaceIds(record, references, (id) => (keeps(id) ? id : null));
}

/** The record with the ids it holds (not its own) replaced by others; the same object when none is. */
export function redirectIds<Shape extends MeanderRecord>(record: Shape, instead: ReadonlyMap<Id, Id>): Shape {
  const { parent, needs = [], references } = RECORD_DEFINITIONS[record.type];
  const fields = [...(parent === undefined ? [] : [parent]), ...needs, ...references];
  return replaceIds(record, fields, (id) => instead.get(id) ?? id);
}

/** A record with some fields changed, whatever its type. Throws when the result is no valid record. */
function withFields<Shape extends MeanderRecord>(record: Shape, fields: Readonly<Record<string, unknown>>): Shape {
  return RECORD_DEFINITIONS[record.type].schema.parse({ ...record, ...fields }) as Shape;
}

function idsIn(record: MeanderRecord, fields: readonly string[]): readonly Id[] {
  return fields.flatMap((field) => idsOfValue(Reflect.get(record, field)));
}

function replaceIds<Shape extends MeanderRecord>(
  record: Shape,
  fields: readonly string[],
  replace: (id: Id) => Id | null,
): Shape {
  const changed: Record<string, unknown> = {};
  for (const field of fields) {
    const value: unknown = Reflect.get(record, field);
    const ids = idsOfValue(value);
    const replaced = ids.map(replace).filter((id) => id !== null);
    if (replaced.length === ids.length && replaced.every((id, at) => id === ids[at])) continue;
    changed[field] = Array.isArray(value) ? [...new Set(replaced)] : (replaced[0] ?? null);
  }
  return Object.keys(changed).length === 0 ? record : withFields(record, changed);
}

/** The ids in a field of ids: one, none or a list. */
function idsOfValue(value: unknown): readonly Id[] {
  if (typeof value === 'string') return [value as Id];
  return Array.isArray(value) ? (value as readonly Id[]) : [];
}
