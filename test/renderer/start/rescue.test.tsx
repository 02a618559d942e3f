import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Rescue } from '../../../shared/ipc/bridge.ts';
import type { OpenFault } from '../../../shared/ipc/projectStore.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const DAMAGED: OpenFault = { code: 'damaged', detail: '' };
const MORNING = new Date(2025, 5, 3, 9, 5).getTime();

/** A window in which something could not be opened. */
async function refuse(fault: OpenFault, rescue: Rescue | null, fileName = 'Dress.meander') {
  const main = fakeBridge();
  main.bridge.openWithDialog.mockResolvedValue(failure({ fault, fileName, rescue }));
  await renderApp({}, main);
  await userEvent.click(screen.getByRole('button', { name: /Open a project/ }));
  return { ...main, dialog: await screen.findByRole('alertdialog') };
}

describe('a damaged file', () => {
  test('offers what can be read of it, and then says what is missing', async () => {
    const { bridge, dialog } = await refuse(DAMAGED, { earlier: null, hasRemains: true });
    expect(dialog.textContent).toContain('“Dress.meander” is damaged.');
    expect(dialog.textContent).toContain('The file stays as it is.');
    expect(within(dialog).queryByRole('button', { name: /version/ })).toBeNull();
    const salvage = {
      records: 41,
      pictures: 1,
      missing: 4,
      known: [
        { type: 'lane', words: 'Doubts' },
        { type: 'card', words: '' },
      ] as const,
      missingPictures: 1,
      mended: 3,
    };
    bridge.openSalvaged.mockResolvedValue(success(openedProject(smallProject(), { salvage })));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Take over what can be read' }));
    await waitFor(() => expect(screen.getByRole('alertdialog').textContent).toContain('This is what could be read.'));
    const lines = within(screen.getByRole('alertdialog')).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      '41 things could be read and are in the new project.',
      '4 things are missing:',
      '– 1 lane: “Doubts”',
      '– 1 card',
      '– 2 things of which nothing can be said',
      '1 picture is missing.',
      '3 things were mended where they lost what they belonged to.',
    ]);
    expect(await findAccessFaults(document.body)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(bridge.save).toHaveBeenCalledWith('document:1', false);
  });

  test('offers the newest version kept on this computer before that', async () => {
    const { bridge, dialog } = await refuse(DAMAGED, { earlier: MORNING, hasRemains: true });
    expect(dialog.textContent).toContain('A version of 3 June 2025, 09:05 is kept on this computer.');
    expect(within(dialog).getByRole('button', { name: 'Take over what can be read' })).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Open the version of 3 June 2025, 09:05' }));
    expect(bridge.openEarlier).toHaveBeenCalled();
  });

  test('that could do harm is spoken of as such', async () => {
    const { dialog } = await refuse({ code: 'hostile', detail: '' }, { earlier: null, hasRemains: true });
    expect(dialog.textContent).toContain('could do harm');
    expect(within(dialog).getByRole('button', { name: 'Take over what can be read' })).toBeTruthy();
  });

  test('of which nothing can be read, or that is gone, offers a version kept on this computer', async () => {
    const { bridge, dialog } = await refuse({ code: 'empty' }, { earlier: MORNING, hasRemains: false });
    expect(dialog.textContent).toContain('“Dress.meander” is empty.');
    expect(dialog.textContent).toContain('A version of 3 June 2025, 09:05 is kept on this computer.');
    expect(within(dialog).queryByRole('button', { name: 'Take over what can be read' })).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Open the version of 3 June 2025, 09:05' }));
    expect(bridge.openEarlier).toHaveBeenCalled();
  });

  test('of which nothing is left offers only another file', async () => {
    const { dialog } = await refuse({ code: 'nothingLeft' }, null);
    expect(dialog.textContent).toContain('Nothing of “Dress.meander” can be read any more.');
    expect(
      within(dialog)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Understood', 'Open another project']);
  });
});

test('what has no name yet is called so when it cannot be opened', async () => {
  const { dialog } = await refuse({ code: 'diskFull' }, null, '');
  expect(dialog.textContent).toContain('“Untitled” was not opened.');
});
