import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RecentProject } from '../../../shared/ipc/bridge.ts';
import { failure } from '../../../shared/util/result.ts';
import { SETTINGS } from '../../fixtures/settings.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderApp } from '../support/renderApp.tsx';

const now = new Date(2025, 5, 12, 14, 30).getTime();
const recent: readonly RecentProject[] = [
  {
    id: 'a',
    fileName: 'Dress.meander',
    openedAt: new Date(2025, 5, 12, 14, 2).getTime(),
    found: true,
    thumbnail: null,
  },
  {
    id: 'b',
    fileName: 'Yoga.meander',
    openedAt: new Date(2025, 5, 11).getTime(),
    found: true,
    thumbnail: null,
  },
  {
    id: 'c',
    fileName: 'Returns.meander',
    openedAt: new Date(2025, 5, 3).getTime(),
    found: false,
    thumbnail: null,
  },
];

beforeEach(() => {
  vi.spyOn(Date, 'now').mockReturnValue(now);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function startWith(projects: readonly RecentProject[] = recent) {
  const main = fakeBridge();
  main.bridge.listRecent.mockResolvedValue(projects);
  return renderApp({ recent: projects }, main);
}

describe('the start screen', () => {
  test('offers a new map, and opens the blank template for it', async () => {
    const { bridge } = await startWith();
    await userEvent.click(screen.getByRole('button', { name: /New map/ }));
    expect(bridge.openTemplate).toHaveBeenCalledWith('blank');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('test');
  });

  test('lists recent projects with their time, and says when a file has gone', async () => {
    await startWith();
    expect(screen.getByRole('button', { name: /Dress/ }).textContent).toContain('Today 14:02');
    expect(screen.getByRole('button', { name: /Yoga/ }).textContent).toContain('Yesterday');
    expect(screen.getByRole('button', { name: /Returns/ }).textContent).toContain('Moved, renamed or deleted since');
  });

  test('puts the keyboard on the last project: Enter opens it', async () => {
    const { bridge } = await startWith();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Dress/ }));
    await userEvent.keyboard('{Enter}');
    expect(bridge.openRecent).toHaveBeenCalledWith('a');
  });

  test('walks along recent projects with arrows and forgets one with Delete', async () => {
    const { bridge } = await startWith();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Yoga/ }));
    await userEvent.keyboard('{Delete}');
    expect(bridge.forgetRecent).toHaveBeenCalledWith('b');
    expect(screen.queryByRole('button', { name: /Yoga/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Returns/ }));
    await userEvent.keyboard('{Home}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Dress/ }));
  });

  test('opens a stage model and a sample', async () => {
    const { bridge } = await startWith([]);
    const model = screen.getByRole('button', { name: /See, Think, Do, Care/ });
    expect(within(model).getByText('Care')).toBeTruthy();
    await userEvent.click(model);
    expect(bridge.openTemplate).toHaveBeenCalledWith('see-think-do-care');
  });

  test('opens a sample', async () => {
    const { bridge } = await startWith([]);
    await userEvent.click(screen.getByRole('button', { name: /Sarah and the fashion shop/ }));
    expect(bridge.openSample).toHaveBeenCalledWith('sarah');
  });

  test('says what is wrong with a file, what is safe and what to do', async () => {
    const main = fakeBridge();
    main.bridge.openRecent.mockResolvedValue(
      failure({ fault: { code: 'newerSchema', schema: 9, known: 1 }, fileName: 'Dress.meander', rescue: null }),
    );
    main.bridge.listRecent.mockResolvedValue(recent);
    await renderApp({ recent }, main);
    await userEvent.click(screen.getByRole('button', { name: /Dress/ }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('“Dress.meander” was made with a newer Meander.');
    expect(dialog.textContent).toContain('Update Meander');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Open another project' }));
    expect(main.bridge.openWithDialog).toHaveBeenCalled();
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  test('stays as it is when the person changes their mind', async () => {
    const { bridge } = await startWith();
    await userEvent.click(screen.getByRole('button', { name: /Open a project/ }));
    expect(bridge.openWithDialog).toHaveBeenCalled();
    expect(screen.getByRole('button', { name: /New map/ })).toBeTruthy();
  });

  test('offers work that no file has, and asks before throwing it away', async () => {
    const main = fakeBridge();
    main.bridge.listUnsaved.mockResolvedValue([
      { workId: 'w', fileName: null, title: 'Returns', edits: 7, lastEditAt: now, isDamaged: false },
    ]);
    await renderApp({}, main);
    expect(await screen.findByText(/7 changes, Today 14:30/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(main.bridge.discardUnsaved).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Discard' }));
    expect(main.bridge.discardUnsaved).toHaveBeenCalledWith('w');
    expect(screen.queryByText(/7 changes, Today/)).toBeNull();
  });

  test('offers what can be read of damaged work, and says what throwing it away means', async () => {
    const main = fakeBridge();
    main.bridge.listUnsaved.mockResolvedValue([
      { workId: 'w', fileName: 'Returns.meander', title: '', edits: 0, lastEditAt: now, isDamaged: true },
    ]);
    await renderApp({}, main);
    expect(await screen.findByText(/Damaged, Today 14:30\. It cannot be continued/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect((await screen.findByRole('alertdialog')).textContent).toContain('nobody knows what it holds');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Take over what can be read' }));
    expect(main.bridge.salvageUnsaved).toHaveBeenCalledWith('w');
  });

  test('says what is being opened, and lets it be given up', async () => {
    const { bridge, tell } = await startWith();
    act(() => tell('opening', 'Far away.meander'));
    expect(screen.getByText('Opening “Far away.meander”…')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(bridge.cancelOpening).toHaveBeenCalled();
    act(() => tell('opening', null));
    expect(screen.queryByText(/Opening/)).toBeNull();
  });

  test('opens files dropped anywhere on the window', async () => {
    const { bridge } = await startWith();
    const files = [new File(['x'], 'Dress.meander'), new File(['y'], 'Yoga.meander')];
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { files, types: ['Files'] } });
    act(() => {
      window.dispatchEvent(drop);
    });
    expect(drop.defaultPrevented).toBe(true);
    expect(bridge.openDropped).toHaveBeenCalledWith(files);
  });

  test('changes language and look while one watches', async () => {
    const { bridge, tell } = await startWith();
    await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
    await userEvent.click(await screen.findByRole('radio', { name: 'Nederlands' }));
    expect(bridge.changeSettings).toHaveBeenCalledWith({ language: 'nl' });
    act(() =>
      tell('settings', {
        settings: { ...SETTINGS, language: 'nl', theme: 'dark' },
        language: 'nl',
        theme: 'dark',
      }),
    );
    expect(await screen.findByText('Teken de weg die je klanten echt gaan.')).toBeTruthy();
    expect(document.documentElement.lang).toBe('nl');
    expect(document.documentElement.dataset.theme).toBe('dark');
  });

  test('has no serious fault for those who cannot see or point', async () => {
    await startWith();
    expect(await findAccessFaults(document.body)).toEqual([]);
  });
});
