import { type Id, RECORD_TYPES } from './ids.ts';
import type { PersonaChannel } from './persona.ts';
import { type MeanderRecord, RECORD_DEFINITIONS } from './records.ts';

/** The fields of each type that hold ids: of records it cannot be without, and of those it can. */
const ID_FIELDS = new Map(
  RECORD_TYPES.map((type) => {
    const { parent, needs = [], references } = RECORD_DEFINITIONS[type];
    return [type, { needed: parent === undefined ? needs : [parent, ...needs], referred: references }] as const;
  }),
);

/** The ids of the records a record cannot be without: the one it belongs to and those it stands on. */
export function neededIds(record: MeanderRecord): readonly Id[] {
  return idsIn(record, ID_FIELDS.get(record.type)?.needed ?? []);
}

/** The ids a record refers to and can do without. */
export function referredIds(record: MeanderRecord): readonly Id[] {
  return idsIn(record, ID_FIELDS.get(record.type)?.referred ?? []);
}

/** Whether a record cannot be without one of those meant; asked of every record of a document, so it makes nothing. */
export function needsSome(record: MeanderRecord, isMeant: (id: Id) => boolean): boolean {
  return holdsSome(record, ID_FIELDS.get(record.type)?.needed ?? [], isMeant);
}

/** Whether a record refers to one of those meant and can do without. */
export function refersToSome(record: MeanderRecord, isMeant: (id: Id) => boolean): boolean {
  return holdsSome(record, ID_FIELDS.get(record.type)?.referred ?? [], isMeant);
}

/** The ids of all records a record names, itself left out. */
export function namedIds(record: MeanderRecord): readonly Id[] {
  const { needed, referred } = ID_FIELDS.get(record.type) ?? { needed: [], referred: [] };
  return idsIn(record, [...needed, ...referred]);
}

/** The record without the references for which `keeps` says no; the same object when all stay. */
export function keepReferences<Shape extends MeanderRecord>(record: Shape, keeps: (id: Id) => boolean): Shape {
  return replaceIds(record, ID_FIELDS.get(record.type)?.referred ?? [], (id) => (keeps(id) ? id : null));
}

/** The record with the ids it holds (not its own) replaced by others of their types; the same object when none is. */
export function redirectIds<Shape extends MeanderRecord>(record: Shape, instead: ReadonlyMap<Id, Id>): Shape {
  const { needed, referred } = ID_FIELDS.get(record.type) ?? { needed: [], referred: [] };
  return replaceIds(record, [...needed, ...referred], (id) => instead.get(id) ?? id);
}

const NO_IDS: readonly Id[] = [];

function idsIn(record: MeanderRecord, fields: readonly string[]): readonly Id[] {
  let found: Id[] | undefined;
  for (const field of fields) {
    const ids = idsOfValue(Reflect.get(record, field));
    if (ids.length === 0) continue;
    if (found === undefined) found = [...ids];
    else found.push(...ids);
  }
  return found ?? NO_IDS;
}

function holdsSome(record: MeanderRecord, fields: readonly string[], isMeant: (id: Id) => boolean): boolean {
  for (const field of fields) {
    const value: unknown = Reflect.get(record, field);
    if (typeof value === 'string') {
      if (isMeant(value as Id)) return true;
    } else if (Array.isArray(value) && value.length > 0 && idsOfValue(value).some(isMeant)) return true;
  }
  return false;
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
    const replaced = ids.map(replace);
    if (replaced.every((id, at) => id === ids[at])) continue;
    changed[field] = Array.isArray(value) ? withIds(value, replaced) : (replaced[0] ?? null);
  }
  return Object.keys(changed).length === 0 ? record : { ...record, ...changed };
}

/** An element of a list of ids, alone or with something said of the record it names. */
type ListElement = Id | PersonaChannel;

/** The list with these ids at the places of its own, each once; null for one that goes. */
function withIds(list: readonly ListElement[], ids: readonly (Id | null)[]): readonly unknown[] {
  const seen = new Set<Id>();
  return list.flatMap((element, at) => {
    const id = ids[at] ?? null;
    if (id === null || seen.has(id)) return [];
    seen.add(id);
    return [typeof element === 'string' ? id : { ...element, channel: id }];
  });
}

/** The ids in a field of ids: one, none or a list. */
function idsOfValue(value: unknown): readonly Id[] {
  if (typeof value === 'string') return [value as Id];
  if (!Array.isArray(value)) return NO_IDS;
  const list: readonly ListElement[] = value;
  return list.map((element) => (typeof element === 'string' ? element : element.channel));
}
