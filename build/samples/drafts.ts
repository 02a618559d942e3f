import { type Id, makeId, type RecordType } from '../../shared/records/ids.ts';
import type { Json } from '../../shared/util/canonicalJson.ts';
import { SourceMistake, type SourcePath } from './sourceMistake.ts';

/** Fields on their way to a record; absent ones take the record's defaults. */
export type DraftFields = Readonly<Record<string, Json | undefined>>;

/** A record to be, with the place in the source it was made from. */
export interface Draft {
  readonly type: RecordType;
  readonly id: Id;
  readonly fields: DraftFields;
  readonly path: SourcePath;
}

/** Makes readable ids of one source: `card` and `dress-pains-2_3-1` give `card:sarah-en-dress-pains-2_3-1`. */
export type NameId = <Type extends RecordType>(type: Type, name: string) => Id<Type>;

/** Ids that begin with a source's name, the same in every run. */
export function namesOf(sourceName: string): NameId {
  return (type, name) => makeId(type, () => (name === '' ? sourceName : `${sourceName}-${name}`));
}

/** Finds the id of the part a source refers to by key, or throws a SourceMistake that lists what there is. */
export type Refer = <Type extends RecordType>(type: Type, key: string, path: SourcePath) => Id<Type>;

/** Ids for keys: each type's table is what the source declares, `prefix` what stands before the key in the id. */
export function referTo(
  tables: Readonly<Partial<Record<RecordType, { readonly keys: readonly string[]; readonly prefix?: string }>>>,
  name: NameId,
): Refer {
  return (type, key, path) => {
    const table = tables[type];
    if (table?.keys.includes(key)) return name(type, `${table.prefix ?? ''}${key}`);
    const known = table && table.keys.length > 0 ? `known are ${table.keys.join(', ')}` : 'none is declared';
    throw new SourceMistake(path, `there is no ${WORDS[type] ?? type} "${key}"; ${known}`);
  };
}

/** What a source calls the types whose record has another name. */
const WORDS: Readonly<Partial<Record<RecordType, string>>> = { asset: 'picture', source: 'research' };
