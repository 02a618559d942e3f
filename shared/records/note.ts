import { z } from 'zod';
import { decimalField, idField, optionalIdField, orderField, textField } from './fields.ts';
import type { Id } from './ids.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** A loose note: in the inbox while `map` is null, otherwise lying on a map at (x, y) px at 100 %. */
export interface NoteRecord extends BaseRecord<'note'> {
  readonly map: Id<'map'> | null;
  readonly order: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export const noteDefinition: RecordDefinition<'note', NoteRecord> = {
  type: 'note',
  schema: z.strictObject({
    type: z.literal('note'),
    id: idField('note'),
    map: optionalIdField('map'),
    order: orderField,
    text: textField,
    x: decimalField(-100_000, 1_000_000),
    y: decimalField(-100_000, 1_000_000),
  }),
  defaults: { map: null, text: '', x: 0, y: 0 },
  references: ['map'],
  cosmetic: ['order', 'x', 'y'],
  sets: [],
};
