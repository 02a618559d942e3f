import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../../renderer/commands/runCommand.ts';
import { getRecord } from '../../../shared/records/records.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function search(words: string) {
  const rendered = await renderApp({ project: openedProject(smallProject()) });
  await runCommand(rendered.app, 'map.find');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Find' }), words);
  return rendered;
}

const hits = () => within(screen.getByRole('list', { name: 'Where it stands' })).getAllByRole('button');

test('hits are listed with what they are and where they stand, and Enter goes to each in turn', async () => {
  const { app } = await search('loads slowly');
  expect(hits().map(({ textContent }) => textContent)).toEqual([expect.stringContaining('Pain point · Today')]);
  await userEvent.keyboard('{Enter}');
  expect(app.editing.getState().selection).toEqual(['card:slow']);
  expect(hits()[0]?.getAttribute('aria-current')).toBe('true');
});

test('Escape closes the search and gives the keyboard back to the map', async () => {
  await search('slow');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('search')).toBeNull());
  expect(document.activeElement?.getAttribute('data-region')).toBe('canvas');
});

test('what replaces is shown for every hit before it is done', async () => {
  const { app } = await search('slowly');
  await userEvent.click(screen.getByRole('button', { name: 'Replace…' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Replace with' }), 'in an age');
  expect(hits()[0]?.textContent).toContain('The list loads in an age');
  const { records } = app.editor;
  expect(records && getRecord(records, 'card:slow')?.text).toBe('The list loads slowly');
  await userEvent.click(screen.getByRole('button', { name: /^Replace 1|^Replace all/ }));
  const after = app.editor.records;
  expect(after && getRecord(after, 'card:slow')?.text).toBe('The list loads in an age');
});

test('nothing found offers a card with these words', async () => {
  const { app } = await search('zebra');
  expect(screen.getByText('Nothing says “zebra”.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Make a card with these words' }));
  expect(
    [...(app.editor.records?.values() ?? [])].some((record) => record.type === 'card' && record.text === 'zebra'),
  ).toBe(true);
  await waitFor(() => expect(screen.queryByRole('search')).toBeNull());
});

test('the search can be used without seeing it', async () => {
  const { container } = await search('slow');
  expect(await findAccessFaults(container)).toEqual([]);
});
