import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../../renderer/commands/runCommand.ts';
import { setCardText } from '../../../shared/edits/cards.ts';
import type { CompareOutcome } from '../../../shared/ipc/bridge.ts';
import { mergeCopies } from '../../../shared/merge/mergeCopies.ts';
import type { CardRecord } from '../../../shared/records/card.ts';
import { getRecord, type Records } from '../../../shared/records/records.ts';
import { diffRecords } from '../../../shared/store/recordsDiff.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { NOW, smallProject, withoutRecords, withRecords } from '../../fixtures/projects.ts';
import { TestCopy } from '../../shared/support/copies.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const project = smallProject();

function card(records: Records, name: string): CardRecord {
  const found = getRecord(records, `card:${name}`);
  if (found === undefined) throw new Error(`There is no card ${name}`);
  return found;
}

function withText(records: Records, name: string, text: string): Records {
  return withRecords(records, { ...card(records, name), text });
}

/** What main says of two copies that parted at the small project. */
function compared(mine: Records, theirs: Records, isBehind = false): CompareOutcome & { readonly ok: true } {
  const base = TestCopy.begin(project, () => NOW);
  const here = base.copy('a').edit(diffRecords(project, mine));
  const there = base.copy('b').edit(diffRecords(project, theirs)).save();
  const merge = mergeCopies(here.now, there.now, project);
  return success({ merge, head: 'b1', author: 'Tim', at: NOW, isBehind, fileName: 'Dress.meander' });
}

/** A window in which a card was edited, over a file that somebody else has saved. */
async function editedWindow(theirs: Records, edits: Readonly<Record<string, string>> = {}) {
  const opened = openedProject(project, {
    save: { fileName: 'Dress.meander', unsavedEdits: 1, savedAt: NOW, readOnly: false },
  });
  const window = await renderApp({ project: opened }, fakeBridge(opened));
  const { app, bridge } = window;
  for (const [name, text] of Object.entries(edits)) {
    await act(async () => app.editor.edit(setCardText, { card: `card:${name}`, text }));
  }
  bridge.save.mockResolvedValueOnce(failure({ code: 'changedOnDisk' }));
  bridge.compareWithFile.mockImplementation(async () => compared(app.editor.records ?? project, theirs));
  return window;
}

test('a save over what somebody else saved merges both, and undo takes the merge back in one step', async () => {
  const { app, bridge } = await editedWindow(withText(project, 'pays', 'Pays by card'), { clicks: 'Taps the ad' });
  const before = app.editor.records;
  await act(() => runCommand(app, 'file.save'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(bridge.save).toHaveBeenCalledTimes(2);
  expect(bridge.joinCompared).toHaveBeenCalledWith('document:1', 'b1');
  const merged = app.editor.records ?? project;
  expect([card(merged, 'clicks').text, card(merged, 'pays').text]).toEqual(['Taps the ad', 'Pays by card']);
  expect(bridge.commit.mock.lastCall?.[1]).toMatchObject({ label: 'edit.merge' });
  expect(screen.getByText('1 change by Tim was merged with yours. Undo takes it back.')).toBeTruthy();
  await act(async () => app.editor.undo());
  expect(app.editor.records).toEqual(before);
  await act(async () => app.editor.redo());
  expect(app.editor.records).toEqual(merged);
});

test('what clashes is decided by keys, and the button stays off until all of it is', async () => {
  const theirs = withText(
    withText(withText(project, 'clicks', 'Their click'), 'fits', 'Their fit'),
    'slow',
    'Their slow',
  );
  const { app, bridge } = await editedWindow(theirs, { clicks: 'My click', fits: 'My fit', slow: 'My slow' });
  act(() => void runCommand(app, 'file.save'));
  const dialog = await screen.findByRole('dialog', { name: 'Merge two copies' });
  expect(await findAccessFaults(dialog)).toEqual([]);
  const clashes = within(dialog).getAllByRole('region');
  expect(clashes).toHaveLength(3);
  expect(clashes[0]?.textContent).toContain('Before: “Clicks the ad”');
  const go = within(dialog).getByRole('button', { name: 'Merge 3 differences' });
  const press = (key: string): void => void fireEvent.keyDown(document.activeElement ?? dialog, { key });
  act(() => clashes[0]?.focus());
  press('m');
  press('j');
  expect(document.activeElement).toBe(clashes[1]);
  press('t');
  press('j');
  expect(within(dialog).getByText('1 left to decide')).toBeTruthy();
  expect(go).toHaveProperty('disabled', true);
  press('b');
  expect(within(dialog).getByText('All decided')).toBeTruthy();
  await userEvent.click(go);
  await waitFor(() => expect(bridge.save).toHaveBeenCalledTimes(2));
  const merged = app.editor.records ?? project;
  expect(['clicks', 'fits', 'slow'].map((name) => card(merged, name).text)).toEqual([
    'My click',
    'Their fit',
    'My slow\nTheir slow',
  ]);
});

test('a merge that is left changes nothing and saves nothing', async () => {
  const { app, bridge } = await editedWindow(withText(project, 'clicks', 'Theirs'), { clicks: 'Mine' });
  const before = app.editor.records;
  act(() => void runCommand(app, 'file.save'));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(app.editor.records).toBe(before);
  expect(bridge.save).toHaveBeenCalledTimes(1);
  expect(bridge.joinCompared).not.toHaveBeenCalled();
  expect(app.session.getState()).toMatchObject({ merging: null, comparing: false });
});

test('a window without edits shows what somebody else saved as soon as it is looked at again', async () => {
  const theirs = withoutRecords(withText(project, 'pays', 'Pays by card'), 'card:lost');
  const { app, bridge, tell } = await renderApp({ project: openedProject(project) });
  const state = { maximized: false, fullScreen: false };
  bridge.lookAtFile.mockResolvedValue('changed');
  bridge.compareWithFile.mockResolvedValue(compared(project, theirs, true));
  await act(async () => tell('windowState', { ...state, focused: true }));
  await waitFor(() => expect(app.editor.records).toEqual(theirs));
  expect(bridge.adoptFile).toHaveBeenCalledWith('document:1', 'b1');
  expect(bridge.commit).not.toHaveBeenCalled();
  expect(screen.getByText('Tim saved this file meanwhile. You see that version now.')).toBeTruthy();
  await act(async () => app.editor.undo());
  expect(app.editor.records).toEqual(project);
});

test('a version that cannot take the place of the document is kept as an edit', async () => {
  const theirs = withText(project, 'pays', 'Pays by card');
  const { app, bridge } = await renderApp({ project: openedProject(project) });
  bridge.compareWithFile.mockResolvedValueOnce(compared(project, theirs, true));
  bridge.compareWithFile.mockResolvedValue(failure({ fault: { code: 'missing' }, fileName: 'Dress.meander' }));
  bridge.adoptFile.mockResolvedValue(failure({ code: 'otherVersion' }));
  bridge.lookAtFile.mockResolvedValue('changed');
  const { lookAtFile } = await import('../../../renderer/merge/lookAtFile.ts');
  await act(() => lookAtFile(app));
  expect(card(app.editor.records ?? project, 'pays').text).toBe('Pays by card');
  expect(bridge.commit.mock.lastCall?.[1].diff.updated.get('card:pays')?.[1]).toMatchObject({ text: 'Pays by card' });
});

test('a window with edits says that its file has changed, and offers to merge', async () => {
  const { app, bridge, tell } = await editedWindow(withText(project, 'pays', 'Pays by card'), { clicks: 'Mine' });
  bridge.commit.mockClear();
  app.documents.setSave('document:1', { fileName: 'Dress.meander', unsavedEdits: 1, savedAt: NOW, readOnly: false });
  bridge.lookAtFile.mockResolvedValue('changed');
  await act(async () => tell('windowState', { maximized: false, fullScreen: false, focused: true }));
  const merge = await screen.findByRole('button', { name: 'Merge' });
  expect(bridge.joinCompared).not.toHaveBeenCalled();
  await userEvent.click(merge);
  await waitFor(() => expect(card(app.editor.records ?? project, 'pays').text).toBe('Pays by card'));
  expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
  expect(bridge.save).not.toHaveBeenCalled();
});

test.each([
  ['otherDocument', 'was replaced by another project.', 'Save elsewhere'],
  ['damaged', 'cannot be read.', 'Write it again'],
  ['newerSchema', 'was made with a newer Meander.', 'Save elsewhere'],
  ['notAFile', 'A folder or something else stands there.', 'Save elsewhere'],
])('a file that turns out to be %s is left alone, and the sentence says what helps', async (code, words, remedy) => {
  const { app, bridge } = await editedWindow(project, { clicks: 'Mine' });
  bridge.compareWithFile.mockResolvedValue(failure({ fault: { code, detail: '' }, fileName: 'Dress.meander' }));
  await act(() => runCommand(app, 'file.save'));
  const notice = screen.getByRole('alertdialog');
  expect(notice.textContent).toContain(words);
  expect(within(notice).getByRole('button', { name: remedy })).toBeTruthy();
  expect(card(app.editor.records ?? project, 'clicks').text).toBe('Mine');
});

test.each([
  [
    'another project',
    { code: 'otherDocument' },
    'Another project stands at the place of the file now.',
    'Save elsewhere',
  ],
  [
    'a folder',
    { code: 'notAFile' },
    'A folder or something else stands at the place of the file now.',
    'Save elsewhere',
  ],
  ['nothing readable', { code: 'damaged', detail: '' }, 'What stands at the place of the file', 'Write it again'],
] as const)(
  'a window with edits says that %s stands at its file, until it is saved',
  async (_what, fault, words, remedy) => {
    const { bridge, tell } = await editedWindow(project, { clicks: 'Taps the ad' });
    bridge.lookAtFile.mockResolvedValue('changed');
    bridge.compareWithFile.mockResolvedValue(failure({ fault, fileName: 'Dress.meander' }));
    bridge.save.mockReset().mockResolvedValue(success({ ...openedProject(project).save, unsavedEdits: 0 }));
    await act(async () => tell('windowState', { maximized: false, fullScreen: false, focused: true }));
    await screen.findByText((text) => text.startsWith(words));
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: remedy }));
    await waitFor(() => expect(screen.queryByText((text) => text.startsWith(words))).toBeNull());
    expect(bridge.compareWithFile).toHaveBeenCalledOnce();
  },
);

test('another project is not merged, and the sentence says so', async () => {
  const { app, bridge } = await renderApp({ project: openedProject(project) });
  bridge.compareWithCopy.mockResolvedValue(failure({ fault: { code: 'otherDocument' }, fileName: 'Other.meander' }));
  await act(() => runCommand(app, 'file.merge'));
  expect(screen.getByRole('alertdialog').textContent).toContain('“Other.meander” is another project.');
});

test('what stands here goes into the history before the merge, and without it nothing is merged', async () => {
  const { app, bridge } = await editedWindow(withText(project, 'pays', 'Pays by card'), { clicks: 'Mine' });
  bridge.keepState.mockResolvedValueOnce(failure({ code: 'diskFull', needed: 1 }));
  await act(() => runCommand(app, 'file.save'));
  expect(screen.getByRole('alertdialog').textContent).toContain('The disk is full.');
  expect(card(app.editor.records ?? project, 'pays').text).toBe('Pays');
  await userEvent.click(screen.getByRole('button', { name: 'Understood' }));
  bridge.commit.mockClear();
  bridge.save.mockResolvedValueOnce(failure({ code: 'changedOnDisk' }));
  await act(() => runCommand(app, 'file.save'));
  expect(card(app.editor.records ?? project, 'pays').text).toBe('Pays by card');
  const [kept] = bridge.keepState.mock.invocationCallOrder.slice(-1);
  expect(kept).toBeLessThan(bridge.commit.mock.invocationCallOrder[0] ?? 0);
});

test('a copy is shown with all it brings before anything of it is taken', async () => {
  const theirs = withoutRecords(withText(project, 'pays', 'Pays by card'), 'card:lost');
  const { app, bridge } = await renderApp({ project: openedProject(project) });
  bridge.compareWithCopy.mockResolvedValue(compared(project, theirs));
  act(() => void runCommand(app, 'file.merge'));
  const dialog = await screen.findByRole('dialog', { name: 'Merge two copies' });
  expect(dialog.textContent).toContain('Customer action, 2.2 Payment');
  expect(dialog.textContent).toContain('text: “Pays” → “Pays by card”');
  expect(dialog.textContent).toContain('Drop-off, 1.2 Search');
  expect(app.editor.records).toBe(project);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Merge 2 differences' }));
  await waitFor(() => expect(app.editor.records).toEqual(theirs));
});

test('what a copy brings can be unticked, and stays as it is here; undo and redo go over it', async () => {
  const theirs = withoutRecords(withText(project, 'pays', 'Pays by card'), 'card:lost');
  const { app, bridge } = await renderApp({ project: openedProject(project) });
  bridge.compareWithCopy.mockResolvedValue(compared(project, theirs));
  act(() => void runCommand(app, 'file.merge'));
  const dialog = await screen.findByRole('dialog', { name: 'Merge two copies' });
  expect(dialog.textContent).toMatch(/\d lanes are the same in both copies: .+ and .+\./);
  const [first, second] = within(dialog).getAllByRole('checkbox', { name: 'Take this', checked: true });
  if (first === undefined || second === undefined) throw new Error('There is nothing to untick');
  await userEvent.click(first);
  await userEvent.click(second);
  expect(within(dialog).getByRole('button', { name: 'Keep everything as it is here' })).toBeTruthy();
  const ofText = dialog.textContent?.search('Pays by card') ?? 0;
  const ofRemoval = dialog.textContent?.search('Drop-off') ?? 0;
  await userEvent.click(ofText < ofRemoval ? first : second);
  expect(await findAccessFaults(dialog)).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Merge 1 difference' }));
  const merged = withText(project, 'pays', 'Pays by card');
  await waitFor(() => expect(app.editor.records).toEqual(merged));
  await act(async () => app.editor.undo());
  expect(app.editor.records).toEqual(project);
  await act(async () => app.editor.redo());
  expect(app.editor.records).toEqual(merged);
});
