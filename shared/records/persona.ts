import { z } from 'zod';
import { idField, idListField, nameField, optionalIdField, orderField, textField, textListField } from './fields.ts';
import type { Id } from './ids.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** A persona's curve: each colour has its own dash and marker, so that grey print tells them apart. */
export const PERSONA_COLOURS = ['p1', 'p2', 'p3', 'p4', 'p5'] as const;
export type PersonaColour = (typeof PERSONA_COLOURS)[number];

/** One slider of a character, such as careful to daring. */
export interface CharacterTrait {
  readonly low: string;
  readonly high: string;
  /** 0 wholly `low` to 100 wholly `high`. */
  readonly value: number;
}

/** A fictional person inside a target group. */
export interface PersonaRecord extends BaseRecord<'persona'> {
  readonly order: string;
  readonly name: string;
  /** Who this is in half a line, such as "Fashion-minded, buys on her phone". */
  readonly summary: string;
  /** As written: "24", "mid thirties". */
  readonly age: string;
  readonly place: string;
  readonly job: string;
  /** The part in a B2B decision, such as "signs the contract". */
  readonly role: string;
  readonly privateLife: string;
  readonly quote: string;
  readonly traits: readonly CharacterTrait[];
  readonly goals: readonly string[];
  readonly motives: readonly string[];
  readonly expectations: readonly string[];
  readonly frustrations: readonly string[];
  readonly channels: readonly Id<'channel'>[];
  /** How this person wants to be contacted. */
  readonly contact: string;
  readonly colour: PersonaColour;
  readonly portrait: Id<'asset'> | null;
  readonly note: string;
}

export const personaDefinition: RecordDefinition<'persona', PersonaRecord> = {
  type: 'persona',
  schema: z.strictObject({
    type: z.literal('persona'),
    id: idField('persona'),
    order: orderField,
    name: nameField,
    summary: nameField,
    age: nameField,
    place: nameField,
    job: nameField,
    role: nameField,
    privateLife: textField,
    quote: textField,
    traits: z
      .array(z.strictObject({ low: nameField, high: nameField, value: z.number().int().min(0).max(100) }))
      .max(20)
      .readonly(),
    goals: textListField,
    motives: textListField,
    expectations: textListField,
    frustrations: textListField,
    channels: idListField('channel'),
    contact: nameField,
    colour: z.enum(PERSONA_COLOURS),
    portrait: optionalIdField('asset'),
    note: textField,
  }),
  defaults: {
    name: '',
    summary: '',
    age: '',
    place: '',
    job: '',
    role: '',
    privateLife: '',
    quote: '',
    traits: [],
    goals: [],
    motives: [],
    expectations: [],
    frustrations: [],
    channels: [],
    contact: '',
    colour: 'p1',
    portrait: null,
    note: '',
  },
  references: ['channels', 'portrait'],
  cosmetic: ['order', 'colour'],
  sets: [],
};
