import { z } from 'zod';
import { cleanText } from '../util/cleanText.ts';
import { ORDER_KEY_PATTERN } from '../util/orderKey.ts';
import { type Id, isId, type RecordType } from './ids.ts';
import { LIMITS } from './limits.ts';

/** An id of one type. */
export function idField<Type extends RecordType>(type: Type) {
  return z.custom<Id<Type>>((value) => typeof value === 'string' && isId(type, value), `is not the id of a ${type}`);
}

/** An id of one type, or null when nothing is referred to. */
export function optionalIdField<Type extends RecordType>(type: Type) {
  return idField(type).nullable();
}

/** A list of ids without repetition, in the order a person gave them. */
export function idListField<Type extends RecordType>(type: Type) {
  return z
    .array(idField(type))
    .max(LIMITS.list)
    .refine((ids) => ids.length < 2 || new Set(ids).size === ids.length, 'holds an id twice')
    .readonly();
}

function cleanTextField(longest: number) {
  return z
    .string()
    .max(longest)
    .refine((text) => cleanText(text) === text, 'is not clean text');
}

/** One line of text: a name, a figure, a date as written. */
export const nameField = cleanTextField(LIMITS.name).refine((text) => !text.includes('\n'), 'has a line break');

/** Text of any length a card may have, with line breaks. */
export const textField = cleanTextField(LIMITS.text);

/** A key of util/orderKey.ts. Its fitness beside its neighbours is checked by integrity, not here. */
export const orderField = z.string().min(1).max(200).regex(ORDER_KEY_PATTERN);

/** A day as YYYY-MM-DD, or empty when not given. */
export const dayField = z.string().regex(/^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/);

/** A point in time in milliseconds since 1970 (UTC). */
export const timeField = z.number().int().min(0).max(253_402_300_799_999);

/** A number with at most two decimals between two bounds, as curve points and widths have. */
export function decimalField(least: number, most: number) {
  return z
    .number()
    .min(least)
    .max(most)
    .refine((value) => roundToHundredths(value) === value, 'has more than two decimals');
}

/** Rounds to two decimals, the precision in which positions and feelings are stored. */
export function roundToHundredths(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}
