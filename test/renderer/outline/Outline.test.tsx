import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../../renderer/commands/runCommand.ts';
import { changeCards } from '../../../shared/edits/cards.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { drawFrame, renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function edit(language: 'en' | 'nl' = 'en') {
  const project = openedProject(smallProject());
  return renderApp({ project, language }, fakeBridge(project));
}

const grid = () => screen.getByRole('grid');
const canvas = () => screen.getByRole('application');
const spoken = () =>
  document.getElementById(canvas().getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label');

describe('the outline', () => {
  test('has a row for each lane and a column for each step, with counts', async () => {
    await edit();
    expect(grid().getAttribute('aria-label')).toBe('Outline of Today');
    expect(grid().getAttribute('aria-rowcount')).toBe('8');
    expect(grid().getAttribute('aria-colcount')).toBe('5');
    expect(
      within(grid())
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual([
      'Stages, steps and lanes',
      'Stage 1, Awareness, 2 steps',
      'Stage 2, Purchase, 2 steps',
      'Step 1.1, Advertisement',
      'Step 1.2, Search',
      'Step 2.1, Cart',
      'Step 2.2, Payment',
    ]);
    expect(
      within(grid())
        .getAllByRole('rowheader')
        .map((head) => head.textContent),
    ).toContain('Lane Pain points, 3 cards');
  });

  test('reads a card with its kind, text, evidence, severity, step and position', async () => {
    await edit();
    expect(
      within(grid()).getByRole('group', {
        name: 'Pain point, The list loads slowly, Researched, slows, points to 1 card, Step 1.2, Search, 1 of 2',
      }),
    ).toBeTruthy();
    expect(
      within(grid()).getByRole('group', { name: 'Opportunity, Load less, priority 1, Step 1.2, Search' }),
    ).toBeTruthy();
  });

  test('reads a feeling with its word, its value in words and that it is a moment of truth', async () => {
    await edit();
    expect(
      within(grid()).getByRole('group', { name: 'Hesitant, minus 1.35, Moment of truth, Step 1.2, Search' }),
    ).toBeTruthy();
  });

  test('says it in Dutch', async () => {
    await edit('nl');
    expect(
      within(grid()).getByRole('group', { name: 'Hesitant, min 1,35, Beslissend moment, Stap 1.2, Search' }),
    ).toBeTruthy();
  });

  test('is walked by the arrow keys of the map, which keeps the focus', async () => {
    const { app } = await edit();
    canvas().focus();
    act(() => app.editor.goTo({ kind: 'card', id: 'card:clicks' }));
    await drawFrame();
    expect(spoken()).toBe('Customer action, Clicks the ad, Step 1.1, Advertisement');
    act(() => void app.tools.key({ key: 'ArrowRight', shift: false, mod: false, alt: false }));
    await drawFrame();
    expect(spoken()).toBe('Customer action, Compares dresses, Step 1.2, Search, over 2 steps');
    expect(document.activeElement).toBe(canvas());
    act(() => app.editor.goTo({ kind: 'cell', lane: 'lane:pains', step: 'step:ad' }));
    await drawFrame();
    expect(spoken()).toBe('Empty, Pain points, Step 1.1, Advertisement');
    act(() => app.editor.goTo(null));
    await drawFrame();
    expect(canvas().hasAttribute('aria-activedescendant')).toBe(false);
  });

  test('follows an edit, and keeps the rows in which nothing changed', async () => {
    const { app } = await edit();
    const rows = () =>
      new Map(
        within(grid())
          .getAllByRole('row')
          .map((row) => [row.textContent, row.innerHTML]),
      );
    const before = rows();
    act(() => void app.editor.edit(changeCards, { cards: ['card:fee'], fields: { severity: 1 } }));
    await drawFrame();
    expect(within(grid()).getByRole('group', { name: /A fee nobody spoke of, a nuisance/ })).toBeTruthy();
    const changed = [...rows()].filter(([name, html]) => before.get(name) !== html).map(([name]) => name);
    expect(changed).toEqual(['Lane Pain points, 3 cards']);
  });

  test('has no serious fault', async () => {
    const { app } = await edit();
    act(() => app.editor.goTo({ kind: 'card', id: 'card:slow' }));
    expect(await findAccessFaults(document.body)).toEqual([]);
  });
});

describe('the voice', () => {
  const said = async () => {
    await drawFrame();
    return screen.getByRole('log').textContent?.trim();
  };

  test('says where a card moved, what undo brought back and what redo did again', async () => {
    const { app } = await edit();
    act(() => app.editor.goTo({ kind: 'card', id: 'card:clicks' }));
    act(() => app.tools.actions.moveSelection('right'));
    expect(await said()).toMatch(/^Moved\. Customer action, Clicks the ad, Step 1\.2, Search/);
    await act(() => runCommand(app, 'map.undo'));
    expect(await said()).toBe('Undone. Customer action, Clicks the ad, Step 1.1, Advertisement');
    await act(() => runCommand(app, 'map.redo'));
    expect(await said()).toMatch(/^Done again\. Customer action, Clicks the ad, Step 1\.2, Search/);
  });

  test('says that something went', async () => {
    const { app } = await edit();
    act(() => app.editor.goTo({ kind: 'card', id: 'card:pays' }));
    await act(() => runCommand(app, 'map.remove'));
    expect(await said()).toBe('Deleted');
  });

  test('says what the next key will mean after N and Ctrl+L', async () => {
    const { app } = await edit();
    act(() => app.editor.goTo({ kind: 'card', id: 'card:pays' }));
    await act(() => runCommand(app, 'item.add'));
    expect(await said()).toMatch(/^New card: press the letter/);
    act(() => app.editing.setState({ choice: null }));
    await act(() => runCommand(app, 'item.link'));
    expect(await said()).toMatch(/^Arrow: go to the other card/);
  });

  test('says nothing of what is typed', async () => {
    const { app } = await edit();
    act(() => app.editor.goTo({ kind: 'card', id: 'card:pays' }));
    act(() => app.tools.actions.editHere());
    act(() => {
      app.tools.sessions.type('Pays at once');
      app.tools.sessions.end();
    });
    expect(await said()).toBe('');
  });
});

test('a refusal stands over the map until the next edit', async () => {
  const { app } = await edit();
  act(() => app.session.setState({ rightPanel: false }));
  act(() => app.editing.setState({ refusal: { code: 'cardLocked', ids: [] } }));
  expect(screen.getByText(/^This card is locked/).closest('[role="status"]')).toBeTruthy();
  act(() => void app.editor.edit(changeCards, { cards: ['card:fee'], fields: { severity: 1 } }));
  expect(screen.queryByText(/^This card is locked/)).toBeNull();
});
