/** Every type of record a project holds. */
export const RECORD_TYPES = [
  'project',
  'map',
  'stage',
  'step',
  'lane',
  'card',
  'emotion',
  'persona',
  'channel',
  'tag',
  'source',
  'note',
  'arrow',
  'comment',
  'asset',
] as const;

/** The name of a record type, also the first part of its ids. */
export type RecordType = (typeof RECORD_TYPES)[number];

/** The id of a record of one type, such as `card:V1StGXR8_Z`. Unique in the world, so copies can be merged. */
export type Id<Type extends RecordType = RecordType> = Type extends RecordType ? `${Type}:${string}` : never;

/** Characters of the random part; nanoid's alphabet at 16 characters gives 96 bits. */
export const ID_LENGTH = 16;

/** Gives random text of a length out of A-Z a-z 0-9 _ - (nanoid in the application, a counter in tests). */
export type RandomText = (length: number) => string;

/** Makes the id of a new record: the only place where ids come from. */
export function makeId<Type extends RecordType>(type: Type, randomText: RandomText): Id<Type> {
  return `${type}:${randomText(ID_LENGTH)}` as Id<Type>;
}

/** One expression for every type: ids are what a file has most of. */
const ID_PATTERNS = new Map(RECORD_TYPES.map((type) => [type, new RegExp(`^${type}:[A-Za-z0-9_-]{1,64}$`)]));

/** Whether a text has the form of an id of this type (1 to 64 characters after the colon). */
export function isId<Type extends RecordType>(type: Type, text: string): text is Id<Type> {
  return ID_PATTERNS.get(type)?.test(text) ?? false;
}

/** The record type an id names. */
export function typeOfId(id: Id): RecordType {
  return id.slice(0, id.indexOf(':')) as RecordType;
}
