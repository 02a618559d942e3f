import type { Json } from '../util/canonicalJson.ts';
import { failure, type Result, success } from '../util/result.ts';
import { RECORD_TYPES, type RecordType } from './ids.ts';
import { type MeanderRecord, RECORD_DEFINITIONS } from './records.ts';

/** Why a value is not a record: the field (dotted path, empty for the whole) and what is wrong with it. */
export interface RecordFault {
  readonly field: string;
  readonly message: string;
}

/** Reads a value of the current schema as a record; the first fault found when it is none. */
export function parseRecord(value: Json): Result<MeanderRecord, RecordFault> {
  const type = recordTypeOf(value);
  if (type === undefined) return failure({ field: 'type', message: 'is no known record type' });
  const parsed = RECORD_DEFINITIONS[type].schema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  const issue = parsed.error.issues[0];
  return failure({ field: issue?.path.join('.') ?? '', message: issue?.message ?? 'is malformed' });
}

/** The type a value says it is of; undefined when that is none. */
export function recordTypeOf(value: unknown): RecordType | undefined {
  if (value === null || typeof value !== 'object' || !('type' in value)) return undefined;
  return RECORD_TYPES.find((type) => type === value.type);
}
