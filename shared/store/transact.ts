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
import { diffRecords, type RecordsDiff } from './recordsDiff.ts';

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
  readonly records: Records;
  readonly now: number;
  get<Type extends RecordType>(id: Id<Type>): RecordShapes[Type] | undefined;
  /** Like `get`, for a record that must be there; throws otherwise. */
  need<Type extends RecordType>(id: Id<Type>): RecordShapes[Type];
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
  readonly records: Records;
  readonly diff: RecordsDiff;
  readonly value: Value;
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
  let current = records;
  let copy: Map<Id, MeanderRecord> | undefined;
  const writable = (): Map<Id, MeanderRecord> => {
    if (copy === undefined) {
      copy = new Map(current);
      current = copy;
    }
    return copy;
  };
  const put = (record: MeanderRecord): void => {
    RECORD_DEFINITIONS[record.type].schema.parse(record);
    const original = records.get(record.id);
    writable().set(record.id, original !== undefined && sameFields(original, record) ? original : record);
  };
  const need = <Type extends RecordType>(id: Id<Type>): RecordShapes[Type] => {
    const record = getRecord(current, id);
    if (record === undefined) throw new Error(`There is no ${id}`);
    return record;
  };
  const tx: Transaction = {
    get records() {
      return current;
    },
    now: environment.now(),
    get: (id) => getRecord(current, id),
    need,
    add: (type, fields) => {
      const id = makeId(type, environment.randomText);
      const made: MeanderRecord = RECORD_DEFINITIONS[type].schema.parse({
        ...RECORD_DEFINITIONS[type].defaults,
        ...fields,
        type,
        id,
      });
      put(made);
      if (!isOfType(made, type)) throw new Error(`Made a ${made.type} instead of a ${type}`);
      return made;
    },
    change: (id, recipe) => put(produce(need(id), recipe)),
    put,
    remove: (id) => {
      writable().delete(id);
    },
  };
  const value = verb(tx);
  return {
    label,
    records: current,
    diff: copy === undefined ? diffRecords(records, records) : diffRecords(records, copy),
    value,
  };
}

function sameFields(a: MeanderRecord, b: MeanderRecord): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
