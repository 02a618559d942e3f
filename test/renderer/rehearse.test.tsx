import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { showProject } from '../../renderer/commands/openProject.ts';
import { rehearse } from '../../renderer/rehearsal/rehearse.tsx';
import { openedProject } from '../fixtures/openedProject.ts';
import { smallProject } from '../fixtures/projects.ts';
import { windowStart } from './support/fakeBridge.ts';
import { renderApp } from './support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('A rehearsal paints a map, asks main for nothing and leaves the window as it was', async () => {
  const { app, bridge } = await renderApp();
  const [page, title, focus] = [document.body.innerHTML, document.title, document.activeElement];
  const mark = vi.spyOn(performance, 'mark');
  for (const method of Object.values(bridge)) method.mockClear();

  await act(() => rehearse(app, windowStart()));

  expect(mark).toHaveBeenCalledWith('meander:opened');
  expect(performance.getEntriesByName('meander:opened')).toEqual([]);
  expect(document.body.innerHTML).toBe(page);
  expect([document.title, document.activeElement]).toEqual([title, focus]);
  expect(app.documents.getState().document).toBeNull();
  const asked = Object.entries(bridge).filter(([, method]) => method.mock.calls.length > 0);
  expect(asked.map(([name]) => name)).toEqual([]);
});

test('A rehearsal stops when a project is opened', async () => {
  const { app } = await renderApp();
  await act(async () => {
    const rehearsed = rehearse(app, windowStart());
    showProject(app, openedProject(smallProject()));
    await rehearsed;
  });
  expect(document.querySelectorAll('[role="application"]')).toHaveLength(1);
});
