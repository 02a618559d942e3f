import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { JOURNEY_TYPES } from '../../../renderer/start/journeyTypes.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { LANGUAGES, SAMPLES, TEMPLATES } from '../../../shared/ipc/bridge.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import { compareOrdered } from '../../../shared/util/orderKey.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const types: readonly string[] = JOURNEY_TYPES.map(({ template }) => template);
const STAGE_MODELS = TEMPLATES.filter((name) => name !== 'blank' && !types.includes(name));

const assets = join(import.meta.dirname, '../../../assets');

test.each(LANGUAGES)('every sample and template is there in %s', (language) => {
  for (const name of SAMPLES)
    expect(existsSync(join(assets, 'samples', `${name}.${language}.meander`)), name).toBe(true);
  for (const name of TEMPLATES) {
    expect(existsSync(join(assets, 'templates', `${name}.${language}.meander`)), name).toBe(true);
  }
});

test.each(LANGUAGES)('every stage model shows the stages its template has in %s', async (language) => {
  const translate = createTranslator(language);
  await renderApp({ language });
  for (const template of STAGE_MODELS) {
    const records = sampleRecords(`${template}.${language}`);
    const stages = [...recordsOfType(records, 'stage')].sort(compareOrdered).map(({ name }) => name);
    const name = translate(`template.${template}`);
    const card = screen.getAllByRole('button').find((button) => button.textContent?.startsWith(name));
    const shown = [...(card?.querySelectorAll('span > span') ?? [])].map((number) => number.nextSibling?.textContent);
    expect(shown, template).toEqual(stages);
  }
});
