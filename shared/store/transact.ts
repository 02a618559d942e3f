import { type Draft, produce } from 'immer';
import { type Id, makeId, type RandomText, type RecordType } from '../records/ids.ts';
import {
  getRecord,
  isOfType,
  type MeanderRecord,
  RECORD_DEFINITIONS,
  type RecordShapes,
  type Records,
} from '../records/records.ts';
import { compareRecords, groupKey, indexRecords, lendIndex, parentOf } from './recordIndex.ts';
import { diffOfIds, EMPTY_DIFF, isEmptyDiff, type RecordsDiff, sameRecord } from './recordsDiff.ts';

/** What an edit needs from the world around it. */
export interface EditEnvironment {
  readonly randomText: RandomText;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The fields a new record must be given: those without a default. */
export type NewFields<Type extends RecordType> = Partial<Omit<RecordShapes[Type], 'id' | 'type'>>;

/** The open change, as an edit verb sees it. Reads show what the verb has written so far. */
export interface Transaction {
  /** The records as they stand now. Not for `indexRecords`, which takes a document for finished: use `children`. */
  readonly records: Records;
  readonly now: number;
  get<Type extends RecordType>(id: Id<Type>): RecordShapes[Type] | undefined;
  /** Like `get`, for a record that must be there; throws MissingRecord otherwise. */
  need<Type extends RecordType>(id: Id<Type>): RecordShapes[Type];
  /** The records of a type that belong to `parent`, in their order. */
  children<Type extends RecordType>(parent: Id, type: Type): readonly RecordShapes[Type][];
  /** Every record of a type that belongs to no other, in their order. */
  roots<Type extends RecordType>(type: Type): readonly RecordShapes[Type][];
  /** The id for a record that `put` will add: for records that name each other. */
  newId<Type extends RecordType>(type: Type): Id<Type>;
  /** Adds a record with defaults for what is not given; throws when the result is no valid record. */
  add<Type extends RecordType>(type: Type, fields: NewFields<Type>): RecordShapes[Type];
  /** Changes one record through an immer recipe; throws when the result is no valid record. */
  change<Type extends RecordType>(id: Id<Type>, recipe: (draft: Draft<RecordShapes[Type]>) => void): void;
  /** Puts a whole record, new or in place of the one with its id; throws when it is no valid record. */
  put(record: MeanderRecord): void;
  /** Removes one record and nothing else: cascades belong to the verbs. */
  remove(id: Id): void;
}

/** A finished change. */
export interface Edit<Value = void> {
  /** The key of the words that name it in the Edit menu, such as "edit.addCard". */
  readonly label: string;
  /** The same object as before when nothing changed. */
  readonly records: Records;
  readonly diff: RecordsDiff;
  readonly value: Value;
}

/** A record that a verb needs is not there (any more). */
export class MissingRecord extends Error {
  readonly id: Id;
  constructor(id: Id) {
    super(`There is no ${id}`);
    this.id = id;
  }
}

/**
 * The only way to change records. Copies the map once, on the first write; the verb works on the copy; nothing of
 * it is seen outside when the verb throws. A record that ends as it began, field by field, is not in the diff.
 */
export function transact<Value>(
  records: Records,
  environment: EditEnvironment,
  label: string,
  verb: (tx: Transaction) => Value,
): Edit<Value> {
  const work = openWork(records);
  const put = (record: MeanderRecord): void => {
    RECORD_DEFINITIONS[record.type].schema.parse(record);
    work.keep(record);
  };
  const need = <Type extends RecordType>(id: Id<Type>): RecordShapes[Type] => {
    const record = getRecord(work.records(), id);
    if (record === undefined) throw new MissingRecord(id);
    return record;
  };
  const value = verb({
    get records() {
      return work.records();
    },
    now: environment.now(),
    get: (id) => getRecord(work.records(), id),
    need,
    children: (parent, type) => work.withWritten(indexRecords(records).children(parent, type), type, parent),
    roots: (type) => work.withWritten(indexRecords(records).roots(type), type, undefined),
    newId: (type) => makeId(type, environment.randomText),
    add: (type, fields) => {
      const { schema, defaults } = RECORD_DEFINITIONS[type];
      const made = schema.parse({ ...defaults, ...fields, type, id: makeId(type, environment.randomText) });
      if (!isOfType(made, type)) throw new Error(`Made a ${made.type} instead of a ${type}`);
      work.keep(made);
      return made;
    },
    change: (id, recipe) => put(produce(need(id), recipe)),
    put,
    remove: work.remove,
  });
  const diff = work.diff();
  if (!isEmptyDiff(diff)) lendIndex(records, work.records(), work.touched);
  return { label, records: isEmptyDiff(diff) ? records : work.records(), diff, value };
}

/** The copy a transaction writes in, made when it is first needed. */
interface OpenWork {
  records(): Records;
  readonly touched: ReadonlySet<Id>;
  diff(): RecordsDiff;
  /** Writes a record that is known to be valid. */
  keep(record: MeanderRecord): void;
  remove(id: Id): void;
  /** A sorted list of the document before, as the writes since then have made it. */
  withWritten<Type extends RecordType>(
    before: readonly RecordShapes[Type][],
    type: Type,
    parent: Id | undefined,
  ): readonly RecordShapes[Type][];
}

function openWork(records: Records): OpenWork {
  let copy: Map<Id, MeanderRecord> | undefined;
  const touched = new Set<Id>();
  /** What was written, by type and parent. */
  const written = new Map<string, Map<Id, MeanderRecord>>();
  /** The lists that were asked for, kept up with every write: thousands of writes to one list stay quick. */
  const lists = new Map<string, SortedRecords>();
  const write = (id: Id, record: MeanderRecord | undefined): void => {
    copy ??= new Map(records);
    const before = copy.get(id);
    if (before !== undefined) {
      written.get(groupOf(before))?.delete(id);
      lists.get(groupOf(before))?.delete(before);
    }
    touched.add(id);
    if (record === undefined) {
      copy.delete(id);
      return;
    }
    copy.set(id, record);
    const group = groupOf(record);
    lists.get(group)?.add(record);
    const members = written.get(group);
    if (members === undefined) written.set(group, new Map([[id, record]]));
    else members.set(id, record);
  };
  return {
    records: () => copy ?? records,
    touched,
    diff: () => (copy === undefined ? EMPTY_DIFF : diffOfIds(records, copy, touched)),
    keep: (record) => {
      const original = records.get(record.id);
      write(record.id, original !== undefined && sameRecord(original, record) ? original : record);
    },
    remove: (id) => write(id, undefined),
    withWritten: (before, type, parent) => {
      if (copy === undefined) return before;
      const group = groupKey(type, parent);
      let list = lists.get(group);
      if (list === undefined) {
        const members = [...(written.get(group)?.values() ?? [])];
        if (members.length === 0 && !before.some(({ id }) => touched.has(id))) return before;
        list = sortedRecords([...before.filter(({ id }) => !touched.has(id)), ...members]);
        lists.set(group, list);
      }
      return list.all().filter((record) => isOfType(record, type));
    },
  };
}

function groupOf(record: MeanderRecord): string {
  return groupKey(record.type, parentOf(record));
}

/** A list that stays in its order. */
interface SortedRecords {
  all(): readonly MeanderRecord[];
  add(record: MeanderRecord): void;
  delete(record: MeanderRecord): void;
}

function sortedRecords(records: readonly MeanderRecord[]): SortedRecords {
  const list = [...records].sort(compareRecords);
  const placeOf = (record: MeanderRecord): number => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = list[middle];
      if (other !== undefined && compareRecords(other, record) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    all: () => list,
    add: (record) => {
      list.splice(placeOf(record), 0, record);
    },
    delete: (record) => {
      list.splice(placeOf(record), 1);
    },
  };
}
