import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isRecord } from '../../../electron/storage/isRecord.ts';
import { RECORD_TYPES } from '../../../shared/records/ids.ts';
import { parseRecord } from '../../../shared/records/parseRecord.ts';
import { RECORD_DEFINITIONS } from '../../../shared/records/records.ts';
import { fieldsOf } from '../../../shared/store/stamps.ts';
import type { Json } from '../../../shared/util/canonicalJson.ts';
import { smallProject } from '../../fixtures/projects.ts';

const records = [...smallProject().values()].map(fieldsOf);

/** Values a field may have, of this record's and of others', beside those that no field has. */
const values = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    'a0',
    'card:x',
    'two\nlines',
    '\u0007',
    'x'.repeat(301),
    -1,
    0.125,
    1e9,
    [],
    ['card:x'],
  ),
  fc.constantFrom(...records).chain((record) => fc.constantFrom(...Object.values(record))),
  fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value))),
);

test('a value is a record exactly when it parses as one, whatever a field says', () => {
  const changed = fc
    .constantFrom(...records)
    .chain((record) => fc.tuple(fc.constant(record), fc.constantFrom(...Object.keys(record), 'other'), values));
  let whole = 0;
  fc.assert(
    fc.property(changed, ([record, field, value]) => {
      const { ok } = parseRecord({ ...record, [field]: value });
      if (ok) whole += 1;
      expect(isRecord({ ...record, [field]: value })).toBe(ok);
      const { [field]: _gone, ...rest } = record;
      expect(isRecord(rest)).toBe(parseRecord(rest).ok);
    }),
    { numRuns: 5000 },
  );
  expect(whole).toBeGreaterThan(100);
  for (const value of [null, 1, 'card', [], {}, { type: 'nothing' }]) expect(isRecord(value)).toBe(false);
});

test('the schema of every type becomes a function, so that a file is judged quickly', () => {
  for (const type of RECORD_TYPES) {
    expect(() => z.compile(RECORD_DEFINITIONS[type].schema, { strict: true }), type).not.toThrow();
  }
});
