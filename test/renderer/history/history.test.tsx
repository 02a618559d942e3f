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
import { smallProject, withoutRecords, withRecords } from '../../fixtures/projects.ts';
import { need } from '../../shared/support/reading.ts';
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
  { ...version, revision: 'r1', name: 'Workshop', changes: { added: 0, changed: 1, removed: 0 }, isSaved: false },
  { ...version, revision: 'r0', name: 'Lost', changes: null, isSaved: false },
];

/** What the version r1 said. */
const WORKSHOP = withoutRecords(
  withRecords(
    smallProject(),
    { ...need(smallProject(), 'card:pays'), text: 'Pays in cash' },
    { ...need(smallProject(), 'card:pays'), id: 'card:early', order: 'Z9', text: 'Gone since' },
  ),
  'card:clicks',
);

/** A window that shows the history of a project in which a card and a map were changed since its versions. */
async function openHistory() {
  const then = smallProject();
  const project = openedProject(then);
  const main = fakeBridge(project);
  main.bridge.listVersions.mockResolvedValue(versions);
  main.bridge.readVersion.mockImplementation(async (_handle: string, revision: string) => {
    if (revision === 'r0') return failure({ code: 'damaged', detail: '' });
    return success(revision === 'r2' ? then : WORKSHOP);
  });
  const rendered = await renderApp({ project }, main);
  const { app } = rendered;
  act(() => {
    app.editor.edit(setCardText, { card: 'card:slow', text: 'Quick' });
    app.editor.edit(renameMap, { map: 'map:later', title: 'Some day' });
  });
  await act(() => runCommand(app, 'file.history'));
  const dialog = await screen.findByRole('dialog', { name: /^History of/ });
  await within(dialog).findByRole('heading', { name: '2 changes' });
  const read = (): Records => app.editor.records ?? new Map();
  return { ...rendered, dialog, then, read, inside: within(dialog) };
}

describe('the history', () => {
  test('lists who saved what and when, under which name, and holds no fault of access', async () => {
    const { dialog, inside } = await openHistory();
    const rows = inside.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows[0]).toMatch(/now.*As it stands here/);
    expect(rows[1]).toMatch(/3 June 2025.*Tim · in the file.*2 new, 1 changed/);
    expect(rows[3]).toMatch(/Lost.*3 June 2025.*Tim.*The oldest one kept/);
    expect(await findAccessFaults(dialog)).toEqual([]);
  });

  test('of a project that was never saved says what will stand there, and when', async () => {
    const project = openedProject(smallProject());
    const { app } = await renderApp({ project });
    await act(() => runCommand(app, 'file.history'));
    const dialog = await screen.findByRole('dialog', { name: /^History of/ });
    await within(dialog).findByText(/^Every save makes a version\. From the first on you see here/);
    expect(within(dialog).getByText('There is no version yet.')).toBeTruthy();
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

  test('takes back by its keys what was brought back, although the button that had the focus is gone', async () => {
    const { dialog, inside, read, then } = await openHistory();
    await userEvent.click(inside.getByRole('button', { name: /^Bring back: Pain point/ }));
    // A browser puts it there.
    act(() => dialog.focus());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(getRecord(read(), 'card:slow')?.text).toBe('Quick');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(getRecord(read(), 'card:slow')).toEqual(getRecord(then, 'card:slow'));
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
    await userEvent.click(inside.getByRole('button', { name: /Lost/ }));
    expect(await inside.findByText(/cannot be read any more/)).toBeTruthy();
  });

  test('counts what is new, changed, moved and gone, and groups it by stage', async () => {
    const { inside } = await openHistory();
    expect(inside.getByText(/^From .* to now$/)).toBeTruthy();
    const tiles = inside.getAllByRole('definition').map((tile) => tile.textContent);
    expect(tiles).toEqual(['0', '2', '0', '0']);
    const stage = need(smallProject(), need(smallProject(), need(smallProject(), 'card:slow').step).stage);
    const headings = inside.getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent);
    expect(headings).toEqual([expect.stringMatching(new RegExp(`^\\d ${stage.name}$`))]);
  });

  test('compares any two versions, chosen by keys too, and brings a gone thing back', async () => {
    const { inside, dialog, read } = await openHistory();
    await userEvent.click(inside.getByRole('radio', { name: 'Compare from: Workshop' }));
    await inside.findByText('From Workshop to now');
    act(() => inside.getByRole('radio', { name: 'Compare to: now' }).focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(await inside.findByText(/^From Workshop to 3 June 2025/)).toBeTruthy();
    // The card that is new there has an arrow.
    expect(inside.getAllByRole('definition').map((tile) => tile.textContent)).toEqual(['2', '1', '0', '1']);
    // What is new in a version is not taken out of the document.
    expect(inside.queryByRole('button', { name: /^Take out/ })).toBeNull();
    await userEvent.click(inside.getByRole('button', { name: /^Bring back: .*Gone since/ }));
    expect(getRecord(read(), 'card:early')?.text).toBe('Gone since');
    expect(getRecord(read(), 'card:slow')?.text).toBe('Quick');
    expect(await findAccessFaults(dialog)).toEqual([]);
    // A newer A has nothing older after it: B is now again.
    await userEvent.click(inside.getByRole('radio', { name: /^Compare from: 3 June 2025/ }));
    expect(await inside.findByText(/^From 3 June 2025.* to now$/)).toBeTruthy();
  });

  test('brings one lane back with all on it, and takes that back', async () => {
    const { app, inside, read } = await openHistory();
    const lane = getRecord(read(), 'card:slow')?.lane ?? 'lane:none';
    act(() => {
      app.editor.edit(renameMap, { map: 'map:today', title: 'Renamed' });
    });
    await userEvent.click(inside.getByRole('button', { name: 'Bring back a lane…' }));
    const name = getRecord(read(), lane)?.name ?? '';
    await userEvent.click(await screen.findByRole('menuitem', { name: `Bring back the lane “${name}”` }));
    expect(getRecord(read(), 'card:slow')).toEqual(getRecord(smallProject(), 'card:slow'));
    expect(getRecord(read(), 'map:today')?.title).toBe('Renamed');
    await userEvent.click(inside.getByRole('button', { name: 'Undo bringing back' }));
    expect(getRecord(read(), 'card:slow')?.text).toBe('Quick');
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
