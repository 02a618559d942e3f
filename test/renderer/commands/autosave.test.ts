import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Application, createApplication } from '../../../renderer/application.ts';
import { followPauses } from '../../../renderer/commands/autosave.ts';
import { closeProject, onCloseRequested } from '../../../renderer/commands/closeProject.ts';
import { showProject } from '../../../renderer/commands/openProject.ts';
import type { SaveState } from '../../../shared/ipc/projectStore.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { SETTINGS } from '../../fixtures/settings.ts';
import { type FakeBridge, fakeBridge, windowStart } from '../support/fakeBridge.ts';
import { installWindow } from '../support/renderApp.tsx';

const SAVED: SaveState = { fileName: 'Dress.meander', unsavedEdits: 0, savedAt: 1, readOnly: false };
const KEPT: SaveState = { ...SAVED, unsavedEdits: 1 };
/** Longer than the pause after which a project is saved, in milliseconds. */
const LONG = 25_000;

let app: Application;
let main: FakeBridge;
let stop: () => void = () => undefined;

function start(save: SaveState = SAVED, autosave = true): void {
  const project = openedProject(smallProject(), { save });
  main = fakeBridge(project);
  main.bridge.commit.mockImplementation(() => Promise.resolve(success({ ...save, unsavedEdits: 1 })));
  main.bridge.save.mockImplementation(() => Promise.resolve(success(SAVED)));
  app = createApplication(main.bridge, windowStart({ settings: { ...SETTINGS, autosave } }));
  showProject(app, project);
  stop = followPauses(app);
}

/** Makes an edit, as a tool would. */
async function edit(): Promise<void> {
  const [project] = [...(app.editor.records?.values() ?? [])].filter(({ type }) => type === 'project');
  if (project?.type !== 'project') throw new Error('There is no project');
  const changed = { ...project, title: `${project.title}!` };
  app.editor.accept('edit.test', {
    added: new Map(),
    updated: new Map([[project.id, [project, changed] as const]]),
    removed: new Map(),
  });
  await app.settleEdits();
}

const pause = (milliseconds = LONG) => vi.advanceTimersByTimeAsync(milliseconds);
const told = () => app.session.getState().news.map(({ kind }) => kind);

beforeEach(() => {
  installWindow();
  vi.useFakeTimers();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a project is saved by itself', () => {
  test('when nobody edits for a while, and once', async () => {
    start();
    await edit();
    await pause(15_000);
    await edit();
    await pause(15_000);
    expect(main.bridge.save).not.toHaveBeenCalled();
    await pause();
    expect(main.bridge.save).toHaveBeenCalledExactlyOnceWith(app.documents.getState().document?.handle, false);
    expect(app.documents.getState().document?.save).toEqual(SAVED);
    await pause(10 * LONG);
    expect(main.bridge.save).toHaveBeenCalledTimes(1);
  });

  test('also what an earlier time left unsaved, as soon as it is wanted', async () => {
    start(KEPT, false);
    await pause();
    expect(main.bridge.save).not.toHaveBeenCalled();
    app.settings.setState({ settings: { ...SETTINGS, autosave: true } });
    await pause();
    expect(main.bridge.save).toHaveBeenCalledTimes(1);
  });

  test('not while it is not wanted, has no file, or a file that cannot be written', async () => {
    const cases: readonly (readonly [SaveState, boolean])[] = [
      [SAVED, false],
      [{ ...SAVED, fileName: null, savedAt: null }, true],
      [{ ...SAVED, readOnly: true }, true],
    ];
    for (const [save, autosave] of cases) {
      start(save, autosave);
      await edit();
      await pause();
      expect(main.bridge.save).not.toHaveBeenCalled();
      expect(main.bridge.saveAs).not.toHaveBeenCalled();
      stop();
    }
  });

  test('after the gesture under way', async () => {
    start();
    await edit();
    app.editing.setState({ gesture: { kind: 'link', from: 'card:none' } as never });
    await pause();
    expect(main.bridge.save).not.toHaveBeenCalled();
    app.editing.setState({ gesture: null });
    await pause();
    expect(main.bridge.save).toHaveBeenCalledTimes(1);
  });

  test('or says in a line, and not in a dialog, that it was not, and tries again after the next edit', async () => {
    start();
    main.bridge.save.mockImplementationOnce(() => Promise.resolve(failure({ code: 'diskFull' })));
    await edit();
    await pause();
    expect(told()).toEqual(['notAutosaved']);
    expect(app.session.getState().notice).toBeNull();
    await pause(10 * LONG);
    expect(main.bridge.save).toHaveBeenCalledTimes(1);
    await edit();
    await pause();
    expect(main.bridge.save).toHaveBeenCalledTimes(2);
    expect(told()).toEqual([]);
  });

  test('but never over what somebody else saved meanwhile', async () => {
    start();
    main.bridge.save.mockImplementation(() => Promise.resolve(failure({ code: 'changedOnDisk' })));
    await edit();
    await pause();
    expect(told()).toEqual(['fileChanged']);
    expect(main.bridge.joinCompared).not.toHaveBeenCalled();
  });

  test('before its window or the project is closed, without a question', async () => {
    start();
    await edit();
    await onCloseRequested(app);
    expect(main.bridge.save).toHaveBeenCalledTimes(1);
    expect(main.bridge.confirmClose).toHaveBeenCalledExactlyOnceWith(true);
    await edit();
    await closeProject(app);
    expect(main.bridge.save).toHaveBeenCalledTimes(2);
    expect(app.documents.getState().document).toBeNull();
  });

  test('and where that fails the person is asked', async () => {
    start();
    main.bridge.save.mockImplementation(() => Promise.resolve(failure({ code: 'diskFull' })));
    await edit();
    await onCloseRequested(app);
    expect(main.bridge.confirmClose).not.toHaveBeenCalled();
    expect(app.session.getState().closing).toBe('window');
  });
});
