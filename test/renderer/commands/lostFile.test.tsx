import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../../renderer/commands/runCommand.ts';
import type { FileLook, SaveState } from '../../../shared/ipc/projectStore.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { NOW, smallProject } from '../../fixtures/projects.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const SAVE: SaveState = { fileName: 'Dress.meander', unsavedEdits: 1, savedAt: NOW, readOnly: false };
const MOVED = { fileName: 'Party.meander', folder: 'Old' };

/** A window with unsaved edits, whose file turns out like this when it is looked at. */
async function windowOf(look: FileLook, moved: typeof MOVED | null) {
  const project = openedProject(smallProject(), { save: SAVE });
  const window = await renderApp({ project }, fakeBridge(project));
  window.bridge.lookAtFile.mockResolvedValue(look);
  window.bridge.findMovedFile.mockResolvedValue(moved);
  window.bridge.followMovedFile.mockResolvedValue(success({ ...SAVE, fileName: 'Party.meander' }));
  return window;
}

function focus({ tell }: Awaited<ReturnType<typeof windowOf>>): Promise<void> {
  return act(async () => tell('windowState', { maximized: false, fullScreen: false, focused: true }));
}

test.each([
  ['gone', 'The file is not at its place any more.'],
  ['away', 'The drive, share or folder of the file is not there or does not answer.'],
] as const)('a file that is %s and nowhere near is told of in its own words', async (look, words) => {
  const window = await windowOf(look, null);
  await focus(window);
  const line = (await screen.findByText(new RegExp(words))).closest('div');
  expect(within(line ?? document.body).getByRole('button', { name: 'Save elsewhere' })).toBeTruthy();
  window.bridge.lookAtFile.mockResolvedValue('unchanged');
  await focus(window);
  await waitFor(() => expect(screen.queryByText(new RegExp(words))).toBeNull());
});

test('a file that was moved is named with its folder, and one button goes on there', async () => {
  const window = await windowOf('gone', MOVED);
  await focus(window);
  await screen.findByText(/it is now “Party\.meander” in “Old”/);
  await focus(window);
  expect(window.bridge.findMovedFile).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByRole('button', { name: 'Go on there' }));
  expect(window.bridge.followMovedFile).toHaveBeenCalledWith('document:1');
  await waitFor(() => expect(screen.queryByText(/it is now/)).toBeNull());
  expect(window.app.documents.getState().document?.save.fileName).toBe('Party.meander');
});

test('a save finds where its file was moved to, and saves there when the person wants it', async () => {
  const { app, bridge } = await windowOf('gone', MOVED);
  bridge.save.mockResolvedValueOnce(failure({ code: 'goneFromDisk' }));
  await act(() => runCommand(app, 'file.save'));
  const notice = screen.getByRole('alertdialog');
  expect(notice.textContent).toContain('It is now “Party.meander” in “Old”.');
  await userEvent.click(within(notice).getByRole('button', { name: 'Save there' }));
  await waitFor(() => expect(bridge.save).toHaveBeenCalledTimes(2));
  expect(bridge.followMovedFile).toHaveBeenCalledTimes(1);
});

test('a save whose file is nowhere says that it is gone, or out of reach', async () => {
  const { app, bridge } = await windowOf('gone', null);
  for (const [code, words] of [
    ['goneFromDisk', 'is not at its place any more.'],
    ['away', 'is out of reach.'],
  ] as const) {
    bridge.save.mockResolvedValueOnce(failure({ code }));
    await act(() => runCommand(app, 'file.save'));
    expect(screen.getByRole('alertdialog').textContent).toContain(words);
    await userEvent.click(screen.getByRole('button', { name: 'Understood' }));
  }
});

test('changes that are back from an earlier time can be compared with the file before they are saved', async () => {
  const project = openedProject(smallProject(), { save: SAVE, recoveredEdits: 1 });
  const { app } = await renderApp({ project }, fakeBridge(project));
  await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
  expect(app.session.getState().overlay).toBe('history');
});
