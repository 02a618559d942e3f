import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../../renderer/commands/runCommand.ts';
import { LANGUAGES } from '../../../shared/ipc/bridge.ts';
import { SETTINGS } from '../../fixtures/settings.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open(settings = SETTINGS) {
  const window = await renderApp({ settings });
  await act(() => runCommand(window.app, 'file.settings'));
  return { ...window, dialog: screen.getByRole('dialog') };
}

describe('the settings', () => {
  test('show what is set', async () => {
    const { dialog } = await open();
    expect(within(dialog).getByRole('radio', { name: 'English' }).getAttribute('aria-checked')).toBe('true');
    expect(within(dialog).getByRole('radio', { name: 'Light' }).getAttribute('aria-checked')).toBe('true');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Your name').value).toBe('Noor');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Save to the file by itself').checked).toBe(false);
    expect(within(dialog).getByRole('radio', { name: '1 GB' }).getAttribute('aria-checked')).toBe('true');
  });

  test('begin at the first choice, and are put away with Escape', async () => {
    const { dialog } = await open();
    expect(document.activeElement).toBe(within(dialog).getByRole('radio', { name: 'English' }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('change at once what is chosen', async () => {
    const { bridge, dialog } = await open();
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Dark' }));
    expect(bridge.changeSettings).toHaveBeenLastCalledWith({ theme: 'dark' });
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Nederlands' }));
    expect(bridge.changeSettings).toHaveBeenLastCalledWith({ language: 'nl' });
    await userEvent.click(within(dialog).getByLabelText('Save to the file by itself'));
    expect(bridge.changeSettings).toHaveBeenLastCalledWith({ autosave: true });
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Five moves on a new map' }));
    expect(bridge.changeSettings).toHaveBeenLastCalledWith({ guide: true });
    await userEvent.click(within(dialog).getByRole('radio', { name: '100 MB' }));
    expect(bridge.changeSettings).toHaveBeenLastCalledWith({ historyCap: 100 });
  });

  test('take the name over when its field is left, cleaned, and only when it changed', async () => {
    const { bridge, dialog } = await open();
    const name = within(dialog).getByLabelText('Your name');
    await userEvent.click(name);
    await userEvent.tab();
    expect(bridge.changeSettings).not.toHaveBeenCalled();
    await userEvent.clear(name);
    await userEvent.type(name, '  Tim ');
    expect(bridge.changeSettings).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(bridge.changeSettings).toHaveBeenCalledExactlyOnceWith({ author: 'Tim' });
  });

  test('keep a name that was typed when the dialog is put away', async () => {
    const { bridge, dialog } = await open();
    await userEvent.type(within(dialog).getByLabelText('Your name'), ' B');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(bridge.changeSettings).toHaveBeenCalledExactlyOnceWith({ author: 'Noor B' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('offer a size of the history that was set elsewhere', async () => {
    const { dialog } = await open({ ...SETTINGS, historyCap: 250 });
    expect(within(dialog).getByRole('radio', { name: '250 MB' }).getAttribute('aria-checked')).toBe('true');
  });

  test.each(LANGUAGES)('have no serious fault for those who cannot see or point, in %s', async (language) => {
    const { app } = await renderApp({ language });
    await act(() => runCommand(app, 'file.settings'));
    expect(await findAccessFaults(document.body)).toEqual([]);
  });
});
