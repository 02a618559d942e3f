import { z } from 'zod';
import { textField } from '../records/fields.ts';
import type { Id, RecordType } from '../records/ids.ts';
import { neededIds, referredIds } from '../records/recordIds.ts';
import { RECORD_DEFINITIONS } from '../records/records.ts';
import type { NewFields, Transaction } from '../store/transact.ts';
import { cleanLine, cleanText } from '../util/cleanText.ts';
import { refuse } from './refusal.ts';

/** Fields as a person entered them, with every text made clean; in a field of one line a line break is a space. */
function enterFields<Type extends RecordType, Fields extends NewFields<Type>>(type: Type, fields: Fields): Fields {
  const { schema } = RECORD_DEFINITIONS[type];
  const shape: Readonly<Record<string, unknown>> = schema instanceof z.ZodObject ? schema.shape : {};
  const entered = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' && shape[name] === textField ? cleanText(value) : cleanLines(value),
  ]);
  // Cleaning changes what strings say and never what a field is.
  return Object.fromEntries(entered) as Fields;
}

function cleanLines(value: unknown): unknown {
  if (typeof value === 'string') return cleanLine(value);
  if (Array.isArray(value)) return value.map(cleanLines);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanLines(inner)]));
}

/** Changes fields of a record as entered. Refuses what names a record that is not there. */
export function changeFields<Type extends RecordType>(
  tx: Transaction,
  type: Type,
  id: Id<Type>,
  fields: NewFields<Type>,
): void {
  tx.change(id, (draft) => {
    Object.assign(draft, enterFields(type, fields));
  });
  refuseDangling(tx, id);
}

/** Adds a record with fields as entered. Refuses what names a record that is not there. */
export function addEntered<Type extends RecordType>(tx: Transaction, type: Type, fields: NewFields<Type>) {
  const added = tx.add(type, enterFields(type, fields));
  refuseDangling(tx, added.id);
  return added;
}

function refuseDangling(tx: Transaction, id: Id): void {
  const record = tx.records.get(id);
  if (record === undefined) return;
  const missing = [...neededIds(record), ...referredIds(record)].filter((named) => !tx.records.has(named));
  if (missing.length > 0) refuse('gone', ...missing);
}
