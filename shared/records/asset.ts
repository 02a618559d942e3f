import { z } from 'zod';
import { idField, nameField } from './fields.ts';
import { LIMITS } from './limits.ts';
import type { BaseRecord, RecordDefinition } from './recordDefinition.ts';

/** The picture formats a project keeps; everything else is re-encoded to one of them on the way in. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** A picture's description; its bytes stand apart under `hash`, so equal pictures are stored once. */
export interface AssetRecord extends BaseRecord<'asset'> {
  /** SHA-256 of the bytes in lower-case hex. */
  readonly hash: string;
  readonly mime: PictureType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What the picture shows, read aloud in its place. */
  readonly description: string;
}

const side = z.number().int().min(1).max(LIMITS.pictureSide);

export const assetDefinition: RecordDefinition<'asset', AssetRecord> = {
  type: 'asset',
  schema: z.strictObject({
    type: z.literal('asset'),
    id: idField('asset'),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    mime: z.enum(PICTURE_TYPES),
    width: side,
    height: side,
    description: nameField,
  }),
  defaults: { description: '' },
  references: [],
  cosmetic: [],
  sets: [],
};
