import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { feelingsAlong } from '../../../renderer/panels/feelings.ts';
import { JOURNEY_TYPES } from '../../../renderer/start/journeyTypes.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { LANGUAGES } from '../../../shared/ipc/bridge.ts';
import type { MapRecord } from '../../../shared/records/map.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { indexRecords } from '../../../shared/store/recordIndex.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe.each(JOURNEY_TYPES)('the journey type $template', ({ template, feelings, turn }) => {
  test.each(LANGUAGES)('stands on the start screen with whom it is for, and opens its map, in %s', async (language) => {
    const translate = createTranslator(language);
    const { bridge } = await renderApp({ language });
    const card = screen.getByText(translate(`journeyType.${template}`)).closest('button');
    expect(card?.textContent).toContain(translate(`template.${template}`));
    if (card !== null) await userEvent.click(card);
    expect(bridge.openTemplate).toHaveBeenCalledWith(template);
  });

  test('has the river that the start screen shows', () => {
    const records = sampleRecords(`${template}.en`);
    expect(feelingsAlong(mapOf(records), indexRecords(records))).toEqual(feelings);
    const turning = [...recordsOfType(records, 'emotion')].filter(({ momentOfTruth }) => momentOfTruth);
    expect(turning.map(({ value }) => value)).toEqual([feelings[turn]]);
  });

  test('gives every step an action, a touchpoint with a channel and a feeling, and says that all of it is assumed', () => {
    const records = sampleRecords(`${template}.en`);
    const cards = [...recordsOfType(records, 'card')];
    for (const { id, name } of recordsOfType(records, 'step')) {
      const here = cards.filter(({ step }) => step === id);
      expect(
        here.filter(({ kind }) => kind === 'action'),
        name,
      ).toHaveLength(1);
      expect(
        here.filter(({ kind, channels }) => kind === 'touchpoint' && channels.length > 0),
        name,
      ).toHaveLength(1);
    }
    for (const { evidence, cause } of recordsOfType(records, 'emotion')) {
      expect(evidence).toBe('assumption');
      expect(cause).not.toBe('');
    }
    const guesses = cards.filter(({ kind }) => ['action', 'thought', 'question', 'pain', 'opportunity'].includes(kind));
    expect(guesses.filter(({ evidence }) => evidence !== 'assumption')).toEqual([]);
  });
});

function mapOf(records: Records): MapRecord {
  const [map] = recordsOfType(records, 'map');
  if (map === undefined) throw new Error('No map');
  return map;
}
