import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../shared/records/limits.ts';
import { CURRENT_SCHEMA, MIGRATIONS, type Migration, migrateRecords } from '../../../shared/records/migrations.ts';
import { parseRecord } from '../../../shared/records/parseRecord.ts';
import type { RawRecord } from '../../../shared/records/rawRecord.ts';
import { cleanText } from '../../../shared/util/cleanText.ts';

const cards: readonly RawRecord[] = [
  { id: 'card:a', type: 'card', text: 'One' },
  { id: 'note:b', type: 'note', text: 'Two' },
];

const gainOwners: Migration = {
  schema: 2,
  name: 'cardsGainOwners',
  migrate: (record) => (record.type === 'card' ? { ...record, owner: '' } : record),
};
const loseNotes: Migration = {
  schema: 3,
  name: 'notesGo',
  migrate: (record) => (record.type === 'note' ? null : record),
};
const renameText: Migration = {
  schema: 4,
  name: 'textIsWords',
  migrate: ({ text, ...record }) => ({ ...record, words: `${text} of ${record.owner === '' ? 'nobody' : 'somebody'}` }),
};
const ways = [gainOwners, loseNotes, renameText];

describe('records of an older schema', () => {
  test('go through every migration since, in order', () => {
    expect(migrateRecords(cards, 1, ways)).toEqual([{ id: 'card:a', type: 'card', owner: '', words: 'One of nobody' }]);
  });

  test('go through none that they have behind them', () => {
    expect(migrateRecords(cards, 3, ways)).toEqual([
      { id: 'card:a', type: 'card', words: 'One of somebody' },
      { id: 'note:b', type: 'note', words: 'Two of somebody' },
    ]);
  });

  test('are left as they were read', () => {
    const before = structuredClone(cards);
    migrateRecords(cards, 1, ways);
    expect(cards).toEqual(before);
  });

  test('of the newest schema are the same records', () => {
    expect(migrateRecords(cards, 4, ways)).toEqual(cards);
  });
});

describe('a persona of schema 1', () => {
  const persona: RawRecord = {
    id: 'persona:sarah',
    type: 'persona',
    order: 'a0',
    name: 'Sarah',
    summary: '',
    age: '24',
    place: '',
    job: '',
    quote: '',
    note: '',
    colour: 'p1',
    portrait: null,
    traits: [],
    channels: [],
    role: 'Signs the contract',
    goals: ['Stand out', ''],
    motives: [],
    expectations: [],
    frustrations: ['Sending back'],
    privateLife: `One mirror\n\n ${'word '.repeat(80)}`,
    contact: 'Never call',
  };
  const migrated = (record: RawRecord) => {
    const [found] = migrateRecords([record], 1);
    const parsed = parseRecord(found ?? null);
    if (!parsed.ok || parsed.value.type !== 'persona') throw new Error(JSON.stringify(parsed));
    return parsed.value;
  };
  const assumed = (text: string) => ({ text, evidence: 'assumption' });

  test('has lines that are all assumed, and her role as a section', () => {
    const { goals, frustrations, contact, sections, sources } = migrated(persona);
    expect(goals).toEqual([assumed('Stand out'), assumed('')]);
    expect(frustrations).toEqual([assumed('Sending back')]);
    expect(contact).toEqual([assumed('Never call')]);
    expect(sections).toEqual([{ kind: 'role', title: '', lines: [assumed('Signs the contract')] }]);
    expect(sources).toEqual([]);
  });

  test('keeps every word of her private life, broken where it was or where it is too long', () => {
    const { privateLife } = migrated(persona);
    expect(privateLife.map(({ text }) => text.length)).toEqual([10, 299, 99]);
    expect(privateLife[0]).toEqual(assumed('One mirror'));
  });

  test('fits, whatever was written', () => {
    const { name: longestName, text: longestText } = LIMITS;
    fc.assert(
      fc.property(fc.string({ maxLength: 600, unit: 'grapheme' }), fc.nat(90), (typed, breaks) => {
        const whole = cleanText(`${typed}\n`.repeat(breaks + 1)).slice(0, longestText);
        const text = cleanText(whole);
        const { privateLife } = migrated({ ...persona, privateLife: text });
        const words = (parts: readonly string[]) => parts.join('').replaceAll(/\s/g, '');
        expect(words(privateLife.map((line) => line.text))).toBe(words([text]));
      }),
    );
    const worst = [`${'x'.repeat(151)} `.repeat(132), 'x'.repeat(longestText), 'a\n'.repeat(longestText / 2)];
    for (const privateLife of worst)
      expect(migrated({ ...persona, privateLife }).privateLife.length).toBeGreaterThan(1);
    expect(migrated({ ...persona, contact: 'x'.repeat(longestName) }).contact).toHaveLength(1);
  });

  test('that is damaged stays so', () => {
    const [found] = migrateRecords([{ ...persona, goals: 7 }], 1);
    expect(parseRecord(found ?? null)).toMatchObject({ ok: false, reason: { field: 'goals' } });
  });
});

test('a persona of schema 2 keeps her channels in their order, each liked as much as was said: not at all', () => {
  const persona: RawRecord = { id: 'persona:sarah', type: 'persona', channels: ['channel:shop', 'channel:app'] };
  expect(migrateRecords([persona], 2)).toEqual([
    {
      ...persona,
      channels: [
        { channel: 'channel:shop', liking: 0 },
        { channel: 'channel:app', liking: 0 },
      ],
    },
  ]);
  const damaged: RawRecord[] = [
    { ...persona, channels: 7 },
    { id: 'card:a', type: 'card', channels: ['channel:shop'] },
  ];
  expect(migrateRecords(damaged, 2)).toEqual(damaged);
});

test.each([5, 0, -1])('schema %d is refused where four are known', (schema) => {
  expect(() => migrateRecords(cards, schema, ways)).toThrow(`No way from schema ${schema}`);
});

test('a list of migrations with a gap or out of order is refused', () => {
  expect(() => migrateRecords(cards, 1, [gainOwners, renameText])).toThrow('textIsWords is not number 3');
  expect(() => migrateRecords(cards, 1, [loseNotes, gainOwners])).toThrow('notesGo is not number 2');
});

test('the migrations of this Meander lead without a gap to the schema it writes', () => {
  expect(MIGRATIONS.map(({ schema }) => schema)).toEqual(MIGRATIONS.map((_, at) => at + 2));
  expect(migrateRecords([], CURRENT_SCHEMA)).toEqual([]);
  expect(() => migrateRecords([], CURRENT_SCHEMA + 1)).toThrow('No way');
});
