import { z } from 'zod';
import type { RecordType } from '../../shared/records/ids.ts';
import { recordTypeOf } from '../../shared/records/parseRecord.ts';
import { type MeanderRecord, RECORD_DEFINITIONS } from '../../shared/records/records.ts';

type Schema = (typeof RECORD_DEFINITIONS)[RecordType]['schema'];

/** Schemas as functions that say yes or no: a third of the time, and twenty thousand records are judged at once. */
const compiled = new Map<RecordType, Schema>();

/**
 * Whether a value is a record of the current schema; `parseRecord` says why it is none. Only for processes that may make
 * functions, which a window may not.
 */
export function isRecord(value: unknown): value is MeanderRecord {
  const type = recordTypeOf(value);
  return type !== undefined && z.validate(compiledSchema(type), value);
}

function compiledSchema(type: RecordType): Schema {
  let schema = compiled.get(type);
  if (schema === undefined) {
    schema = z.compile(RECORD_DEFINITIONS[type].schema);
    compiled.set(type, schema);
  }
  return schema;
}
