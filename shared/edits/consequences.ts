import type { RecordType } from '../records/ids.ts';
import type { MeanderRecord, Records } from '../records/records.ts';
import type { RecordsDiff } from '../store/recordsDiff.ts';
import type { EditEnvironment } from '../store/transact.ts';
import { type Result, success } from '../util/result.ts';
import { type EditVerb, edit } from './defineEdit.ts';
import type { Refusal } from './refusal.ts';

/** How many records of each type; types without any are not named. */
export type CountsByType = Readonly<Partial<Record<RecordType, number>>>;

/** What an edit would do, in numbers, for the question a person is asked first. */
export interface Consequences {
  /** Counts what was asked to go as well. */
  readonly removed: CountsByType;
  /** Those that stay and change, such as the cards that move left or lose a tag. */
  readonly changed: CountsByType;
}

/** Counts what an edit would do without doing it, or says why it would be refused. */
export function consequencesOf<Input, Value>(
  records: Records,
  environment: EditEnvironment,
  verb: EditVerb<Input, Value>,
  input: Input,
): Result<Consequences, Refusal> {
  const tried = edit(records, environment, verb, input);
  return tried.ok ? success(countConsequences(tried.value.diff)) : tried;
}

function countConsequences(diff: RecordsDiff): Consequences {
  return {
    removed: countByType([...diff.removed.values()]),
    changed: countByType([...diff.updated.values()].map(([, to]) => to)),
  };
}

function countByType(records: readonly MeanderRecord[]): CountsByType {
  const counts: Partial<Record<RecordType, number>> = {};
  for (const { type } of records) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
