import { z } from 'zod';
import { idField, nameField, orderField, textField } from './fields.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** The ways in which something about customers is learned. */
export const SOURCE_KINDS = [
  'interviews',
  'focusGroup',
  'observation',
  'analytics',
  'sessionReplays',
  'survey',
  'reviews',
  'support',
  'walkThrough',
  'other',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where evidence comes from. */
export interface SourceRecord extends BaseRecord<'source'> {
  readonly order: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** When it was gathered, as written: "March to June 2025". */
  readonly period: string;
  readonly note: string;
}

export const sourceDefinition: RecordDefinition<'source', SourceRecord> = {
  type: 'source',
  schema: z.strictObject({
    type: z.literal('source'),
    id: idField('source'),
    order: orderField,
    name: nameField,
    kind: z.enum(SOURCE_KINDS),
    period: nameField,
    note: textField,
  }),
  defaults: { name: '', kind: 'other', period: '', note: '' },
  references: [],
  cosmetic: ['order'],
  sets: [],
};
