import type { Id, RecordType } from '../records/ids.ts';
import {
  isOfType,
  type MeanderRecord,
  RECORD_DEFINITIONS,
  type RecordShapes,
  type Records,
} from '../records/records.ts';
import { compareOrdered, type Ordered } from '../util/orderKey.ts';

/** Records found by where they belong, each list in its order. Lists keep their identity while nothing in them changes. */
export interface RecordIndex {
  /** The records of a type that belong to `parent` (the definition's parent field). */
  children<Type extends RecordType>(parent: Id, type: Type): readonly RecordShapes[Type][];
  /** Every record of a type that belongs to no other, such as maps and personas. */
  roots<Type extends RecordType>(type: Type): readonly RecordShapes[Type][];
}

interface Group {
  /** As met in the document. */
  readonly met: readonly MeanderRecord[];
  readonly sorted: readonly MeanderRecord[];
}

type Groups = ReadonlyMap<string, Group>;

/** One empty list for all, so that an empty lane stays the same lane. */
const NONE: readonly never[] = [];

const indexes = new WeakMap<Records, RecordIndex>();
const groupsOf = new WeakMap<RecordIndex, Groups>();

/**
 * The index of a document, made once for each. `previous`, the index of an earlier state, lends its lists where
 * they did not change, so that what is cached by them (layout) stays.
 */
export function indexRecords(records: Records, previous?: RecordIndex): RecordIndex {
  const known = indexes.get(records);
  if (known !== undefined) return known;
  const groups = groupRecords(records, previous && groupsOf.get(previous));
  const lists = <Type extends RecordType>(key: string, type: Type): readonly RecordShapes[Type][] => {
    const found = groups.get(key)?.sorted ?? NONE;
    return found.every((record) => isOfType(record, type)) ? (found as readonly RecordShapes[Type][]) : NONE;
  };
  const index: RecordIndex = {
    children: (parent, type) => lists(groupKey(type, parent), type),
    roots: (type) => lists(groupKey(type, undefined), type),
  };
  indexes.set(records, index);
  groupsOf.set(index, groups);
  return index;
}

/** Names the list of a type under a parent, or of its roots. */
export function groupKey(type: RecordType, parent: Id | undefined): string {
  return `${type} ${parent ?? ''}`;
}

function groupRecords(records: Records, previous: Groups | undefined): Groups {
  const met = new Map<string, MeanderRecord[]>();
  for (const record of records.values()) {
    const key = groupKey(record.type, parentOf(record));
    const list = met.get(key);
    if (list === undefined) met.set(key, [record]);
    else list.push(record);
  }
  const groups = new Map<string, Group>();
  for (const [key, list] of met) {
    const before = previous?.get(key);
    const same =
      before !== undefined && before.met.length === list.length && list.every((r, at) => r === before.met[at]);
    groups.set(key, same ? before : { met: list, sorted: [...list].sort(compareRecords) });
  }
  return groups;
}

/** The id of the record another one belongs to, or undefined for a root. */
export function parentOf(record: MeanderRecord): Id | undefined {
  const field = RECORD_DEFINITIONS[record.type].parent;
  if (field === undefined) return undefined;
  const value: unknown = Reflect.get(record, field);
  return typeof value === 'string' ? (value as Id) : undefined;
}

/** Sorts records of one list by their order, those without one by id. */
export function compareRecords(a: MeanderRecord, b: MeanderRecord): number {
  return compareOrdered(orderOf(a), orderOf(b));
}

function orderOf(record: MeanderRecord): Ordered {
  return { id: record.id, order: 'order' in record ? record.order : '' };
}
