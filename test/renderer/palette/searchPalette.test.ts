import { expect, test } from 'vitest';
import { type PaletteWorld, searchPalette } from '../../../renderer/palette/searchPalette.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { smallProject } from '../../fixtures/projects.ts';

const world: PaletteWorld = {
  records: smallProject(),
  map: 'map:today',
  selected: false,
  platform: 'linux',
  t: createTranslator('en'),
  names: { undo: null, redo: null },
};

const titles = (query: string, fields: Partial<PaletteWorld> = {}) =>
  searchPalette({ ...world, ...fields }, query).groups.map(({ group, entries }) => [
    group,
    ...entries.map(({ title }) => title),
  ]);

test('cards are found by their text, whatever its case and accents, with where they stand', () => {
  expect(titles('LÓAD')).toContainEqual(['cards', 'The list loads slowly', 'Load less']);
  const [cards] = searchPalette(world, 'slowly').groups;
  expect(cards?.entries[0]?.detail).toBe('Pain point, 1.2 Search');
});

test('a sign before the words looks in one group alone', () => {
  expect(titles('>whole')).toEqual([['commands', 'Whole map']]);
  expect(titles('@ sarah')).toEqual([['people', 'Sarah']]);
  expect(titles('#')).toEqual([
    ['steps', '1 Awareness', '1.1 Advertisement', '1.2 Search', '2 Purchase', '2.1 Cart', '2.2 Payment'],
  ]);
  expect(titles('#2.1')).toEqual([['steps', '2.1 Cart']]);
});

test('commands about what is selected are listed only while something is', () => {
  expect(titles('>duplicate')).toEqual([]);
  expect(titles('>duplicate', { selected: true })).toEqual([['commands', 'Duplicate']]);
});

test('another map is found by what its cards say', () => {
  const maps = searchPalette(world, 'calls the shop').groups.find(({ group }) => group === 'maps');
  expect(maps?.entries).toMatchObject([{ title: 'Later', detail: '1 card mentions it' }]);
});

test('nothing found is said as nothing', () => {
  expect(searchPalette(world, 'xyzzy')).toEqual({ groups: [], count: 0, more: false });
});

test('undo says what it would take back', () => {
  const names = { undo: { label: 'edit.moveCards', count: 3 }, redo: null } as const;
  expect(titles('>undo', { names })).toEqual([['commands', 'Undo: Move 3 cards']]);
});
