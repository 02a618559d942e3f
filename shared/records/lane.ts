import { z } from 'zod';
import type { CardKind } from './card.ts';
import { decimalField, idField, nameField, orderField } from './fields.ts';
import type { Id } from './ids.ts';
import { GREATEST_LANE_HEIGHT } from './limits.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** What a lane is about; this decides which kinds of card it takes. */
export const LANE_KINDS = [
  'goals',
  'actions',
  'touchpoints',
  'thoughts',
  'emotions',
  'pains',
  'opportunities',
  'backstage',
  'measures',
  'pictures',
  'text',
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** The lines of a service blueprint that may lie under a lane. */
export const LANE_BORDERS = ['none', 'interaction', 'visibility', 'internal'] as const;
export type LaneBorder = (typeof LANE_BORDERS)[number];

/** A swimlane: one row of the map. */
export interface LaneRecord extends BaseRecord<'lane'> {
  readonly map: Id<'map'>;
  readonly order: string;
  readonly kind: LaneKind;
  readonly name: string;
  readonly hint: string;
  /** The height a person gave it in px at 100 %; 0 lets the content decide. It never cuts content. */
  readonly height: number;
  readonly hidden: boolean;
  readonly locked: boolean;
  readonly border: LaneBorder;
}

export const laneDefinition: RecordDefinition<'lane', LaneRecord> = {
  type: 'lane',
  schema: z.strictObject({
    type: z.literal('lane'),
    id: idField('lane'),
    map: idField('map'),
    order: orderField,
    kind: z.enum(LANE_KINDS),
    name: nameField,
    hint: nameField,
    height: decimalField(0, GREATEST_LANE_HEIGHT),
    hidden: z.boolean(),
    locked: z.boolean(),
    border: z.enum(LANE_BORDERS),
  }),
  defaults: { name: '', hint: '', height: 0, hidden: false, locked: false, border: 'none' },
  parent: 'map',
  references: [],
  cosmetic: ['order', 'height', 'hidden'],
  sets: [],
};

/** The kinds of card each lane takes, the one a new card gets first. An emotion lane takes points, not cards. */
export const KINDS_OF_LANE: Readonly<Record<LaneKind, readonly CardKind[]>> = {
  goals: ['goal'],
  actions: ['action'],
  touchpoints: ['touchpoint'],
  thoughts: ['thought', 'question', 'quote'],
  emotions: [],
  pains: ['pain', 'dropOff'],
  opportunities: ['opportunity', 'idea'],
  backstage: ['companyAction'],
  measures: ['measure'],
  pictures: ['picture'],
  text: [
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
  ],
};
