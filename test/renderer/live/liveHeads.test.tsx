import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { recordsOfType } from '../../../shared/records/records.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('the ring of a card goes under the heads with it, that of a stage lies on them', async () => {
  const records = sampleRecords('sarah.en');
  const { app } = await renderApp({ project: openedProject(records) });
  const [card, stage] = [recordsOfType(records, 'card')[0]?.id, recordsOfType(records, 'stage')[0]?.id];
  if (card === undefined || stage === undefined) throw new Error('The sample is empty');
  const isOnHeads = (): boolean => document.querySelector('[data-heads]') !== null;
  act(() => app.editor.select([card]));
  await vi.waitFor(() => expect(isOnHeads()).toBe(false));
  act(() => app.editor.select([stage]));
  await vi.waitFor(() => expect(isOnHeads()).toBe(true));
  act(() => app.editor.select([]));
  await vi.waitFor(() => expect(isOnHeads()).toBe(false));
});
