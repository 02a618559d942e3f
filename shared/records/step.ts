import { z } from 'zod';
import { decimalField, idField, nameField, orderField } from './fields.ts';
import type { Id } from './ids.ts';
import { STEP_WIDTH } from './limits.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** A step: one column of a stage. */
export interface StepRecord extends BaseRecord<'step'> {
  readonly stage: Id<'stage'>;
  readonly order: string;
  readonly name: string;
  /** px at 100 %, 120 to 420. */
  readonly width: number;
}

export const stepDefinition: RecordDefinition<'step', StepRecord> = {
  type: 'step',
  schema: z.strictObject({
    type: z.literal('step'),
    id: idField('step'),
    stage: idField('stage'),
    order: orderField,
    name: nameField,
    width: decimalField(STEP_WIDTH.least, STEP_WIDTH.most),
  }),
  defaults: { name: '', width: STEP_WIDTH.usual },
  parent: 'stage',
  references: [],
  cosmetic: ['order', 'width'],
  sets: [],
};
