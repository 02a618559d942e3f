import { expect, test } from 'vitest';
import { differenceWords } from '../../../shared/i18n/differenceWords.ts';
import { MESSAGES } from '../../../shared/i18n/messages.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { LANGUAGES, type Language } from '../../../shared/ipc/bridge.ts';
import { listDifferences } from '../../../shared/merge/listDifferences.ts';
import { createAtlas } from '../../../shared/merge/whereabouts.ts';
import type { Id } from '../../../shared/records/ids.ts';
import type { PersonaRecord } from '../../../shared/records/persona.ts';
import type { MeanderRecord, Records } from '../../../shared/records/records.ts';
import { smallProject, withoutRecords, withRecords } from '../../fixtures/projects.ts';

const project = smallProject();

function words(language: Language, ...documents: readonly Records[]) {
  const atlases = documents.map(createAtlas);
  return differenceWords({ translate: createTranslator(language), language, atlases, longest: 120 });
}

function record<Type extends MeanderRecord['type']>(id: Id<Type>): MeanderRecord {
  const found = project.get(id as Id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
}

test.each(LANGUAGES)('every field of every record has words (%s)', (language) => {
  const fields = new Set([...project.values()].flatMap((each) => Object.keys(each)));
  const known = Object.keys(MESSAGES[language].difference.field);
  expect([...fields].filter((field) => field !== 'id' && field !== 'type').sort()).toEqual([...known].sort());
});

test('a thing is called by its kind and its place, or by its name', () => {
  const { title, excerpt } = words('en', project);
  expect(title(record('card:slow'))).toBe('Pain point, 1.2 Search');
  expect(excerpt(record('card:slow'))).toBe('“The list loads slowly”');
  expect(title(record('emotion:hesitant'))).toBe('Feeling, 1.2 Search');
  expect(title(record('stage:purchase'))).toBe('Stage “Purchase”');
  expect(title(record('step:cart'))).toBe('Step “Cart”');
  expect(excerpt(record('persona:sarah'))).toBe('');
});

test('changes are told field by field, in the words of the inspector', () => {
  const before = record('card:slow');
  if (before.type !== 'card') throw new Error('It is no card');
  const after = {
    ...before,
    text: 'Slow',
    step: 'step:pay' as const,
    tags: [],
    evidence: 'assumption' as const,
    order: 'a7',
  };
  expect(words('en', project).changes(before, after, ['text', 'step', 'tags', 'evidence', 'order'])).toEqual([
    'text: “The list loads slowly” → “Slow”',
    'step: 1.2 Search → 2.2 Payment',
    'tags: “Mobile” → nothing',
    'evidence: Researched → Assumption',
  ]);
  expect(words('nl', project).changes(before, after, ['step', 'order'])).toEqual(['stap: 1.2 Search → 2.2 Payment']);
  expect(words('nl', project).changes(before, { ...before, order: 'a7' }, ['order'])).toEqual(['verplaatst']);
});

test('what is said of a persona is told line by line, with how it is known', () => {
  const before = record('persona:sarah');
  if (before.type !== 'persona') throw new Error('It is no persona');
  const after: PersonaRecord = {
    ...before,
    goals: [
      { text: 'Stand out', evidence: 'researched' },
      { text: 'Fit', evidence: 'assumption' },
    ],
    sections: [
      { kind: 'devices', title: '', lines: [{ text: 'Phone', evidence: 'researched' }] },
      { kind: 'own', title: 'Wardrobe', lines: [] },
    ],
  };
  expect(words('en', project).changes(before, after, ['goals', 'sections'])).toEqual([
    'goals: nothing → “Stand out” (researched), “Fit” (assumption)',
    'further sections: nothing → Devices: “Phone” (researched); Wardrobe: nothing',
  ]);
  expect(words('nl', project).values(after, ['goals', 'sections'])).toEqual([
    'doelen: ‘Stand out’ (onderzocht), ‘Fit’ (aanname)',
    'verdere onderdelen: Apparaten: ‘Phone’ (onderzocht); Wardrobe: niets',
  ]);
});

test('a channel of a persona is told with how much it is liked', () => {
  const before = record('persona:sarah');
  if (before.type !== 'persona') throw new Error('It is no persona');
  const channels = [
    { channel: 'channel:social', liking: 4 },
    { channel: 'channel:shop', liking: 0 },
  ] as const;
  expect(words('en', project).changes(before, { ...before, channels }, ['channels'])).toEqual([
    'channels: “Social” → “Social” (4 of 5), “Shop”',
  ]);
  expect(words('nl', project).values({ ...before, channels }, ['channels'])).toEqual([
    'kanalen: ‘Social’ (4 van 5), ‘Shop’',
  ]);
});

test('differences come map by map, heads before what stands in them, cards from left to right', () => {
  const note = record('note:loose');
  const persona = record('persona:sarah');
  const changed = withoutRecords(project, 'card:fits', 'card:calls');
  const pays = changed.get('card:pays');
  if (pays?.type !== 'card' || note.type !== 'note' || persona.type !== 'persona') throw new Error('Not those');
  const later = withRecords(changed, { ...pays, text: 'Pays' }, { ...note, text: 'Asked' }, { ...persona, age: '25' });
  const added = withRecords(later, { ...pays, id: 'card:new', text: 'Pays again' });
  expect(listDifferences(project, added).map(({ kind, record: { id } }) => `${kind} ${id}`)).toEqual([
    'changed persona:sarah',
    'changed note:loose',
    'removed card:fits',
    'added card:new',
    'removed card:calls',
  ]);
});
