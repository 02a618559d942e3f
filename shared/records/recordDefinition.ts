import type { z } from 'zod';
import type { Id, RecordType } from './ids.ts';

/** What every record has. */
export interface BaseRecord<Type extends RecordType> {
  readonly type: Type;
  readonly id: Id<Type>;
}

/** What the rest of Meander must know about one type of record; each record file exports one. */
export interface RecordDefinition<Type extends RecordType, Shape extends BaseRecord<Type>> {
  readonly type: Type;
  readonly schema: z.ZodType<Shape>;
  /** Values of the fields a new record need not be given. */
  readonly defaults: Partial<Shape>;
  /** The field with the record this one belongs to: it is removed with it. */
  readonly parent?: keyof Shape & string;
  /** Further fields with the id of a record without which this one has no place: it is removed with that one too. */
  readonly needs?: readonly (keyof Shape & string)[];
  /** Other fields that hold an id, or a list of ids or of what is liked: the id is dropped when its record is gone. */
  readonly references: readonly (keyof Shape & string)[];
  /** Fields whose difference in a merge is settled by the later save and only reported. */
  readonly cosmetic: readonly (keyof Shape & string)[];
  /** Fields that are sets: a merge joins them element by element. */
  readonly sets: readonly (keyof Shape & string)[];
  /** Fields that are lists of lines: where it is known what was before, a merge joins them line by line. */
  readonly lines?: readonly (keyof Shape & string)[];
  /** Fields that are lists of channels and how much each is liked: a merge joins them as it does lines. */
  readonly liked?: readonly (keyof Shape & string)[];
}
