import type { Id, RecordType } from '../records/ids.ts';
import {
  isOfType,
  type MeanderRecord,
  RECORD_DEFINITIONS,
  type RecordShapes,
  type Records,
} from '../records/records.ts';

/** Records found by where they belong, each list in its order. Lists keep their identity while nothing in them changes. */
export interface RecordIndex {
  /** The records of a type that belong to `parent` (the definition's parent field). */
  children<Type extends RecordType>(parent: Id, type: Type): readonly RecordShapes[Type][];
  /** Every record of a type that belongs to no other, such as maps and personas. */
  roots<Type extends RecordType>(type: Type): readonly RecordShapes[Type][];
}

/** Lists by `groupKey`, each in its order. */
type Groups = ReadonlyMap<string, readonly MeanderRecord[]>;

interface Indexed {
  readonly records: Records;
  readonly groups: Groups;
}

/** One empty list for all, so that an empty lane stays the same lane. */
const NONE: readonly never[] = [];

const indexes = new WeakMap<Records, RecordIndex>();
const indexedBy = new WeakMap<RecordIndex, Indexed>();

/**
 * The index of a document, made once for each. `previous`, the index of an earlier state, lends its lists where
 * they did not change, so that what is cached by them (layout) stays, and so that only the others are made anew.
 */
export function indexRecords(records: Records, previous?: RecordIndex): RecordIndex {
  const known = indexes.get(records);
  if (known !== undefined) return known;
  const before = previous && indexedBy.get(previous);
  return keepIndex(records, before === undefined ? groupRecords(records.values()) : regroupRecords(records, before));
}

function keepIndex(records: Records, groups: Groups): RecordIndex {
  const lists = <Type extends RecordType>(key: string, type: Type): readonly RecordShapes[Type][] => {
    const found = groups.get(key) ?? NONE;
    return holdsOnly(found, type) ? found : NONE;
  };
  const index: RecordIndex = {
    children: (parent, type) => lists(groupKey(type, parent), type),
    roots: (type) => lists(groupKey(type, undefined), type),
  };
  indexes.set(records, index);
  indexedBy.set(index, { records, groups });
  return index;
}

/** The type of all records of a list; looked at once, for lists of hundreds are asked for with every letter. */
const typeOfList = new WeakMap<readonly MeanderRecord[], RecordType>();

function holdsOnly<Type extends RecordType>(
  list: readonly MeanderRecord[],
  type: Type,
): list is readonly RecordShapes[Type][] {
  if (typeOfList.get(list) === type) return true;
  if (!list.every((record) => isOfType(record, type))) return false;
  if (list.length > 0) typeOfList.set(list, type);
  return true;
}

/**
 * Makes the index of a document out of the index of the one it was made from, which differs in none but these records:
 * an edit of one of ten thousand shall not look at the others. Nothing happens when that one has none.
 */
export function lendIndex(from: Records, to: Records, ids: Iterable<Id>): void {
  const index = indexes.get(from);
  const before = index && indexedBy.get(index);
  if (before === undefined || indexes.has(to)) return;
  const touched = [...ids];
  const gone = touched.flatMap((id) => differing(before.records, to, id));
  const came = touched.flatMap((id) => differing(to, before.records, id));
  keepIndex(to, regroup(before.groups, gone, came));
}

/** The record under an id, unless the other document holds the same object. */
function differing(records: Records, other: Records, id: Id): readonly MeanderRecord[] {
  const record = records.get(id);
  return record === undefined || other.get(id) === record ? [] : [record];
}

/** Names the list of a type under a parent, or of its roots. */
export function groupKey(type: RecordType, parent: Id | undefined): string {
  return `${type} ${parent ?? ''}`;
}

function groupRecords(records: Iterable<MeanderRecord>): Map<string, readonly MeanderRecord[]> {
  const groups = new Map<string, MeanderRecord[]>();
  for (const record of records) {
    const key = groupKey(record.type, parentOf(record));
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [record]);
    else list.push(record);
  }
  for (const list of groups.values()) list.sort(compareRecords);
  return groups;
}

function regroupRecords(records: Records, before: Indexed): Groups {
  const gone: MeanderRecord[] = [];
  const came: MeanderRecord[] = [];
  for (const [id, record] of before.records) if (records.get(id) !== record) gone.push(record);
  for (const [id, record] of records) if (before.records.get(id) !== record) came.push(record);
  return regroup(before.groups, gone, came);
}

function regroup(before: Groups, gone: readonly MeanderRecord[], came: readonly MeanderRecord[]): Groups {
  const [left, joined] = [groupRecords(gone), groupRecords(came)];
  const groups = new Map(before);
  for (const key of new Set([...left.keys(), ...joined.keys()])) {
    const leaving = new Set(left.get(key));
    const staying = (groups.get(key) ?? []).filter((record) => !leaving.has(record));
    const list = [...staying, ...(joined.get(key) ?? [])].sort(compareRecords);
    if (list.length > 0) groups.set(key, list);
    else groups.delete(key);
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
  const [orderOfA, orderOfB] = ['order' in a ? a.order : '', 'order' in b ? b.order : ''];
  if (orderOfA !== orderOfB) return orderOfA < orderOfB ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
