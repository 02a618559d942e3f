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
import { compareRecords, groupKey, indexRecords, parentOf } from './recordIndex.ts';
import { diffRecords, isEmptyDiff, type RecordsDiff, sameRecord } from './recordsDiff.ts';

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
    children: (parent, type) => work.withTouched(indexRecords(records).children(parent, type), type, parent),
    roots: (type) => work.withTouched(indexRecords(records).roots(type), type, undefined),
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
  const diff = diffRecords(records, work.records());
  return { label, records: isEmptyDiff(diff) ? records : work.records(), diff, value };
}

/** The copy a transaction writes in, made when it is first needed. */
interface OpenWork {
  records(): Records;
  /** Writes a record that is known to be valid. */
  keep(record: MeanderRecord): void;
  remove(id: Id): void;
  /** A sorted list of the document before, as the writes since then have made it. */
  withTouched<Type extends RecordType>(
    before: readonly RecordShapes[Type][],
    type: Type,
    parent: Id | undefined,
  ): readonly RecordShapes[Type][];
}

function openWork(records: Records): OpenWork {
  let copy: Map<Id, MeanderRecord> | undefined;
  const touched = new Set<Id>();
  /** What was written, by type and parent, so that finding the members of a list never walks through all of it. */
  const written = new Map<string, Map<Id, MeanderRecord>>();
  const writable = (id: Id): Map<Id, MeanderRecord> => {
    copy ??= new Map(records);
    const before = touched.has(id) ? copy.get(id) : undefined;
    if (before !== undefined) written.get(groupOf(before))?.delete(id);
    touched.add(id);
    return copy;
  };
  return {
    records: () => copy ?? records,
    keep: (record) => {
      const original = records.get(record.id);
      const kept = original !== undefined && sameRecord(original, record) ? original : record;
      writable(record.id).set(record.id, kept);
      const group = written.get(groupOf(kept));
      if (group === undefined) written.set(groupOf(kept), new Map([[kept.id, kept]]));
      else group.set(kept.id, kept);
    },
    remove: (id) => {
      writable(id).delete(id);
    },
    withTouched: (before, type, parent) => {
      if (touched.size === 0) return before;
      const members = [...(written.get(groupKey(type, parent))?.values() ?? [])];
      return [
        ...before.filter(({ id }) => !touched.has(id)),
        ...members.filter((record) => isOfType(record, type)),
      ].sort(compareRecords);
    },
  };
}

function groupOf(record: MeanderRecord): string {
  return groupKey(record.type, parentOf(record));
}
