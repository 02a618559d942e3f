import { z } from 'zod';
import { EVIDENCE, type Evidence } from './card.ts';
import { idField, idListField, nameField, optionalIdField, orderField, textField } from './fields.ts';
import type { Id } from './ids.ts';
import { LIMITS } from './limits.ts';
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

/** A line of a person is one or the other: what nobody has looked into is an assumption. */
export type LineEvidence = Exclude<Evidence, 'none'>;

/** One thing that is said of a person, and how it is known. */
export interface PersonaLine {
  readonly text: string;
  readonly evidence: LineEvidence;
}

/** The lists of lines every person has, in the order in which they stand on the page. */
export const LINE_FIELDS = ['goals', 'motives', 'expectations', 'frustrations', 'privateLife', 'contact'] as const;

/** What further sections are about; `own` is named by whoever adds it. */
export const SECTION_KINDS = ['devices', 'brands', 'money', 'day', 'role', 'own'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** A section some persons have and others have not. */
export interface PersonaSection {
  readonly kind: SectionKind;
  /** Empty for the kind's own words, in whichever language they are read. */
  readonly title: string;
  readonly lines: readonly PersonaLine[];
}

/** The most dots a channel can have. */
export const MOST_LIKING = 5;

/** A channel a person uses. */
export interface PersonaChannel {
  readonly channel: Id<'channel'>;
  /** How much she likes it: 1 hardly to 5 very much; 0 where nobody has said so. */
  readonly liking: number;
}

/** Sections a person may have beyond the usual ones. */
export const MOST_SECTIONS = 20;

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
  readonly quote: string;
  readonly traits: readonly CharacterTrait[];
  readonly goals: readonly PersonaLine[];
  readonly motives: readonly PersonaLine[];
  readonly expectations: readonly PersonaLine[];
  readonly frustrations: readonly PersonaLine[];
  readonly privateLife: readonly PersonaLine[];
  /** How this person wants to be contacted. */
  readonly contact: readonly PersonaLine[];
  readonly sections: readonly PersonaSection[];
  /** What the lines are known from. */
  readonly sources: readonly Id<'source'>[];
  /** In the order in which they count; each once. */
  readonly channels: readonly PersonaChannel[];
  readonly colour: PersonaColour;
  readonly portrait: Id<'asset'> | null;
  readonly note: string;
}

const linesField = z
  .array(z.strictObject({ text: nameField, evidence: z.enum(EVIDENCE).exclude(['none']) }))
  .max(LIMITS.list)
  .readonly();

const channelsField = z
  .array(z.strictObject({ channel: idField('channel'), liking: z.number().int().min(0).max(MOST_LIKING) }))
  .max(LIMITS.list)
  .refine((list) => new Set(list.map(({ channel }) => channel)).size === list.length, 'holds a channel twice')
  .readonly();

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
    quote: textField,
    traits: z
      .array(z.strictObject({ low: nameField, high: nameField, value: z.number().int().min(0).max(100) }))
      .max(20)
      .readonly(),
    goals: linesField,
    motives: linesField,
    expectations: linesField,
    frustrations: linesField,
    privateLife: linesField,
    contact: linesField,
    sections: z
      .array(z.strictObject({ kind: z.enum(SECTION_KINDS), title: nameField, lines: linesField }))
      .max(MOST_SECTIONS)
      .readonly(),
    sources: idListField('source'),
    channels: channelsField,
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
    quote: '',
    traits: [],
    goals: [],
    motives: [],
    expectations: [],
    frustrations: [],
    privateLife: [],
    contact: [],
    sections: [],
    sources: [],
    channels: [],
    colour: 'p1',
    portrait: null,
    note: '',
  },
  references: ['sources', 'channels', 'portrait'],
  cosmetic: ['order', 'colour'],
  sets: ['sources'],
  lines: LINE_FIELDS,
  liked: ['channels'],
};

/** Every line of a person that says something, her sections included. */
export function saidLines(persona: PersonaRecord): readonly PersonaLine[] {
  const lists = [...LINE_FIELDS.map((field) => persona[field]), ...persona.sections.map(({ lines }) => lines)];
  return lists.flat().filter(({ text }) => text.trim() !== '');
}
