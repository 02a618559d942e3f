import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answerPain } from '../../../shared/edits/cardLinks.ts';
import { addCard, changeCards } from '../../../shared/edits/cards.ts';
import { addFeeling } from '../../../shared/edits/emotions.ts';
import type { Id } from '../../../shared/records/ids.ts';
import type { LaneKind } from '../../../shared/records/lane.ts';
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

test('the last tick is seen: the list stays, all done, until the person goes on', async () => {
  const { app } = await open('five-stage-shop.en');
  const { map, lanes, columns } = app.scene.getState().shown?.layout ?? { lanes: [] };
  const laneOf = (kind: LaneKind) => lanes.find(({ layout }) => layout.lane.kind === kind)?.layout.lane.id ?? 'lane:';
  const steps = columns?.columns.map(({ step }) => step.id) ?? [];
  const write = (kind: LaneKind, step: Id<'step'> = 'step:', text = 'Words') =>
    app.editor.edit(addCard, { lane: laneOf(kind), step, at: 'last', fields: { text } }, { select: () => [] });
  const [first] = steps;
  if (map === undefined || first === undefined) throw new Error('There is no map');
  await act(async () => {
    for (const step of steps.slice(0, 3)) write('actions', step);
    app.editor.edit(addFeeling, {
      lane: laneOf('emotions'),
      step: first,
      persona: { name: 'Noor' },
      offset: 0.5,
      value: 1,
    });
    const known = write('touchpoints', first);
    if (known !== undefined) app.editor.edit(changeCards, { cards: [known.id], fields: { evidence: 'researched' } });
  });
  const pain = write('pains', first);
  await waitFor(() => expect(moves().filter((move) => move?.startsWith('Done'))).toHaveLength(4));
  // The fifth move is done with a card selected, where the list has no place.
  await act(async () => {
    const answer = pain && app.editor.edit(answerPain, { card: pain.id });
    if (answer !== undefined) app.editor.select([answer.id]);
  });
  await waitFor(() => expect(screen.queryByText('A map in five moves')).toBeNull());
  await act(async () => app.editor.goTo(null));
  await waitFor(() => expect(moves().filter((move) => move?.startsWith('Done'))).toHaveLength(5));
  expect(screen.getByText(/^All five are done/)).toBeTruthy();
  await act(async () => void write('actions', steps[4]));
  await waitFor(() => expect(screen.queryByText('A map in five moves')).toBeNull());
  await act(async () => {
    app.editor.undo();
    app.editor.undo();
  });
  await waitFor(() => expect(moves().filter((move) => move?.startsWith('Done'))).toHaveLength(4));
});
