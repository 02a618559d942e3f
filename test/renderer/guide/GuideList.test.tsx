import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { openedProject } from '../../fixtures/openedProject.ts';
import { sampleRecords } from '../../fixtures/sampleProjects.ts';
import { SETTINGS } from '../../fixtures/settings.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(name: string, language: 'en' | 'nl' = 'en') {
  const project = openedProject(sampleRecords(name));
  return renderApp({ project, language, settings: { ...SETTINGS, guide: true } }, fakeBridge(project));
}

const moves = (title = 'A map in five moves') =>
  within(screen.getByRole('region', { name: title }))
    .getAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent);

test('a new map shows five moves beside its own fields, the first one done', async () => {
  const { container } = await open('five-stage-shop.en');
  expect(moves()).toEqual([
    'Done: Take a stage model',
    'Write what they do',
    'Say how it feels',
    'Mark what you know',
    'Choose what to solve',
  ]);
  expect(screen.getByText('5 stages. Rename what does not fit.')).toBeTruthy();
  expect(screen.getByLabelText('Scenario')).toBeTruthy();
  expect(await findAccessFaults(container)).toEqual([]);
});

test('the moves speak Dutch', async () => {
  await open('five-stage-shop.nl', 'nl');
  expect(moves('Een kaart in vijf zetten')).toHaveLength(5);
});

test('the moves give way to what is selected, and are hidden for good when the person wants that', async () => {
  const { app, bridge } = await open('five-stage-shop.en');
  const [stage] = app.scene.getState().shown?.layout.columns.stages ?? [];
  if (stage === undefined) throw new Error('There is no stage');
  act(() => app.editor.goTo({ kind: 'stage', id: stage.stage.id }));
  // Panels follow in the time that frames leave.
  await waitFor(() => expect(screen.queryByText('A map in five moves')).toBeNull());
  act(() => app.editor.goTo(null));
  await userEvent.click(await screen.findByRole('button', { name: 'Hide this' }));
  expect(bridge.changeSettings).toHaveBeenCalledWith({ guide: false });
  act(() => app.settings.setState(({ settings }) => ({ settings: { ...settings, guide: false } })));
  await waitFor(() => expect(screen.queryByText('A map in five moves')).toBeNull());
});

test('a finished map shows none, and one beside it can be looked at from the list', async () => {
  const { bridge } = await open('five-stage-shop.en');
  await userEvent.click(screen.getByRole('button', { name: 'Open Sarah’s map' }));
  expect(bridge.openSample).toHaveBeenCalledWith('sarah');
  cleanup();
  await open('sarah.en');
  expect(screen.getByRole('heading', { name: 'Map' })).toBeTruthy();
  expect(screen.queryByText('A map in five moves')).toBeNull();
});
