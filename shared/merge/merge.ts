import type { Id } from '../records/ids.ts';
import type { MeanderRecord } from '../records/records.ts';
import type { RecordsDiff } from '../store/recordsDiff.ts';
import type { RecordFields } from '../store/stamps.ts';
import type { Side } from './mergeCopy.ts';

/** Fields of one record that both copies changed, each in its own way. Decided as one: they make sense together only. */
export interface Conflict {
  /** Names the conflict within its merge. */
  readonly key: string;
  readonly id: Id;
  /** The fields that differ. */
  readonly fields: readonly string[];
  readonly mine: MeanderRecord;
  readonly theirs: MeanderRecord;
  /** The record before the copies parted, when that is known. */
  readonly before: MeanderRecord | null;
  /** The fields with both values in them; null where one must go. */
  readonly both: RecordFields | null;
}

/** How a conflict is decided. */
export type Choice = Side | 'both';

/** What each conflict, by its key, is decided as. */
export type Choices = ReadonlyMap<string, Choice>;

/**
 * What one copy changed and the merge took. `kept`: the other copy removed the record, which lives because it was
 * changed here. `settled`: both changed how something looks; the later save counts.
 */
export type TakenKind = 'added' | 'changed' | 'removed' | 'kept' | 'settled';

/** One thing the merge took without asking. */
export interface Taken {
  /** Who changed it. */
  readonly side: Side;
  readonly kind: TakenKind;
  /** As that copy has it; for a removal as the other one has it. */
  readonly record: MeanderRecord;
  /** As the other copy has it; null where it has none, and for a removal. */
  readonly other: MeanderRecord | null;
  /** The fields that were changed; empty for what came, went or was kept as a whole. */
  readonly fields: readonly string[];
}

/** What a person decided: the conflicts, and what of the other copy is not wanted, by `keyOfTaken`. */
export interface Decisions {
  readonly choices: Choices;
  readonly refused: ReadonlySet<string>;
}

/** Names a thing that was taken within its merge. */
export function keyOfTaken({ record, side, kind }: Taken): string {
  return `${record.id} ${side} ${kind}`;
}

/** Two copies brought together, up to what a person must decide. `settleMerge` makes records of it. */
export interface Merge {
  /** What leads from my copy to the merged one, with my values where there is a conflict. */
  readonly diff: RecordsDiff;
  readonly conflicts: readonly Conflict[];
  readonly taken: readonly Taken[];
  /** What was removed on one side: it comes back when something that stays cannot be without it. */
  readonly gone: ReadonlyMap<Id, MeanderRecord>;
}
