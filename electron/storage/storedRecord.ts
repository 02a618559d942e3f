import { z } from 'zod';
import { type Id, isId, RECORD_TYPES } from '../../shared/records/ids.ts';
import { parseRecord } from '../../shared/records/parseRecord.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import { ALL_FIELDS, fieldsOf, type Stamps } from '../../shared/store/stamps.ts';
import { canonicalJson, type Json } from '../../shared/util/canonicalJson.ts';
import { DocumentDamage } from './documentDamage.ts';
import { type HashedColumns, hashRow } from './hashing.ts';
import { isRecord } from './isRecord.ts';

/** A row of the table `record`. */
export interface RecordRow extends HashedColumns {
  readonly hash: string;
}

/** The form of a revision's id. */
export const REVISION_ID = /^[A-Za-z0-9_-]{1,64}$/;

const stampsSchema = z
  .record(z.string().min(1), z.string().regex(REVISION_ID))
  .refine((stamps) => Object.hasOwn(stamps, ALL_FIELDS), 'do not say who added the record');

/** Whether a text has the form of a record's id. */
export function isAnyId(text: string): text is Id {
  return RECORD_TYPES.some((type) => isId(type, text));
}

/** The row of a record. */
export function makeRow(record: MeanderRecord, mapId: string | null, stamps: Stamps): RecordRow {
  return hashedRow({
    id: record.id,
    type: record.type,
    mapId,
    json: canonicalJson(fieldsOf(record)),
    stamps: canonicalJson(stamps),
  });
}

/** The row of these columns. */
export function hashedRow(columns: HashedColumns): RecordRow {
  return { ...columns, hash: hashRow(columns) };
}

/** The JSON of a row or of one of its columns. Throws DocumentDamage unless it is spelled the canonical way. */
export function parseCanonical(text: string, place: string): Json {
  const value = parseText(text, place);
  if (canonicalJson(value) !== text) throw new DocumentDamage(`${place} is not canonical JSON`);
  return value;
}

function parseText(text: string, place: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DocumentDamage(`${place} is no JSON`);
  }
}

/** Reads the `stamps` column. Throws DocumentDamage. */
export function parseStamps(text: string, place: string): Stamps {
  const stamps = stampsSchema.safeParse(parseCanonical(text, `${place}, stamps`));
  if (!stamps.success) throw new DocumentDamage(`${place}, stamps: ${stamps.error.issues[0]?.message}`);
  return stamps.data;
}

/** Reads a record that was judged when it was written or inspected; its row's hash says that it is the same. */
export function parseTrusted(json: string): MeanderRecord {
  return JSON.parse(json);
}

/** Reads a record of the current schema. Throws DocumentDamage when it is none, or not the one the row is named for. */
export function readRecord(value: Json, row: HashedColumns): MeanderRecord {
  if (!isRecord(value)) throw new DocumentDamage(`${row.id}: ${tellFault(value)}`);
  if (value.id !== row.id || value.type !== row.type) throw new DocumentDamage(`${row.id} holds ${value.id}`);
  return value;
}

function tellFault(value: Json): string {
  const parsed = parseRecord(value);
  return parsed.ok ? 'is no record' : `${parsed.reason.field} ${parsed.reason.message}`;
}
