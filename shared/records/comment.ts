import { z } from 'zod';
import { idField, nameField, textField, timeField } from './fields.ts';
import { type Id, isId, RECORD_TYPES } from './ids.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** A remark on any record; removed with it. */
export interface CommentRecord extends BaseRecord<'comment'> {
  readonly about: Id;
  readonly author: string;
  readonly at: number;
  readonly text: string;
  readonly resolved: boolean;
}

const anyIdField = z.custom<Id>(
  (value) => typeof value === 'string' && RECORD_TYPES.some((type) => isId(type, value)),
  'is not an id',
);

export const commentDefinition: RecordDefinition<'comment', CommentRecord> = {
  type: 'comment',
  schema: z.strictObject({
    type: z.literal('comment'),
    id: idField('comment'),
    about: anyIdField,
    author: nameField,
    at: timeField,
    text: textField,
    resolved: z.boolean(),
  }),
  defaults: { author: '', at: 0, text: '', resolved: false },
  parent: 'about',
  references: [],
  cosmetic: [],
  sets: [],
};
