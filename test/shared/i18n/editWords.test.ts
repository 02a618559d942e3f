import { describe, expect, test } from 'vitest';
import { EDIT_LABELS } from '../../../shared/edits/editLabels.ts';
import { nameEdit } from '../../../shared/edits/nameEdit.ts';
import { editWords } from '../../../shared/i18n/editWords.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { LANGUAGES } from '../../../shared/ipc/bridge.ts';
import { EMPTY_DIFF, type RecordsDiff } from '../../../shared/store/recordsDiff.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';

/** A diff in which so many cards, and a lane, were updated. */
function cardsUpdated(count: number): RecordsDiff {
  const records = [...sampleRecords('sarah.en').values()];
  const some = [
    ...records.filter(({ type }) => type === 'card').slice(0, count),
    ...records.filter(({ type }) => type === 'lane').slice(0, 1),
  ];
  return { ...EMPTY_DIFF, updated: new Map(some.map((record) => [record.id, [record, record]])) };
}

describe('the name of an edit', () => {
  test.each(LANGUAGES.flatMap((language) => EDIT_LABELS.map((label) => ({ language, label }))))(
    'has words: $label, $language',
    ({ language, label }) => {
      const translate = createTranslator(language);
      for (const count of [1, 3]) expect(translate(label, { count })).not.toContain('edit.');
    },
  );

  test('counts what the edit was about, and nothing beside', () => {
    const name = nameEdit({ label: 'edit.moveCards', diff: cardsUpdated(3) });
    expect(editWords(createTranslator('en'), 'undo', name)).toBe('Undo: Move 3 cards');
    expect(editWords(createTranslator('nl'), 'undo', name)).toBe('Ongedaan maken: 3 kaartjes verplaatsen');
    const single = nameEdit({ label: 'edit.moveCards', diff: cardsUpdated(1) });
    expect(editWords(createTranslator('en'), 'redo', single)).toBe('Redo: Move the card');
  });

  test('is the bare command for an edit without words', () => {
    expect(nameEdit({ label: 'something else', diff: EMPTY_DIFF })).toBeNull();
    expect(editWords(createTranslator('en'), 'undo', null)).toBe('Undo');
  });
});
