import { z } from 'zod';
import { idField, nameField, orderField, textField } from './fields.ts';
import type { Id } from './ids.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** The territories' colours in the order new stages take them (design tokens of the same names). */
export const STAGE_COLOURS = ['sea', 'meadow', 'sand', 'clay', 'heather', 'sky', 'stone'] as const;
export type StageColour = (typeof STAGE_COLOURS)[number];

/** A stage of the journey: a territory of one or more steps. */
export interface StageRecord extends BaseRecord<'stage'> {
  readonly map: Id<'map'>;
  readonly order: string;
  readonly name: string;
  /** What the company wants to reach in this stage. */
  readonly goal: string;
  readonly colour: StageColour;
}

export const stageDefinition: RecordDefinition<'stage', StageRecord> = {
  type: 'stage',
  schema: z.strictObject({
    type: z.literal('stage'),
    id: idField('stage'),
    map: idField('map'),
    order: orderField,
    name: nameField,
    goal: textField,
    colour: z.enum(STAGE_COLOURS),
  }),
  defaults: { name: '', goal: '', colour: 'sea' },
  parent: 'map',
  references: [],
  cosmetic: ['order', 'colour'],
  sets: [],
};
