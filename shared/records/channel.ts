import { z } from 'zod';
import { idField, nameField, orderField } from './fields.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** A channel over which customer and company meet. */
export interface ChannelRecord extends BaseRecord<'channel'> {
  readonly order: string;
  readonly name: string;
  /** A Lucide icon name. */
  readonly icon: string;
  readonly online: boolean;
}

export const channelDefinition: RecordDefinition<'channel', ChannelRecord> = {
  type: 'channel',
  schema: z.strictObject({
    type: z.literal('channel'),
    id: idField('channel'),
    order: orderField,
    name: nameField,
    icon: nameField,
    online: z.boolean(),
  }),
  defaults: { name: '', icon: 'monitor', online: true },
  references: [],
  cosmetic: ['order', 'icon'],
  sets: [],
};
