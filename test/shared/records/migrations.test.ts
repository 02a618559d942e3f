import { describe, expect, test } from 'vitest';
import {
  CURRENT_SCHEMA,
  MIGRATIONS,
  type Migration,
  migrateRecords,
  type RawRecord,
} from '../../../shared/records/migrations.ts';

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
