import { z } from 'zod';
import type { CardKind } from '../../shared/records/card.ts';
import { CARD_KINDS } from '../../shared/records/card.ts';
import { LANE_BORDERS, LANE_KINDS } from '../../shared/records/lane.ts';
import { AUDIENCES, MAP_STATES } from '../../shared/records/map.ts';
import { PERSONA_COLOURS, SECTION_KINDS } from '../../shared/records/persona.ts';
import { SOURCE_KINDS } from '../../shared/records/source.ts';
import { STAGE_COLOURS } from '../../shared/records/stage.ts';

/*
 * The form of a sample's source. assets/samples/README.md explains it to the people who write one. Only the form is
 * checked here; what a text may hold is checked once, by the records made of it.
 */

/** A short name by which other parts refer to this one; also a part of its record's id. */
const key = z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'must be a short key: small letters, digits and hyphens');
/** One key, or a list of them. */
const keys = z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(key)).optional();
const text = z.string().optional();
const texts = z.array(z.string()).optional();
const flag = z.boolean().optional();
const whole = z.number().int().optional();
const keyed = <Part extends z.ZodType>(part: Part) => z.record(key, part).optional();

const kindFields = {
  action: text,
  goal: text,
  thought: text,
  question: text,
  quote: text,
  touchpoint: text,
  pain: text,
  dropOff: text,
  opportunity: text,
  idea: text,
  companyAction: text,
  measure: text,
  picture: text,
} satisfies Record<CardKind, typeof text>;

const commentSchema = z.strictObject({
  author: z.string(),
  at: z.iso.datetime('must be a time such as 2025-06-10T09:30:00Z'),
  text: z.string(),
  resolved: flag,
});

const cardSchema = z
  .strictObject({
    ...kindFields,
    key: key.optional(),
    span: whole,
    from: keys,
    seen: text,
    assumed: flag,
    severity: whole,
    priority: whole,
    impact: whole,
    effort: whole,
    channels: keys,
    icon: text,
    figure: text,
    shows: key.optional(),
    tags: keys,
    leadsTo: keys,
    persona: key.optional(),
    owner: text,
    due: text,
    note: text,
    locked: flag,
    comments: z.array(commentSchema).optional(),
  })
  .refine((card) => CARD_KINDS.filter((kind) => card[kind] !== undefined).length === 1, {
    message: `must say what it is, with exactly one of ${CARD_KINDS.join(', ')}`,
  })
  .refine((card) => !(card.assumed && (card.from || card.seen !== undefined)), {
    message: 'is said to be assumed and also to come from research',
  });

const feelingSchema = z
  .strictObject({
    value: z.number(),
    word: text,
    cause: text,
    at: z.number().optional(),
    momentOfTruth: flag,
    assumed: flag,
    researched: flag,
  })
  .refine((point) => !(point.assumed && point.researched), {
    message: 'is said to be assumed and also to be researched',
  });

const stepSchema = z.strictObject({
  name: z.string(),
  width: z.number().optional(),
  feels: keyed(feelingSchema),
  cards: keyed(z.array(cardSchema)),
});

const mapSchema = z.strictObject({
  title: z.string(),
  scenario: text,
  state: z.enum(MAP_STATES).optional(),
  audience: z.enum(AUDIENCES).optional(),
  business: text,
  personas: keys,
  hidden: keys,
  version: whole,
  date: text,
  authors: text,
  basis: text,
  lanes: z.record(
    key,
    z.strictObject({
      kind: z.enum(LANE_KINDS),
      name: z.string(),
      hint: text,
      border: z.enum(LANE_BORDERS).optional(),
      hidden: flag,
    }),
  ),
  stages: z.array(
    z.strictObject({
      name: z.string(),
      goal: text,
      colour: z.enum(STAGE_COLOURS),
      steps: z.array(stepSchema).min(1),
    }),
  ),
});

/** What is said of a person: a plain text is assumed. */
const lines = z.array(z.union([z.string(), z.strictObject({ researched: z.string() })]));

const personaSchema = z.strictObject({
  name: z.string(),
  summary: text,
  age: text,
  place: text,
  job: text,
  quote: text,
  traits: z.array(z.tuple([z.string(), z.string(), z.number()])).optional(),
  goals: lines.optional(),
  motives: lines.optional(),
  expectations: lines.optional(),
  frustrations: lines.optional(),
  privateLife: lines.optional(),
  contact: lines.optional(),
  sections: z.array(z.strictObject({ kind: z.enum(SECTION_KINDS), title: text, lines })).optional(),
  from: keys,
  channels: z.record(key, z.number().int()).optional(),
  line: z.enum(PERSONA_COLOURS),
  portrait: key.optional(),
  note: text,
});

/** A whole source file. */
export const sourceSchema = z.strictObject({
  project: z.strictObject({ title: z.string(), company: text, promise: text, note: text }),
  channels: keyed(z.strictObject({ name: z.string(), icon: z.string(), offline: flag })),
  research: keyed(z.strictObject({ name: z.string(), kind: z.enum(SOURCE_KINDS), period: text, note: text })),
  tags: keyed(z.strictObject({ name: z.string(), colour: z.enum(STAGE_COLOURS) })),
  pictures: keyed(z.strictObject({ file: z.string(), shows: z.string() })),
  personas: keyed(personaSchema),
  inbox: texts,
  maps: z.record(key, mapSchema),
});

export type ProjectSource = z.infer<typeof sourceSchema>;
export type MapSource = z.infer<typeof mapSchema>;
export type StepSource = z.infer<typeof stepSchema>;
export type CardSource = z.infer<typeof cardSchema>;
export type FeelingSource = z.infer<typeof feelingSchema>;
export type PersonaSource = z.infer<typeof personaSchema>;
export type LinesSource = z.infer<typeof lines>;
