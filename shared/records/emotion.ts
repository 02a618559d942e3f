import { z } from 'zod';
import { EVIDENCE, type Evidence } from './card.ts';
import { decimalField, idField, nameField, textField } from './fields.ts';
import type { Id } from './ids.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** The best and worst feeling on the scale. */
export const BEST_FEELING = 2;
export const WORST_FEELING = -2;

/** A point of one persona's emotion curve. */
export interface EmotionRecord extends BaseRecord<'emotion'> {
  readonly lane: Id<'lane'>;
  readonly step: Id<'step'>;
  readonly persona: Id<'persona'>;
  /** Where in the step, 0 at its left border to 1 at its right; two decimals. */
  readonly offset: number;
  /** -2 very bad to +2 very good; two decimals. */
  readonly value: number;
  /** The feeling in a word, such as "Hesitant". */
  readonly label: string;
  readonly cause: string;
  readonly momentOfTruth: boolean;
  readonly evidence: Evidence;
}

export const emotionDefinition: RecordDefinition<'emotion', EmotionRecord> = {
  type: 'emotion',
  schema: z.strictObject({
    type: z.literal('emotion'),
    id: idField('emotion'),
    lane: idField('lane'),
    step: idField('step'),
    persona: idField('persona'),
    offset: decimalField(0, 1),
    value: decimalField(WORST_FEELING, BEST_FEELING),
    label: nameField,
    cause: textField,
    momentOfTruth: z.boolean(),
    evidence: z.enum(EVIDENCE),
  }),
  defaults: { offset: 0.5, value: 0, label: '', cause: '', momentOfTruth: false, evidence: 'none' },
  parent: 'lane',
  needs: ['step', 'persona'],
  references: [],
  cosmetic: [],
  sets: [],
};
