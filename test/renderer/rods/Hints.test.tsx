import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { setCardKind } from '../../../shared/edits/cards.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { drawFrame, renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function edit(language: 'en' | 'nl' = 'en') {
  const project = openedProject(smallProject());
  return renderApp({ project, language }, fakeBridge(project));
}

/** The title of the hints and the words of each. */
const hints = async (title: string) => {
  await drawFrame();
  const section = screen.getByRole('heading', { name: title }).parentElement;
  return [...(section?.querySelectorAll('li') ?? [])].map((item) => item.textContent);
};

test('the hints tell four keys for what has the focus', async () => {
  const { app } = await edit();
  expect(await hints('Looking at the map')).toEqual(['Arrows walk', 'Ctrlwheel zoom', 'Shift1 whole map', '? keys']);
  act(() => app.editor.goTo({ kind: 'card', id: 'card:slow' }));
  expect(await hints('Pain point selected')).toEqual(['Enter edit', 'N new', 'E evidence', '? keys']);
  act(() => app.editor.goTo({ kind: 'emotion', id: 'emotion:curious' }));
  expect(await hints('Feeling selected')).toHaveLength(4);
  act(() => app.editor.goTo({ kind: 'cell', lane: 'lane:pains', step: 'step:ad' }));
  expect((await hints('Empty cell'))[0]).toBe('Any letter begin a card');
  act(() => app.editor.goTo({ kind: 'step', id: 'step:ad' }));
  expect((await hints('Step selected'))[0]).toBe('Enter rename');
  act(() => app.tools.actions.editHere());
  // A name is one line.
  expect((await hints('Typing')).join()).not.toContain('new line');
  act(() => {
    app.tools.sessions.end();
    app.editor.goTo({ kind: 'card', id: 'card:slow' });
    app.tools.actions.editHere();
  });
  expect((await hints('Typing')).join()).toContain('new line');
  act(() => {
    app.tools.sessions.end();
    app.editor.select(['card:slow', 'card:fee']);
  });
  expect(await hints('2 selected')).toHaveLength(4);
});

test('the hints follow a card that becomes another kind', async () => {
  const { app } = await edit();
  act(() => app.editor.goTo({ kind: 'card', id: 'card:slow' }));
  expect(await hints('Pain point selected')).toHaveLength(4);
  act(() => void app.editor.edit(setCardKind, { cards: ['card:slow'], kind: 'dropOff' }));
  expect(await hints('Drop-off selected')).toHaveLength(4);
});

test('the hints speak Dutch', async () => {
  const { app } = await edit('nl');
  act(() => app.editor.goTo({ kind: 'card', id: 'card:slow' }));
  expect((await hints('Pijnpunt geselecteerd'))[0]).toBe('Enter bewerk');
});
