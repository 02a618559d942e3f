import { z } from 'zod';
import { decimalField, idField, nameField, optionalIdField } from './fields.ts';
import type { Id } from './ids.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** An arrow drawn freely on a map; an end sits on a card, or at (x, y) px at 100 % when its card is null. */
export interface ArrowRecord extends BaseRecord<'arrow'> {
  readonly map: Id<'map'>;
  readonly from: Id<'card'> | null;
  readonly fromX: number;
  readonly fromY: number;
  readonly to: Id<'card'> | null;
  readonly toX: number;
  readonly toY: number;
  readonly label: string;
}

const place = decimalField(-100_000, 1_000_000);

export const arrowDefinition: RecordDefinition<'arrow', ArrowRecord> = {
  type: 'arrow',
  schema: z.strictObject({
    type: z.literal('arrow'),
    id: idField('arrow'),
    map: idField('map'),
    from: optionalIdField('card'),
    fromX: place,
    fromY: place,
    to: optionalIdField('card'),
    toX: place,
    toY: place,
    label: nameField,
  }),
  defaults: { from: null, fromX: 0, fromY: 0, to: null, toX: 0, toY: 0, label: '' },
  parent: 'map',
  references: ['from', 'to'],
  cosmetic: ['fromX', 'fromY', 'toX', 'toY'],
  sets: [],
};
