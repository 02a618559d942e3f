import { z } from 'zod';
import type { RecordType } from '../../shared/records/ids.ts';
import { recordTypeOf } from '../../shared/records/parseRecord.ts';
import { type MeanderRecord, RECORD_DEFINITIONS } from '../../shared/records/records.ts';

type Schema = (typeof RECORD_DEFINITIONS)[RecordType]['schema'];

/**
 * A schema can be made a function that says yes or no: it takes a third of the time, and twenty thousand records are
 * judged at once. To make it takes as long as this many records.
 */
const WORTH_COMPILING = 20;

interface KnownSchema {
  schema: Schema;
  asked: number;
}

const known = new Map<RecordType, KnownSchema>();

/**
 * Whether a value is a record of the current schema; `parseRecord` says why it is none. Only for processes that may make
 * functions, which a window may not.
 */
export function isRecord(value: unknown): value is MeanderRecord {
  const type = recordTypeOf(value);
  return type !== undefined && z.validate(schemaOf(type), value);
}

function schemaOf(type: RecordType): Schema {
  let found = known.get(type);
  if (found === undefined) {
    found = { schema: RECORD_DEFINITIONS[type].schema, asked: 0 };
    known.set(type, found);
  }
  found.asked += 1;
  if (found.asked === WORTH_COMPILING) found.schema = z.compile(found.schema);
  return found.schema;
}
