import { z } from 'zod';
import { idField, nameField, textField } from './fields.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** The project itself: one in every file. */
export interface ProjectRecord extends BaseRecord<'project'> {
  readonly title: string;
  readonly company: string;
  /** What the company promises over every channel. */
  readonly promise: string;
  readonly note: string;
}

export const projectDefinition: RecordDefinition<'project', ProjectRecord> = {
  type: 'project',
  schema: z.strictObject({
    type: z.literal('project'),
    id: idField('project'),
    title: nameField,
    company: nameField,
    promise: textField,
    note: textField,
  }),
  defaults: { title: '', company: '', promise: '', note: '' },
  references: [],
  cosmetic: [],
  sets: [],
};
