import { z } from 'zod';
import { dayField, idField, idListField, nameField, optionalIdField, orderField, textField } from './fields.ts';
import type { Id } from './ids.ts';
import { LONGEST_SPAN } from './limits.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** What a card says; each has an outline, a pin and a key of its own. */
export const CARD_KINDS = [
  'action',
  'goal',
  'thought',
  'question',
  'quote',
  'touchpoint',
  'pain',
  'dropOff',
  'opportunity',
  'idea',
  'companyAction',
  'measure',
  'picture',
] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** How a statement is known. `none` when nobody has said. */
export const EVIDENCE = ['none', 'assumption', 'researched'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/**
 * A card in a lane, beginning at a step. Every card has every field: one that its kind does not show is kept, so
 * that changing the kind and changing it back loses nothing.
 */
export interface CardRecord extends BaseRecord<'card'> {
  readonly lane: Id<'lane'>;
  readonly step: Id<'step'>;
  readonly order: string;
  /** Steps it covers, beginning at `step`. */
  readonly span: number;
  readonly kind: CardKind;
  readonly text: string;
  readonly evidence: Evidence;
  /** What stands in the evidence row, such as "7 of 8 interviews"; empty shows the first source's name. */
  readonly evidenceNote: string;
  readonly sources: readonly Id<'source'>[];
  /** Pain points: 0 not said, 1 nuisance, 2 slows, 3 stops. */
  readonly severity: number;
  /** Opportunities: 0 not said, 1 goes first, to 9. */
  readonly priority: number;
  /** 0 not said, 1 low to 5 high. */
  readonly impact: number;
  readonly effort: number;
  /** Touchpoints: the first gives the icon. */
  readonly channels: readonly Id<'channel'>[];
  /** A Lucide icon name that replaces the channel's, or empty. */
  readonly icon: string;
  /** Measures: the figure as written, such as "2.8 %". */
  readonly figure: string;
  /** Pictures. */
  readonly asset: Id<'asset'> | null;
  readonly tags: readonly Id<'tag'>[];
  /** Cards this one points to, such as a pain point to the opportunity that answers it. */
  readonly links: readonly Id<'card'>[];
  /** Whose card it is when several personas walk; null is everybody's. */
  readonly persona: Id<'persona'> | null;
  readonly owner: string;
  readonly due: string;
  readonly note: string;
  readonly locked: boolean;
}

export const cardDefinition: RecordDefinition<'card', CardRecord> = {
  type: 'card',
  schema: z.strictObject({
    type: z.literal('card'),
    id: idField('card'),
    lane: idField('lane'),
    step: idField('step'),
    order: orderField,
    span: z.number().int().min(1).max(LONGEST_SPAN),
    kind: z.enum(CARD_KINDS),
    text: textField,
    evidence: z.enum(EVIDENCE),
    evidenceNote: nameField,
    sources: idListField('source'),
    severity: z.number().int().min(0).max(3),
    priority: z.number().int().min(0).max(9),
    impact: z.number().int().min(0).max(5),
    effort: z.number().int().min(0).max(5),
    channels: idListField('channel'),
    icon: nameField,
    figure: nameField,
    asset: optionalIdField('asset'),
    tags: idListField('tag'),
    links: idListField('card'),
    persona: optionalIdField('persona'),
    owner: nameField,
    due: dayField,
    note: textField,
    locked: z.boolean(),
  }),
  defaults: {
    span: 1,
    text: '',
    evidence: 'none',
    evidenceNote: '',
    sources: [],
    severity: 0,
    priority: 0,
    impact: 0,
    effort: 0,
    channels: [],
    icon: '',
    figure: '',
    asset: null,
    tags: [],
    links: [],
    persona: null,
    owner: '',
    due: '',
    note: '',
    locked: false,
  },
  parent: 'lane',
  needs: ['step'],
  references: ['sources', 'channels', 'asset', 'tags', 'links', 'persona'],
  cosmetic: ['order'],
  sets: ['sources', 'tags', 'links'],
};
