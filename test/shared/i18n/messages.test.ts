import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../../../shared/i18n/messages.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { LANGUAGES } from '../../../shared/ipc/bridge.ts';

type Table = { readonly [key: string]: string | Table };

function flatten(table: Table, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(table)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

const english = flatten(MESSAGES.en);
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)(?:, number)?\}\}/g)].map(([, name]) => name).sort();

describe.each(LANGUAGES)('the words in %s', (language) => {
  const table = flatten(MESSAGES[language]);

  test('have the same keys as English', () => {
    expect([...table.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('have the same blanks to fill in as English', () => {
    for (const [key, text] of table) expect(blanks(text), key).toEqual(blanks(english.get(key) ?? ''));
  });

  test('are never empty, blank at an end or shouted', () => {
    for (const [key, text] of table) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
      expect(text, key).not.toContain('!');
    }
  });

  test('have every form its plural needs', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [...table.keys()].filter((key) => /_(zero|one|two|few|many|other)$/.test(key));
    const stems = new Set(counted.map((key) => key.replace(/_\w+$/, '')));
    for (const stem of stems)
      for (const form of forms) expect(table.has(`${stem}_${form}`), `${stem}_${form}`).toBe(true);
    // One thing may be said without its number, several may not.
    const several = counted.filter((key) => !key.endsWith('_one'));
    for (const key of several) expect(blanks(table.get(key) ?? ''), key).toContain('count');
  });

  test('count thousands as people write them', () => {
    const thousand = language === 'en' ? '5,000' : '5.000';
    expect(createTranslator(language)('left.cards', { count: 5000 })).toContain(thousand);
  });

  test('fill in blanks and choose the plural', () => {
    const translate = createTranslator(language);
    expect(translate('facts.steps', { count: 1 })).toContain('1');
    expect(translate('facts.steps', { count: 2 })).not.toBe(translate('facts.steps', { count: 1 }).replace('1', '2'));
    expect(translate('save.savedTo', { name: 'a < b & c', when: '14:02' })).toContain('a < b & c');
  });
});
