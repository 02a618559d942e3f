import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../../renderer/commands/runCommand.ts';
import { setCardText } from '../../../shared/edits/cards.ts';
import { renameMap } from '../../../shared/edits/maps.ts';
import type { DocumentVersion } from '../../../shared/ipc/projectStore.ts';
import { getRecord, type Records } from '../../../shared/records/records.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const version: DocumentVersion = {
  revision: 'r2',
  at: Date.UTC(2025, 5, 3, 12),
  author: 'Tim',
  name: '',
  changes: { added: 2, changed: 1, removed: 0 },
  isSaved: true,
};
const versions: readonly DocumentVersion[] = [
  version,
  { ...version, revision: 'r1', name: 'Workshop', changes: null, isSaved: false },
];

/** A window that shows the history of a project in which a card and a map were changed since its versions. */
async function openHistory() {
  const then = smallProject();
  const project = openedProject(then);
  const main = fakeBridge(project);
  main.bridge.listVersions.mockResolvedValue(versions);
  main.bridge.readVersion.mockImplementation(async (_handle: string, revision: string) =>
    revision === 'r2' ? success(then) : failure({ code: 'damaged', detail: '' }),
  );
  const rendered = await renderApp({ project }, main);
  const { app } = rendered;
  act(() => {
    app.editor.edit(setCardText, { card: 'card:slow', text: 'Quick' });
    app.editor.edit(renameMap, { map: 'map:later', title: 'Some day' });
  });
  await act(() => runCommand(app, 'file.history'));
  const dialog = await screen.findByRole('dialog', { name: /^History of/ });
  await within(dialog).findByText('Since then');
  const read = (): Records => app.editor.records ?? new Map();
  return { ...rendered, dialog, then, read, inside: within(dialog) };
}

describe('the history', () => {
  test('lists who saved what and when, under which name, and holds no fault of access', async () => {
    const { dialog, inside } = await openHistory();
    const rows = inside.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows[0]).toMatch(/3 June 2025.*Tim · in the file.*2 new, 1 changed/);
    expect(rows[1]).toMatch(/Workshop.*3 June 2025.*Tim.*The oldest one kept/);
    expect(await findAccessFaults(dialog)).toEqual([]);
  });

  test('brings one thing back, and takes that back', async () => {
    const { inside, read, then } = await openHistory();
    await userEvent.click(inside.getByRole('button', { name: /^Bring back: Pain point/ }));
    expect(getRecord(read(), 'card:slow')).toEqual(getRecord(then, 'card:slow'));
    expect(getRecord(read(), 'map:later')?.title).toBe('Some day');
    await userEvent.click(inside.getByRole('button', { name: 'Undo bringing back' }));
    expect(getRecord(read(), 'card:slow')?.text).toBe('Quick');
  });

  test('brings one map back and leaves the others', async () => {
    const { inside, read } = await openHistory();
    await userEvent.click(inside.getByRole('tab', { name: getRecord(smallProject(), 'map:later')?.title ?? '' }));
    await userEvent.click(inside.getByRole('button', { name: /^Bring back “/ }));
    expect(getRecord(read(), 'map:later')?.title).toBe(getRecord(smallProject(), 'map:later')?.title);
    expect(getRecord(read(), 'card:slow')?.text).toBe('Quick');
  });

  test('brings everything back after a question, and closes', async () => {
    const { inside, read, then } = await openHistory();
    await userEvent.click(inside.getByRole('button', { name: 'Go back to this version' }));
    const question = await screen.findByRole('alertdialog');
    await userEvent.click(within(question).getByRole('button', { name: 'Go back to this version' }));
    expect(read()).toEqual(then);
    expect(screen.queryByRole('dialog', { name: /^History of/ })).toBeNull();
  });

  test('says of a version that cannot be read that it cannot', async () => {
    const { inside } = await openHistory();
    await userEvent.click(inside.getByRole('button', { name: /Workshop/ }));
    expect(await inside.findByText(/cannot be read any more/)).toBeTruthy();
  });

  test('gives the version that is looked at a name', async () => {
    const { bridge, inside } = await openHistory();
    await userEvent.click(inside.getByRole('button', { name: /Name this version/ }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Before the talk{Enter}');
    expect(bridge.nameVersion).toHaveBeenCalledWith('document:1', 'r2', 'Before the talk');
    expect(bridge.listVersions).toHaveBeenCalledTimes(2);
  });
});

test('what stands on the screen is saved under a name', async () => {
  const main = fakeBridge();
  const { app, bridge } = await renderApp({ project: openedProject(smallProject()) }, main);
  await act(() => runCommand(app, 'file.nameVersion'));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'For the board{Enter}');
  expect(bridge.saveVersion).toHaveBeenCalledWith('document:1', 'For the board');
});
