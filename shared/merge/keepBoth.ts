import { parseRecord } from '../records/parseRecord.ts';
import type { MeanderRecord } from '../records/records.ts';
import { fieldsOf, type RecordFields } from '../store/stamps.ts';
import { canonicalJson, type Json } from '../util/canonicalJson.ts';

/** Texts that name something: two of them joined name nothing. */
const NAMES_OF_THINGS: readonly string[] = ['icon'];

/**
 * The fields with both values in them: one text under the other (after a stroke where a field has one line), or one
 * list behind the other. Null where that makes no valid record: a place, a number or a choice is one or the other.
 */
export function keepBoth(mine: MeanderRecord, theirs: MeanderRecord, fields: readonly string[]): RecordFields | null {
  const [field, ...more] = fields;
  if (field === undefined || more.length > 0 || NAMES_OF_THINGS.includes(field)) return null;
  const [a, b] = [fieldsOf(mine)[field], fieldsOf(theirs)[field]];
  if (a === undefined || b === undefined) return null;
  const joined = joinedValues(a, b).find((value) => parseRecord({ ...fieldsOf(mine), [field]: value }).ok);
  return joined === undefined ? null : { [field]: joined };
}

/** What both values could be together, the best first. */
function joinedValues(a: Json, b: Json): readonly Json[] {
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.includes(b)) return [a];
    return b.includes(a) ? [b] : [`${a}\n${b}`, `${a} / ${b}`];
  }
  if (!isList(a) || !isList(b)) return [];
  const known = new Set(a.map(elementKey));
  return [[...a, ...b.filter((element) => !known.has(elementKey(element)))]];
}

/** What makes an element of a list this one: a line's words, a channel, whatever is said of them; else all it says. */
function elementKey(element: Json): string {
  if (element === null || typeof element !== 'object') return canonicalJson(element);
  if ('channel' in element) return canonicalJson(element.channel);
  return canonicalJson('text' in element ? element.text : element);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
