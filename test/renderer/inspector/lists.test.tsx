import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { recordsOfType } from '../../../shared/records/records.ts';
import { indexRecords } from '../../../shared/store/recordIndex.ts';
import { drawFrame } from '../support/renderApp.tsx';
import { renderPanels } from './renderPanels.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the list of maps', () => {
  test('adds a map with lanes and shows it', async () => {
    const { app, left } = await renderPanels();
    await userEvent.click(left().getByRole('button', { name: 'New map' }));
    const { map } = app.session.getState();
    expect(map).not.toBe('map:today');
    const index = indexRecords(app.editor.records ?? new Map());
    expect(map !== null && index.children(map, 'lane')).toHaveLength(6);
  });

  test('moves and renames a map by keys', async () => {
    const { app, left, read } = await renderPanels();
    left()
      .getByRole('button', { name: /^Today/ })
      .focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    const maps = () => indexRecords(app.editor.records ?? new Map()).roots('map');
    expect(maps().map(({ id }) => id)).toEqual(['map:later', 'map:today']);
    left()
      .getByRole('button', { name: /^Later/ })
      .focus();
    await userEvent.keyboard('{F2}');
    await userEvent.keyboard('Next year{Enter}');
    expect(read('map:later').title).toBe('Next year');
  });

  test('asks before a map goes, and shows another one then', async () => {
    const { app, left, has } = await renderPanels();
    left()
      .getByRole('button', { name: /^Today/ })
      .focus();
    await userEvent.keyboard('{Delete}');
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain('10 cards');
    await userEvent.click(within(question).getByRole('button', { name: 'Delete' }));
    expect(has('map:today')).toBe(false);
    expect(app.session.getState().map).toBe('map:later');
  });
});

describe('the list of lanes', () => {
  test('selects, hides and reorders', async () => {
    const { app, left, read } = await renderPanels();
    const pains = left().getByRole('button', { name: /^Pain points/ });
    await userEvent.click(pains);
    expect(app.editing.getState().selection).toEqual(['lane:pains']);
    await userEvent.click(left().getByRole('button', { name: 'Hide Pain points' }));
    expect(read('lane:pains').hidden).toBe(true);
    pains.focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    const lanes = indexRecords(app.editor.records ?? new Map()).children('map:today', 'lane');
    expect(lanes.findIndex(({ id }) => id === 'lane:pains')).toBe(3);
  });

  test('adds a lane of a kind and selects it', async () => {
    const { left, right } = await renderPanels();
    await userEvent.click(left().getByRole('button', { name: 'New lane' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Measures' }));
    await drawFrame();
    expect(right().getByRole('heading', { name: 'Lane' })).toBeTruthy();
    expect(right().getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Measures');
  });

  test('asks where the cards of a lane go', async () => {
    const { left, has, read } = await renderPanels();
    left()
      .getByRole('button', { name: /^Pain points/ })
      .focus();
    await userEvent.keyboard('{Delete}');
    const question = await screen.findByRole('alertdialog');
    await userEvent.selectOptions(within(question).getByRole('combobox', { name: 'Where to' }), 'Thoughts');
    await userEvent.click(within(question).getByRole('button', { name: 'Move to “Thoughts”' }));
    expect(has('lane:pains')).toBe(false);
    expect(read('card:slow').lane).toBe('lane:thoughts');
  });
});

describe('the list of personas', () => {
  test('adds somebody to the map and opens their page', async () => {
    const { app, left } = await renderPanels();
    await userEvent.click(left().getByRole('button', { name: 'New persona' }));
    expect(await screen.findByRole('dialog', { name: 'New person' })).toBeTruthy();
    expect(recordsOfType(app.editor.records ?? new Map(), 'persona')).toHaveLength(3);
  });

  test('shows and hides on the map', async () => {
    const { left, read } = await renderPanels();
    await userEvent.click(left().getByRole('button', { name: 'Show Marieke on this map' }));
    expect(read('map:today').hiddenPersonas).toEqual([]);
  });

  test('asks before a curve goes with somebody', async () => {
    const { left, has } = await renderPanels();
    left()
      .getByRole('button', { name: /^Sarah/ })
      .focus();
    await userEvent.keyboard('{Delete}');
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain('2 feelings');
    await userEvent.click(within(question).getByRole('button', { name: 'Delete' }));
    expect(has('persona:sarah')).toBe(false);
    expect(has('card:dear')).toBe(true);
  });
});

describe('the inbox', () => {
  test('makes a note of what was typed before the project is saved or left', async () => {
    const { app, left } = await renderPanels();
    await userEvent.click(left().getByRole('button', { name: 'New note' }));
    await userEvent.type(left().getByRole('textbox', { name: 'New note' }), 'Cadeauverpakking é');
    act(() => app.drafts.keepAll());
    const texts = recordsOfType(app.editor.records ?? new Map(), 'note').map(({ text }) => text);
    expect(texts).toContain('Cadeauverpakking é');
    expect(left().getByRole('textbox', { name: 'New note' })).toHaveProperty('value', '');
  });

  test('marks the note that was found, and opens when it was folded', async () => {
    const { app, left } = await renderPanels();
    app.session.setState({ leftPanel: false });
    act(() => {
      app.finder.open();
      app.finder.seek('Gift wrapping');
      app.finder.goTo(0);
    });
    expect(app.session.getState().leftPanel).toBe(true);
    expect(left().getByDisplayValue('Gift wrapping').closest('[data-found]')).not.toBeNull();
    act(() => app.finder.close());
    expect(left().getByDisplayValue('Gift wrapping').closest('[data-found]')).toBeNull();
  });

  test('makes as many notes as a pasted list has lines', async () => {
    const { app, left } = await renderPanels();
    await userEvent.click(left().getByRole('button', { name: 'New note' }));
    fireEvent.paste(left().getByRole('textbox', { name: 'New note' }), {
      clipboardData: { getData: () => 'One\nTwo\n\nThree' },
    });
    const texts = recordsOfType(app.editor.records ?? new Map(), 'note').map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['One', 'Two', 'Three']));
  });

  test('lets a note be changed where it stands', async () => {
    const { left, read, entries } = await renderPanels();
    await userEvent.type(left().getByDisplayValue('Gift wrapping'), '?');
    expect(read('note:second').text).toBe('Gift wrapping?');
    expect(entries()).toBe(1);
  });
});
