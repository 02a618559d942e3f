import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../renderer/App.tsx';
import { runCommand } from '../../renderer/commands/runCommand.ts';
import type { OpenedProject } from '../../shared/ipc/bridge.ts';
import { failure, success } from '../../shared/util/result.ts';
import { openedProject } from '../fixtures/openedProject.ts';
import { smallProject } from '../fixtures/projects.ts';
import { SETTINGS } from '../fixtures/settings.ts';
import { fakeBridge } from './support/fakeBridge.ts';
import { findAccessFaults } from './support/findFaults.ts';
import { renderApp } from './support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const unsaved = { fileName: 'Dress.meander', unsavedEdits: 3, savedAt: 1, readOnly: false };

function edit(fields: Partial<OpenedProject> = {}) {
  const project = openedProject(smallProject(), fields);
  return renderApp({ project }, fakeBridge(project));
}

describe('the panels', () => {
  test('list maps, and show another one when it is chosen', async () => {
    const { app } = await edit();
    const maps = screen.getByRole('navigation', { name: 'Contents of the project' });
    expect(
      within(maps)
        .getByRole('button', { name: /^Today/ })
        .getAttribute('aria-current'),
    ).toBe('true');
    await userEvent.click(within(maps).getByRole('button', { name: /^Later/ }));
    expect(app.session.getState().map).toBe('map:later');
    expect(app.scene.getState().shown?.map).toBe('map:later');
  });

  test('say who of the personas is not on the map', async () => {
    await edit();
    expect(screen.getByText('Not shown on this map').closest('li')?.textContent).toContain('Marieke');
  });

  test('count what lies in each lane and mark a hidden one', async () => {
    await edit();
    const lane = (name: string) => screen.getByText(name).closest('li')?.textContent;
    expect(lane('Pain points')).toContain('3 cards');
    expect(lane('Emotions')).toContain('3 points');
    expect(lane('Remarks')).toContain('Hidden');
  });

  test('show loose notes and no pinned one', async () => {
    await edit();
    expect(screen.getByText('Ask about returns')).toBeTruthy();
    expect(screen.queryByText('Check this')).toBeNull();
  });

  test('tell the facts of the map shown', async () => {
    await edit();
    const facts = screen.getByRole('complementary', { name: 'About this map' }).textContent;
    for (const fact of ['2 stages', '4 steps', '10 cards', '2 pain points', '1 opportunity', '1 moment of truth']) {
      expect(facts).toContain(fact);
    }
  });

  test('fold and unfold', async () => {
    const { app } = await edit();
    await userEvent.click(screen.getByRole('button', { name: 'Fold the right panel' }));
    expect(screen.queryByRole('complementary')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Unfold the right panel' }));
    expect(screen.getByRole('complementary')).toBeTruthy();
    await act(() => runCommand(app, 'view.toggleLeftPanel'));
    expect(screen.getByRole('button', { name: 'Unfold the left panel' }).getAttribute('aria-expanded')).toBe('false');
  });
});

describe('the rods', () => {
  test('say that the work is in the file', async () => {
    await edit({ save: { ...unsaved, unsavedEdits: 0, savedAt: Date.now() } });
    expect(screen.getByText(/^Saved to Dress, \d\d:\d\d$/)).toBeTruthy();
  });

  test('say that the file lacks something', async () => {
    await edit({ save: unsaved });
    expect(screen.getByText('Kept on this computer')).toBeTruthy();
  });

  test('say that there is no file yet, and name the window after the project', async () => {
    await edit({ save: { fileName: null, unsavedEdits: 0, savedAt: null, readOnly: false } });
    expect(screen.getByText('Not saved yet')).toBeTruthy();
    expect(document.title).toBe('Party dress – Meander');
  });

  test('open the command menu at the logo', async () => {
    const { bridge } = await edit();
    await userEvent.click(screen.getByRole('button', { name: 'Menu' }));
    expect(bridge.popupMenu).toHaveBeenCalledWith(0, 0);
  });

  test('have the window buttons where the system draws none', async () => {
    const { bridge } = await edit();
    await userEvent.click(screen.getByRole('button', { name: 'Minimise' }));
    await userEvent.click(screen.getByRole('button', { name: 'Maximise' }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(bridge.minimizeWindow).toHaveBeenCalled();
    expect(bridge.toggleMaximized).toHaveBeenCalled();
    expect(bridge.run).toHaveBeenCalledWith('file.closeWindow');
  });

  test('follow the zoom', async () => {
    const { app } = await edit();
    act(() => {
      app.camera.resizeView({ width: 800, height: 600 });
      app.camera.zoomTo(1.5);
    });
    expect(screen.getByText('150 %')).toBeTruthy();
    const slider = screen.getByRole('slider', { name: 'Zoom' });
    expect(slider.getAttribute('aria-valuetext')).toBe('150 %');
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    expect(screen.getByText('200 %')).toBeTruthy();
  });
});

test('moving the camera renders no component', async () => {
  const { app } = await edit();
  cleanup();
  const rendered = vi.fn();
  render(
    <Profiler id="window" onRender={rendered}>
      <App app={app} />
    </Profiler>,
  );
  act(() => app.camera.resizeView({ width: 800, height: 600 }));
  rendered.mockClear();
  act(() => {
    for (let step = 0; step < 20; step++) app.camera.panBy(10, 5);
    app.camera.zoomTo(2);
    app.camera.fit();
  });
  expect(rendered).not.toHaveBeenCalled();
  expect(screen.getByText(/%$/)).toBeTruthy();
});

describe('leaving a project', () => {
  test('asks when the file lacks something, and stays when told so', async () => {
    const { bridge, tell } = await edit({ save: unsaved });
    act(() => tell('closeRequested', null));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('Save the changes to “Dress”?');
    expect(dialog.textContent).toContain('3 changes are kept on this computer');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(bridge.confirmClose).toHaveBeenCalledWith(false);
  });

  test('saves first when asked to', async () => {
    const { bridge, tell } = await edit({ save: unsaved });
    act(() => tell('closeRequested', null));
    await userEvent.click(await screen.findByRole('button', { name: 'Save and close' }));
    expect(bridge.save).toHaveBeenCalledWith('document:1', false);
    await waitFor(() => expect(bridge.confirmClose).toHaveBeenCalledWith(true));
  });

  test('stays when saving fails', async () => {
    const project = openedProject(smallProject(), { save: unsaved });
    const main = fakeBridge(project);
    main.bridge.save.mockResolvedValue(failure({ code: 'diskFull', needed: 12_000_000 }));
    await renderApp({ project }, main);
    act(() => main.tell('closeRequested', null));
    await userEvent.click(await screen.findByRole('button', { name: 'Save and close' }));
    await waitFor(() => expect(main.bridge.confirmClose).toHaveBeenCalledWith(false));
    expect((await screen.findByRole('alertdialog')).textContent).toContain('Free 12 MB or save elsewhere');
  });

  test('asks nothing when the file has everything', async () => {
    const { bridge, tell } = await edit();
    act(() => tell('closeRequested', null));
    await waitFor(() => expect(bridge.confirmClose).toHaveBeenCalledWith(true));
  });

  test('leads back to the start screen', async () => {
    const { app, bridge } = await edit();
    await act(() => runCommand(app, 'file.closeProject'));
    expect(bridge.closeProject).toHaveBeenCalledWith('document:1');
    expect(screen.getByRole('button', { name: /New map/ })).toBeTruthy();
  });
});

describe('saving', () => {
  test('asks for the author’s name once', async () => {
    const { app, bridge, tell } = await edit({ save: unsaved });
    app.settings.setState({ settings: { ...SETTINGS, author: '' } });
    let saved: Promise<unknown> = Promise.resolve();
    act(() => {
      saved = runCommand(app, 'file.save');
    });
    const name = await screen.findByRole('textbox', { name: 'Your name' });
    expect((name as HTMLInputElement).value).toBe('noor');
    await userEvent.clear(name);
    await userEvent.type(name, 'Noor{Enter}');
    await act(() => saved);
    expect(bridge.changeSettings).toHaveBeenCalledWith({ author: 'Noor' });
    expect(bridge.save).toHaveBeenCalledOnce();
    act(() =>
      tell('settings', {
        settings: SETTINGS,
        language: 'en',
        theme: 'light',
      }),
    );
    await act(() => runCommand(app, 'file.save'));
    expect(screen.queryByRole('textbox', { name: 'Your name' })).toBeNull();
  });

  test.each([
    [{ code: 'notWritable', detail: '' }, 'cannot be written.'],
    [{ code: 'nameTooLong' }, 'That name is too long.'],
    [{ code: 'notAFile' }, 'A folder or something else stands there.'],
  ] as const)('offers another place when the file cannot be written: %j', async (fault, words) => {
    const project = openedProject(smallProject(), { save: unsaved });
    const main = fakeBridge(project);
    main.bridge.save.mockResolvedValue(failure(fault));
    const { app } = await renderApp({ project }, main);
    await act(() => runCommand(app, 'file.save'));
    expect(screen.getByRole('alertdialog').textContent).toContain(words);
    await userEvent.click(await screen.findByRole('button', { name: 'Save elsewhere' }));
    expect(main.bridge.saveAs).toHaveBeenCalledWith('document:1', false);
  });
});

describe('exporting', () => {
  test('makes a PDF as chosen and shows where it is', async () => {
    const { bridge } = await edit();
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /PDF/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('radio', { name: 'A3' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Export' }));
    expect(bridge.exportFile).toHaveBeenCalledWith('document:1', {
      of: 'map:today',
      format: 'pdf',
      paper: 'A3',
      scale: 2,
      theme: 'light',
    });
    expect(await screen.findByText('Saved as Dress.pdf')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(bridge.showExported).toHaveBeenCalled();
  });

  test('shows how far it is, and can be stopped', async () => {
    const project = openedProject(smallProject());
    const main = fakeBridge(project);
    let end: (outcome: unknown) => void = () => undefined;
    main.bridge.exportFile.mockReturnValue(
      new Promise((resolve) => {
        end = resolve;
      }),
    );
    const { app } = await renderApp({ project }, main);
    await act(() => runCommand(app, 'file.exportPng'));
    await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
    act(() => main.tell('exportProgress', { done: 0.42 }));
    expect(screen.getByText('42 % done')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(main.bridge.cancelExport).toHaveBeenCalled();
    await act(async () => end(failure({ code: 'cancelled' })));
    expect(screen.getByRole('radio', { name: 'PNG' }).getAttribute('aria-checked')).toBe('true');
  });

  test('says why there is no file', async () => {
    const project = openedProject(smallProject());
    const main = fakeBridge(project);
    main.bridge.exportFile.mockResolvedValue(failure({ code: 'diskFull' }));
    const { app } = await renderApp({ project }, main);
    await act(() => runCommand(app, 'file.exportPdf'));
    await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  });
});

test('news of an opened file stands over the map until it is put away', async () => {
  const { bridge } = await edit({ recoveredEdits: 2, file: 'gone', save: unsaved });
  expect(screen.getByText(/not at its place any more/)).toBeTruthy();
  const line = screen.getByText(/2 changes from an earlier time/).parentElement;
  if (line === null) throw new Error('The line stands nowhere');
  bridge.save.mockResolvedValue(success({ ...unsaved, unsavedEdits: 0 }));
  await userEvent.click(within(line).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByText(/2 changes from an earlier time/)).toBeNull());
});

test('work of an earlier time is in the file once it is saved, however that was asked for', async () => {
  const { app, bridge } = await edit({ recoveredEdits: 1, save: unsaved });
  bridge.save.mockResolvedValue(success({ ...unsaved, unsavedEdits: 0 }));
  await act(() => runCommand(app, 'file.save'));
  expect(screen.queryByText(/not in the file yet/)).toBeNull();
});

test('the editor has no serious fault for those who cannot see or point', async () => {
  const { app } = await edit({ recoveredEdits: 1 });
  expect(await findAccessFaults(document.body)).toEqual([]);
  await act(() => runCommand(app, 'file.exportPdf'));
  await screen.findByRole('dialog');
  expect(await findAccessFaults(document.body)).toEqual([]);
});
