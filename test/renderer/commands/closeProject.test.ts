import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Application, createApplication } from '../../../renderer/application.ts';
import { onCloseRequested } from '../../../renderer/commands/closeProject.ts';
import { showProject } from '../../../renderer/commands/openProject.ts';
import { saveProject } from '../../../renderer/commands/saveProject.ts';
import type { EditMessage, SaveState } from '../../../shared/ipc/projectStore.ts';
import { getRecord } from '../../../shared/records/records.ts';
import { success } from '../../../shared/util/result.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { type FakeBridge, fakeBridge, windowStart } from '../support/fakeBridge.ts';
import { installWindow } from '../support/renderApp.tsx';

const SAVED: SaveState = { fileName: 'Dress.meander', unsavedEdits: 0, savedAt: 1, readOnly: false };

let app: Application;
let main: FakeBridge;

beforeEach(() => {
  installWindow();
  const project = openedProject(smallProject(), { save: SAVED });
  main = fakeBridge(project);
  main.bridge.commit.mockImplementation(() => Promise.resolve(success({ ...SAVED, unsavedEdits: 1 })));
  app = createApplication(main.bridge, windowStart());
  showProject(app, project);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The texts of a card in the order main was told of them. */
function sentTexts(): readonly unknown[] {
  return main.bridge.commit.mock.calls.map(([, edit]) => {
    const { diff } = edit as EditMessage;
    const [, changed] = [...diff.updated.values()][0] ?? [];
    return changed?.type === 'card' ? changed.text : null;
  });
}

function typeIntoCard(text: string): void {
  app.tools.sessions.start({ kind: 'card', id: 'card:slow' });
  app.tools.sessions.type(text);
}

describe('what was typed a moment ago', () => {
  test('is part of the project that is left, and asked about', async () => {
    typeIntoCard('Slow, and then a wórd');
    await onCloseRequested(app);
    expect(app.session.getState().closing).toBe('window');
    expect(main.bridge.confirmClose).not.toHaveBeenCalled();
    expect(getRecord(app.editor.records ?? new Map(), 'card:slow')?.text).toBe('Slow, and then a wórd');
    await app.settleEdits();
    expect(sentTexts()).toEqual(['Slow, and then a wórd']);
  });

  test('is saved with the rest, after all edits before it, and can be typed on', async () => {
    main.bridge.save.mockImplementation(() => {
      expect(sentTexts()).toEqual(['Slow 中文']);
      return Promise.resolve(success(SAVED));
    });
    typeIntoCard('Slow 中文');
    expect(await saveProject(app, 'own')).toBe(true);
    expect(main.bridge.save).toHaveBeenCalledTimes(1);
    expect(app.editing.getState().text).toMatchObject({ text: 'Slow 中文' });
  });

  test('in a field of its own becomes what it was typed for, before a save and before leaving', async () => {
    const keep = vi.fn();
    const forget = app.drafts.add(keep);
    await saveProject(app, 'own');
    expect(keep).toHaveBeenCalledTimes(1);
    await onCloseRequested(app);
    expect(keep).toHaveBeenCalledTimes(2);
    forget();
    await onCloseRequested(app);
    expect(keep).toHaveBeenCalledTimes(2);
  });
});

test('a window in which nothing was edited closes without a question', async () => {
  await onCloseRequested(app);
  expect(main.bridge.confirmClose).toHaveBeenCalledExactlyOnceWith(true);
});
