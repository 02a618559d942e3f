import type { Comparison } from '../../shared/ipc/projectStore.ts';
import { type Decisions, keyOfTaken, type Merge } from '../../shared/merge/merge.ts';
import type { Records } from '../../shared/records/records.ts';

/** Where the other version stands: at the document's own file, or in a copy that the person named. */
export type MergeSource = 'file' | 'copy';

/** A merge in which something is left to a person. */
export interface Merging {
  readonly source: MergeSource;
  readonly comparison: Comparison;
  readonly fileName: string;
  /** The document that was compared. */
  readonly records: Records;
  /** Ends the question: with what was decided, or null when the person changed their mind. */
  readonly answer: (decisions: Decisions | null) => void;
}

/** What is decided where nothing is asked. */
export const NOTHING_DECIDED: Decisions = { choices: new Map(), refused: new Set() };

/** How many records came from the other version, or were changed by it. */
export function countTheirs({ taken, conflicts }: Merge, { choices, refused }: Decisions): number {
  const wanted = taken.filter((one) => one.side === 'theirs' && !refused.has(keyOfTaken(one)));
  const ids = new Set(wanted.map(({ record }) => record.id));
  for (const { key, id } of conflicts) if ((choices.get(key) ?? 'mine') !== 'mine') ids.add(id);
  return ids.size;
}
