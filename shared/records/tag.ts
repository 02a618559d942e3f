import { z } from 'zod';
import { idField, nameField, orderField } from './fields.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';
import { STAGE_COLOURS, type StageColour } from './stage.ts';

/** A label that groups cards across lanes and maps. */
export interface TagRecord extends BaseRecord<'tag'> {
  readonly order: string;
  readonly name: string;
  readonly colour: StageColour;
}

export const tagDefinition: RecordDefinition<'tag', TagRecord> = {
  type: 'tag',
  schema: z.strictObject({
    type: z.literal('tag'),
    id: idField('tag'),
    order: orderField,
    name: nameField,
    colour: z.enum(STAGE_COLOURS),
  }),
  defaults: { name: '', colour: 'stone' },
  references: [],
  cosmetic: ['order', 'colour'],
  sets: [],
};
