import { z } from 'zod';
import { REVISION_ID } from './storedRecord.ts';

const draftSchema = z.object({
  revision: z.string().regex(REVISION_ID),
  joined: z.array(z.string().regex(REVISION_ID)).readonly(),
  edit: z.number().int().min(0),
  at: z.number().int().min(0),
});

/**
 * What the working copy holds since its last revision. It stands in `meta` beside the edits themselves, so that an
 * edit and its number are kept in one transaction; sealing the revision takes it out.
 */
export interface WorkDraft {
  /** The id of the revision that these edits will be saved as. */
  readonly revision: string;
  /** Heads of other versions that were merged in: further parents. */
  readonly joined: readonly string[];
  /** Number of the last edit. */
  readonly edit: number;
  /** When the last edit was kept, in milliseconds since 1970. */
  readonly at: number;
}

/** The key of the draft in `meta`; no saved file has it. */
export const DRAFT_KEY = 'draft';

/** Reads what `JSON.stringify` wrote of a draft. Throws when it is none. */
export function parseDraft(text: string): WorkDraft {
  return draftSchema.parse(JSON.parse(text));
}
