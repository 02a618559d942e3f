import { z } from 'zod';
import { dayField, idField, idListField, nameField, orderField, textField } from './fields.ts';
import type { Id } from './ids.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** Whether a map shows the journey as it is or as it shall be. */
export const MAP_STATES = ['current', 'future'] as const;
export type MapState = (typeof MAP_STATES)[number];

/** For whom the company works: consumers or other companies. */
export const AUDIENCES = ['b2c', 'b2b'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** One journey map. */
export interface MapRecord extends BaseRecord<'map'> {
  readonly order: string;
  readonly title: string;
  readonly scenario: string;
  readonly state: MapState;
  readonly audience: Audience;
  /** The line of business, such as "Online fashion shop". */
  readonly business: string;
  /** Who walks this way, in the order they are shown. */
  readonly personas: readonly Id<'persona'>[];
  /** Those of `personas` whose curve and cards are not shown. */
  readonly hiddenPersonas: readonly Id<'persona'>[];
  /** The edition as its makers count it, and its day; both stand in the poster's footer. */
  readonly version: number;
  readonly date: string;
  readonly authors: string;
  /** What the map was made from, such as "8 interviews and shop analytics". */
  readonly basis: string;
}

export const mapDefinition: RecordDefinition<'map', MapRecord> = {
  type: 'map',
  schema: z.strictObject({
    type: z.literal('map'),
    id: idField('map'),
    order: orderField,
    title: nameField,
    scenario: textField,
    state: z.enum(MAP_STATES),
    audience: z.enum(AUDIENCES),
    business: nameField,
    personas: idListField('persona'),
    hiddenPersonas: idListField('persona'),
    version: z.number().int().min(1).max(99_999),
    date: dayField,
    authors: nameField,
    basis: nameField,
  }),
  defaults: {
    title: '',
    scenario: '',
    state: 'current',
    audience: 'b2c',
    business: '',
    personas: [],
    hiddenPersonas: [],
    version: 1,
    date: '',
    authors: '',
    basis: '',
  },
  references: ['personas', 'hiddenPersonas'],
  cosmetic: ['order', 'hiddenPersonas'],
  sets: ['personas', 'hiddenPersonas'],
};
