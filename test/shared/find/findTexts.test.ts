import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTexts } from '../../../shared/find/findTexts.ts';
import { findInText, foldText, replaceRanges } from '../../../shared/find/foldText.ts';
import { isLockedHit, replacedText, replaceTexts } from '../../../shared/find/replaceTexts.ts';
import { getRecord, recordsOfType } from '../../../shared/records/records.ts';
import { smallProject, withRecords } from '../../fixtures/projects.ts';
import { doEdit, refusalOf } from '../support/doing.ts';

const said = (text: string, sought: string) => findInText(text, sought).map(({ start, end }) => text.slice(start, end));

describe('words in a text', () => {
  test('are found whatever their case and accents', () => {
    expect(said('Café, cafe\u0301 and CAFE', 'cafe')).toEqual(['Café', 'cafe\u0301', 'CAFE']);
    expect(said('Cafe', 'café')).toEqual(['Cafe']);
    expect(said('Straße', 'STRASSE')).toEqual(['Straße']);
    expect(said('ΟΔΟΣ οδός', 'οδος')).toEqual(['ΟΔΟΣ', 'οδός']);
    expect(said('服装 ｱｲ 😀', '装')).toEqual(['装']);
    expect(said('İstanbul', 'istanbul')).toEqual(['İstanbul']);
  });

  test('are not found without a word to seek, nor where they overlap', () => {
    expect(said('aaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(said('anything', '')).toEqual([]);
    expect(said('anything', '\u0301')).toEqual([]);
    expect(said('ß', 's')).toEqual(['ß']);
  });

  test('lie one after the other within the text, and fold to what was sought or hold it', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'A', 'é', 'e\u0301', '\u0301', 'ß', 'ﬁ', 's', '😀', ' ') });
    fc.assert(
      fc.property(texts, texts, (text, sought) => {
        const ranges = findInText(text, sought);
        let at = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(foldText(text.slice(start, end)).text).toContain(foldText(sought).text);
          at = end;
        }
        expect(ranges.length > 0).toBe(
          foldText(sought).text !== '' && foldText(text).text.includes(foldText(sought).text),
        );
      }),
    );
  });

  test('go when they are replaced by something else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 2 }), (text, sought) => {
        const ranges = findInText(text, sought);
        const kept = text.length - ranges.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(replaceRanges(text, ranges, '')).toHaveLength(kept);
      }),
    );
  });
});

describe('a search through a project', () => {
  const project = smallProject();

  test('goes through maps, stages, steps, lanes, cards, feelings, personas and sources', () => {
    const types = new Set([...'aeiou'].flatMap((vowel) => findTexts(project, vowel)).map(({ id }) => id.split(':')[0]));
    expect([...types].sort()).toEqual(
      ['card', 'emotion', 'lane', 'map', 'note', 'persona', 'source', 'stage', 'step'].sort(),
    );
  });

  test('says on which map each hit stands, in the order of the maps', () => {
    const hits = findTexts(project, 'the');
    const maps = hits.map(({ map }) => map);
    expect(maps.indexOf('map:today')).toBeGreaterThanOrEqual(0);
    const later = maps.indexOf('map:later');
    if (later >= 0) expect(maps.lastIndexOf('map:today')).toBeLessThan(later);
    expect(findTexts(project, '  ')).toEqual([]);
  });

  test('replaces what it found in one edit, and finds it no more', () => {
    const hits = findTexts(project, 'LIST');
    expect(hits.map(({ text }) => text)).toContain('The list loads slowly');
    const { records } = doEdit(project, replaceTexts, { hits, sought: 'LIST', by: 'page' });
    expect(getRecord(records, 'card:slow')?.text).toBe('The page loads slowly');
    expect(findTexts(records, 'list')).toEqual([]);
    expect(hits.map((hit) => replacedText(hit, 'page'))).toContain('The page loads slowly');
  });

  test('replaces in a line and in a section of a persona', () => {
    const [sarah] = recordsOfType(project, 'persona').filter(({ id }) => id === 'persona:sarah');
    if (sarah === undefined) throw new Error('Sarah is not there');
    const lines = (...texts: readonly string[]) => texts.map((text) => ({ text, evidence: 'researched' }) as const);
    const sections = [{ kind: 'own', title: 'How she looks', lines: lines('Looks twice') }] as const;
    const listed = withRecords(project, { ...sarah, goals: lines('Look good', 'Spend little', 'Look new'), sections });
    const hits = findTexts(listed, 'look').filter(({ field }) => field === 'goals');
    expect(hits.map(({ path }) => path)).toEqual([
      [0, 'text'],
      [2, 'text'],
    ]);
    const { records } = doEdit(listed, replaceTexts, { hits: hits.slice(1), sought: 'look', by: 'Feel' });
    expect(getRecord(records, 'persona:sarah')?.goals).toEqual(lines('Look good', 'Spend little', 'Feel new'));

    const inSections = findTexts(listed, 'look').filter(({ field }) => field === 'sections');
    const all = doEdit(listed, replaceTexts, { hits: inSections, sought: 'look', by: 'see' }).records;
    expect(getRecord(all, 'persona:sarah')?.sections).toEqual([
      { kind: 'own', title: 'How she sees', lines: lines('sees twice') },
    ]);
    // How something is known is nothing that was written.
    expect(findTexts(listed, 'researched').filter(({ id }) => id === 'persona:sarah')).toEqual([]);
  });

  test('knows what a lock keeps as it is', () => {
    const card = getRecord(project, 'card:slow');
    if (card === undefined) throw new Error('The card is not there');
    const locked = withRecords(project, { ...card, locked: true });
    const hits = findTexts(locked, 'loads slowly');
    expect(hits.map((hit) => isLockedHit(locked, hit))).toEqual([true]);
    expect(refusalOf(locked, replaceTexts, { hits, sought: 'loads', by: 'x' }).code).toBe('cardLocked');
  });
});
