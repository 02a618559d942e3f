/** Any value that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one spelling of a JSON value: object keys sorted by UTF-16 code unit, no white space, numbers and
 * strings as `JSON.stringify` writes them. Hashes of records are taken over this text (docs/file-format.md).
 * Throws on a number that is not finite, because JSON cannot say it.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value);
  // What was read from a file is sorted already, and there may be twenty thousand of it.
  return isSorted(value) ? JSON.stringify(value) : sortedJson(value);
}

/** Whether `JSON.stringify` gives the one spelling by itself. */
function isSorted(value: Json | undefined): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === undefined) return false;
  if (value === null || typeof value !== 'object') return true;
  if (isList(value)) return value.every(isSorted);
  let before = '';
  // Makes no list of twenty-five keys for each of twenty thousand records.
  for (const key in value) {
    if (key < before || !isSorted(value[key])) return false;
    before = key;
  }
  return true;
}

function sortedJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`Not a JSON number: ${value}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) {
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`;
  }
  return `{${members}}`;
}

function isList(value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}
