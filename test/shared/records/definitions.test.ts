import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CARD_KINDS } from '../../../shared/records/card.ts';
import { nameField, roundToHundredths, textField } from '../../../shared/records/fields.ts';
import { isId, makeId, RECORD_TYPES, type RecordType, typeOfId } from '../../../shared/records/ids.ts';
import { KINDS_OF_LANE, LANE_KINDS } from '../../../shared/records/lane.ts';
import {
  EMOTION_HEIGHT,
  GREATEST_LANE_HEIGHT,
  LIMITS,
  LONGEST_SPAN,
  STEP_WIDTH,
} from '../../../shared/records/limits.ts';
import { parseRecord } from '../../../shared/records/parseRecord.ts';
import { type MeanderRecord, RECORD_DEFINITIONS } from '../../../shared/records/records.ts';
import type { Json } from '../../../shared/util/canonicalJson.ts';
import { smallProject } from '../../fixtures/projects.ts';

/** The least a record of each type must be given besides what has a default. */
const REQUIRED: Readonly<Record<RecordType, Readonly<Record<string, Json>>>> = {
  project: {},
  map: { order: 'a0' },
  stage: { map: 'map:x', order: 'a0' },
  step: { stage: 'stage:x', order: 'a0' },
  lane: { map: 'map:x', order: 'a0', kind: 'text' },
  card: { lane: 'lane:x', step: 'step:x', order: 'a0', kind: 'action' },
  emotion: { lane: 'lane:x', step: 'step:x', persona: 'persona:x' },
  persona: { order: 'a0' },
  channel: { order: 'a0' },
  tag: { order: 'a0' },
  source: { order: 'a0' },
  note: { order: 'a0' },
  arrow: { map: 'map:x' },
  comment: { about: 'card:x' },
  asset: { hash: '0'.repeat(64), mime: 'image/png', width: 1, height: 1 },
};

function leastRecord(type: RecordType): Record<string, Json> {
  return { ...RECORD_DEFINITIONS[type].defaults, ...REQUIRED[type], type, id: `${type}:x` } as Record<string, Json>;
}

function shapeOf(type: RecordType): Readonly<Record<string, z.ZodType>> {
  const { schema } = RECORD_DEFINITIONS[type];
  if (!(schema instanceof z.ZodObject)) throw new Error(`The schema of ${type} is no object`);
  return schema.shape;
}

describe.each(RECORD_TYPES)('the definition of %s', (type) => {
  const { defaults, parent, needs = [], references, cosmetic, sets } = RECORD_DEFINITIONS[type];
  const fields = Object.keys(shapeOf(type));

  test('makes a valid record of its defaults and what must be given', () => {
    expect(parseRecord(leastRecord(type))).toEqual({ ok: true, value: leastRecord(type) });
  });

  test('has a default for every field that need not be given, and for no other', () => {
    const given = ['type', 'id', ...Object.keys(REQUIRED[type])];
    expect([...Object.keys(defaults), ...given].sort()).toEqual([...fields].sort());
  });

  test.each(Object.keys(leastRecord(type)))('is no record without %s', (field) => {
    const { [field]: _, ...rest } = leastRecord(type);
    expect(parseRecord(rest).ok).toBe(false);
  });

  test('is no record with a field too many', () => {
    expect(parseRecord({ ...leastRecord(type), extra: 1 }).ok).toBe(false);
  });

  test('is no record under the id of another type', () => {
    const other = type === 'card' ? 'note' : 'card';
    expect(parseRecord({ ...leastRecord(type), id: `${other}:x` })).toMatchObject({
      ok: false,
      reason: { field: 'id' },
    });
  });

  test('names fields it has as its parent, its references, its sets and what is cosmetic', () => {
    for (const field of [...(parent ? [parent] : []), ...needs, ...references, ...cosmetic, ...sets]) {
      expect(fields).toContain(field);
    }
  });

  test('counts every field that holds ids exactly once', () => {
    const holders = fields.filter((field) => field !== 'id' && holdsIds(type, field));
    expect([...(parent ? [parent] : []), ...needs, ...references].sort()).toEqual(holders.sort());
  });

  test('joins lists only, in a merge', () => {
    for (const field of sets) expect(Array.isArray(defaults[field])).toBe(true);
  });

  test('calls its order cosmetic, when it has one', () => {
    expect(cosmetic.includes('order')).toBe(fields.includes('order'));
  });
});

/** Whether a field takes the id of some type: alone, in a list, or in one of what is liked. */
function holdsIds(type: RecordType, field: string): boolean {
  const schema = shapeOf(type)[field];
  const takes = (value: unknown): boolean => schema?.safeParse(value).success === true;
  const holders: readonly ((id: string) => unknown)[] = [
    (id) => id,
    (id) => [id],
    (channel) => [{ channel, liking: 0 }],
  ];
  return holders.some(
    (holding) => !takes(holding('no id')) && RECORD_TYPES.some((other) => takes(holding(`${other}:some`))),
  );
}

describe('schema and interface agree', () => {
  test('for every record of a project, which is what its schema reads', () => {
    for (const record of smallProject().values()) {
      const read: MeanderRecord = RECORD_DEFINITIONS[record.type].schema.parse(record);
      expect(read).toEqual(record);
      expect(Object.keys(read)).toEqual(Object.keys(record));
    }
  });
});

describe('a limit', () => {
  const card = leastRecord('card');
  const parses = (fields: Record<string, Json>) => parseRecord({ ...card, ...fields }).ok;
  const listOf = (count: number) => Array.from({ length: count }, (_, at) => `tag:t${at}`);

  test.each([
    ['text', { text: 'x'.repeat(LIMITS.text) }, { text: 'x'.repeat(LIMITS.text + 1) }],
    ['name', { owner: 'x'.repeat(LIMITS.name) }, { owner: 'x'.repeat(LIMITS.name + 1) }],
    ['list', { tags: listOf(LIMITS.list) }, { tags: listOf(LIMITS.list + 1) }],
    ['span', { span: LONGEST_SPAN }, { span: LONGEST_SPAN + 1 }],
    ['least span', { span: 1 }, { span: 0 }],
    ['severity', { severity: 3 }, { severity: 4 }],
    ['priority', { priority: 9 }, { priority: 10 }],
    ['effort', { effort: 5 }, { effort: 6 }],
    ['due day', { due: '2025-12-31' }, { due: '2025-13-01' }],
    ['order key', { order: `a${'1'.repeat(199)}` }, { order: `a${'1'.repeat(200)}` }],
  ])('of %s holds at the figure and not beyond', (_, within, beyond) => {
    expect(parses(within)).toBe(true);
    expect(parses(beyond)).toBe(false);
  });

  test.each([
    ['step', 'width', STEP_WIDTH.least, STEP_WIDTH.most],
    ['lane', 'height', 0, GREATEST_LANE_HEIGHT],
    ['emotion', 'value', -2, 2],
    ['emotion', 'offset', 0, 1],
    ['asset', 'width', 1, LIMITS.pictureSide],
    ['map', 'version', 1, 99_999],
  ] as const)('of %s %s lies between %d and %d', (type, field, least, most) => {
    const parsesTo = (value: number) => parseRecord({ ...leastRecord(type), [field]: value }).ok;
    expect([least, most].map(parsesTo)).toEqual([true, true]);
    expect([least - 1, most + 1].map(parsesTo)).toEqual([false, false]);
  });

  test('of an emotion lane lies within that of any lane', () => {
    expect(EMOTION_HEIGHT.most).toBeLessThanOrEqual(GREATEST_LANE_HEIGHT);
  });

  test('of places is two decimals', () => {
    const place = (value: number) => parseRecord({ ...leastRecord('emotion'), value }).ok;
    expect([1.25, -0.01, 0.1 + 0.2].map(place)).toEqual([true, true, false]);
    expect(roundToHundredths(0.1 + 0.2)).toBe(0.3);
    expect(Object.is(roundToHundredths(-0.001), 0)).toBe(true);
  });
});

describe('a text field', () => {
  test.each(['line\r\nbreak', 'e\u0301', 'bell\u0007', 'half \ud800'])('takes only clean text, not %j', (text) => {
    expect(textField.safeParse(text).success).toBe(false);
    expect(nameField.safeParse(text).success).toBe(false);
  });

  test('of one line has no line break', () => {
    expect(textField.safeParse('two\nlines').success).toBe(true);
    expect(nameField.safeParse('two\nlines').success).toBe(false);
  });
});

describe('a list of ids', () => {
  test('holds none twice and none of another type', () => {
    const parses = (tags: readonly string[]) => parseRecord({ ...leastRecord('card'), tags }).ok;
    expect(parses(['tag:a', 'tag:b'])).toBe(true);
    expect(parses(['tag:a', 'tag:a'])).toBe(false);
    expect(parses(['card:a'])).toBe(false);
  });
});

describe('an id', () => {
  test('names its type', () => {
    for (const type of RECORD_TYPES) {
      const id = makeId(type, (length) => 'a'.repeat(length));
      expect(typeOfId(id)).toBe(type);
      expect(isId(type, id)).toBe(true);
    }
  });

  test.each(['card', 'card:', 'card:a b', 'card:ä', `card:${'a'.repeat(65)}`, 'note:a', 'card:a\n'])(
    'is not %j',
    (text) => {
      expect(isId('card', text)).toBe(false);
    },
  );
});

test.each([null, 1, 'card', [], {}, { type: 'ghost' }, { type: ['card'] }])('%j is no record', (value) => {
  expect(parseRecord(value)).toEqual({ ok: false, reason: { field: 'type', message: 'is no known record type' } });
});

test('every kind of card has a lane made for it', () => {
  const made = LANE_KINDS.filter((kind) => kind !== 'text').flatMap((kind) => KINDS_OF_LANE[kind]);
  expect([...made].sort()).toEqual([...CARD_KINDS].sort());
  expect([...KINDS_OF_LANE.text].sort()).toEqual([...CARD_KINDS].sort());
});
