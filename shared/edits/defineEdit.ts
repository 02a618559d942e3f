import { z } from 'zod';
import { LIMITS } from '../records/limits.ts';
import type { Records } from '../records/records.ts';
import { type Edit, type EditEnvironment, MissingRecord, type Transaction, transact } from '../store/transact.ts';
import { failure, type Result, success } from '../util/result.ts';
import type { EditLabel } from './editLabels.ts';
import { EditRefusal, type Refusal } from './refusal.ts';

/** One thing a person can do to a document. Verbs are built of verbs: `addCard.run(tx, …)` inside another's `run`. */
export interface EditVerb<Input, Value> {
  readonly label: EditLabel;
  /** Does it inside an open transaction; throws EditRefusal when it may not be done. */
  readonly run: (tx: Transaction, input: Input) => Value;
}

/** Makes a verb of its label and what it does. */
export function defineEdit<Input, Value = void>(
  label: EditLabel,
  run: (tx: Transaction, input: Input) => Value,
): EditVerb<Input, Value> {
  return { label, run };
}

/** Does one edit to a document: the finished change, or why it was refused. The document given stays as it is. */
export function edit<Input, Value>(
  records: Records,
  environment: EditEnvironment,
  verb: EditVerb<Input, Value>,
  input: Input,
): Result<Edit<Value>, Refusal> {
  try {
    const done = transact(records, environment, verb.label, (tx) => verb.run(tx, input));
    const tooMany = done.records.size > LIMITS.records && done.records.size > records.size;
    return tooMany ? failure({ code: 'tooManyRecords', ids: [] }) : success(done);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return failure(refusal);
  }
}

/** What a person can do something about; anything else is a mistake in the program. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof EditRefusal) return error.refusal;
  if (error instanceof MissingRecord) return { code: 'gone', ids: [error.id] };
  if (!(error instanceof z.ZodError)) return undefined;
  const tooBig = error.issues.filter((issue) => issue.code === 'too_big');
  if (tooBig.some(({ origin }) => origin === 'string')) return { code: 'textTooLong', ids: [] };
  if (tooBig.some(({ origin }) => origin === 'array')) return { code: 'listFull', ids: [] };
  return undefined;
}
