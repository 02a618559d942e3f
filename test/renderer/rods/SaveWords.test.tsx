import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CommitFault, SaveState } from '../../../shared/ipc/projectStore.ts';
import { success } from '../../../shared/util/result.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { SETTINGS } from '../../fixtures/settings.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const SAVED: SaveState = {
  fileName: 'Dress.meander',
  unsavedEdits: 0,
  savedAt: new Date(2025, 5, 12, 14, 2).getTime(),
  readOnly: false,
};

async function open(save: Partial<SaveState> = {}) {
  const project = openedProject(smallProject(), { save: { ...SAVED, ...save } });
  const main = fakeBridge(project);
  return renderApp({ project }, main);
}

function words(): string | null {
  return (
    screen.getAllByRole('banner').flatMap((banner) => within(banner).queryAllByRole('status'))[0]?.textContent ?? null
  );
}

/** Makes an edit, as a tool would. */
function edit({ app }: Awaited<ReturnType<typeof open>>): void {
  const [project] = [...smallProject().values()].filter(({ type }) => type === 'project');
  if (project?.type !== 'project') throw new Error('There is no project');
  const changed = { ...project, title: `${project.title}!` };
  const diff = { added: new Map(), updated: new Map([[project.id, [project, changed] as const]]), removed: new Map() };
  act(() => app.editor.accept('edit.test', diff));
}

describe('where the work is safe stands in the upper rod:', () => {
  test('in no file yet', async () => {
    await open({ fileName: null, savedAt: null });
    expect(words()).toBe('Not saved yet');
  });

  test('in its file, since when', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(new Date(2025, 5, 12, 15, 0).getTime());
    await open();
    expect(words()).toBe('Saved to Dress, 14:02');
  });

  test('in a file of a long name, or of one that turns what is read, without taking the room of the rest', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(new Date(2025, 5, 12, 15, 0).getTime());
    await open({ fileName: `\u202e${'Journey '.repeat(20)}.meander` });
    expect(words()).toBe('Saved to \ufffdJourney Journey Journey Journe…, 14:02');
  });

  test('on this computer, while the file lacks something', async () => {
    await open({ unsavedEdits: 3 });
    expect(words()).toBe('Kept on this computer');
  });

  test('on this computer and soon in the file, when it is saved by itself', async () => {
    const project = openedProject(smallProject(), { save: { ...SAVED, unsavedEdits: 3 } });
    await renderApp({ project, settings: { ...SETTINGS, autosave: true } }, fakeBridge(project));
    expect(words()).toBe('Kept on this computer, soon in the file');
  });

  test('on this computer, when the file is read-only', async () => {
    await open({ readOnly: true });
    expect(words()).toBe('Read-only file, kept on this computer');
  });

  test('not yet written while a disk does not answer, and then kept', async () => {
    const rendered = await open();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
    let answer = (_save: unknown): void => undefined;
    rendered.bridge.commit.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    edit(rendered);
    await act(async () => undefined);
    await act(async () => vi.advanceTimersByTime(1_900));
    expect(words()).not.toContain('Not yet written');
    await act(async () => vi.advanceTimersByTime(200));
    expect(words()).toBe('Not yet written, trying again');
    await act(async () => answer(success({ ...SAVED, unsavedEdits: 1 })));
    await act(async () => vi.advanceTimersByTime(50));
    expect(words()).toBe('Kept on this computer');
  });

  test.each([
    [{ code: 'diskFull' }, 'Changes are no longer kept'],
    [{ code: 'storageFailed', detail: '' }, 'Changes are no longer kept'],
    [{ code: 'damaged', detail: '' }, 'Damaged on this computer, no longer kept'],
  ] satisfies readonly (readonly [CommitFault, string])[])('nowhere, after %j', async (reason, said) => {
    const rendered = await open();
    rendered.bridge.commit.mockResolvedValue({ ok: false, reason });
    edit(rendered);
    await act(async () => undefined);
    expect(words()).toBe(said);
  });
});
