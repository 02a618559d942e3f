import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { changePersona } from '../../../shared/edits/personas.ts';
import { saidLines } from '../../../shared/records/persona.ts';
import { failure } from '../../../shared/util/result.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderPanels } from './renderPanels.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function openPage() {
  const rendered = await renderPanels();
  act(() => rendered.app.session.setState({ persona: 'persona:sarah' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sarah' });
  return { ...rendered, dialog, page: within(dialog) };
}

describe('the page of a persona', () => {
  test.each([
    ['Name', 'name'],
    ['Age', 'age'],
    ['Place', 'place'],
    ['Job', 'job'],
    ['In half a line', 'summary'],
    ['Quote', 'quote'],
    ['Note', 'note'],
  ] as const)('keeps what is typed as “%s” as one entry', async (label, field) => {
    const { page, read, entries, undo } = await openPage();
    const before = read('persona:sarah')[field];
    await userEvent.type(page.getByRole('textbox', { name: label }), 'ab');
    expect(read('persona:sarah')[field]).toBe(`${before}ab`);
    expect(entries()).toBe(1);
    undo();
    expect(read('persona:sarah')[field]).toBe(before);
  });

  test('takes back by its keys from the sheet itself, and leaves a text field its own undo', async () => {
    const { dialog, page, read } = await openPage();
    const before = read('persona:sarah').summary;
    const field = page.getByRole('textbox', { name: 'In half a line' });
    await userEvent.type(field, 'ab');
    fireEvent.keyDown(field, { key: 'z', ctrlKey: true });
    expect(read('persona:sarah').summary).toBe(`${before}ab`);
    fireEvent.keyDown(dialog, { key: 'z', ctrlKey: true });
    expect(read('persona:sarah').summary).toBe(before);
    fireEvent.keyDown(dialog, { key: 'y', ctrlKey: true });
    expect(read('persona:sarah').summary).toBe(`${before}ab`);
  });

  test('lists goals: Enter adds the next line, Backspace takes an empty one away', async () => {
    const { page, read } = await openPage();
    await userEvent.click(page.getByRole('button', { name: /^Add a line\s*\(Goals\)/ }));
    await userEvent.keyboard('Stand out{Enter}Fit well{Enter}');
    const texts = () => read('persona:sarah').goals.map(({ text }) => text);
    expect(texts()).toEqual(['Stand out', 'Fit well', '']);
    await userEvent.keyboard('{Backspace}');
    expect(texts()).toEqual(['Stand out', 'Fit well']);
    expect(document.activeElement).toHaveProperty('value', 'Fit well');
  });

  test.each(['Goals', 'Private life', 'How to be reached'])('keeps a line of “%s” as one entry', async (label) => {
    const { page, read, entries, undo, redo } = await openPage();
    const before = read('persona:sarah');
    await userEvent.click(page.getByRole('button', { name: new RegExp(`^Add a line\\s*\\(${label}\\)`) }));
    await userEvent.keyboard('ab');
    const after = read('persona:sarah');
    expect(saidLines(after)).toEqual([{ text: 'ab', evidence: 'assumption' }]);
    expect(entries()).toBe(1);
    undo();
    expect(read('persona:sarah')).toEqual(before);
    redo();
    expect(read('persona:sarah')).toEqual(after);
  });

  test('turns an assumed line into a researched one by pressing its mark, and back with E', async () => {
    const { page, read, entries, undo, redo } = await openPage();
    await userEvent.click(page.getByRole('button', { name: /^Add a line\s*\(Goals\)/ }));
    await userEvent.keyboard('Stand out{Enter}Fit well');
    const evidence = () => read('persona:sarah').goals.map((line) => line.evidence);
    const mark = page.getByRole('button', { name: 'Researched: Goals, line 1' });
    expect(page.getByText('Two lines are still assumed. Ask about them in the next round.')).toBeTruthy();
    const typed = entries();
    await userEvent.click(mark);
    expect(evidence()).toEqual(['researched', 'assumption']);
    expect(mark.getAttribute('aria-pressed')).toBe('true');
    expect(page.getByText('1 of 2 researched')).toBeTruthy();
    expect(entries()).toBe(typed + 1);
    undo();
    expect(evidence()).toEqual(['assumption', 'assumption']);
    redo();
    await userEvent.keyboard('e{ArrowDown}e');
    expect(evidence()).toEqual(['assumption', 'researched']);
    expect(page.getByText('One line is still assumed. Ask about it in the next round.')).toBeTruthy();
  });

  test('splits a researched line into two that are, and begins a new one as assumed', async () => {
    const { app, page, read } = await openPage();
    const goals = [{ text: 'A dress that fits', evidence: 'researched' }] as const;
    act(() => void app.editor.edit(changePersona, { persona: 'persona:sarah', fields: { goals } }));
    const line = page.getByRole('textbox', { name: 'Goals, line 1' });
    await userEvent.type(line, '{Enter}', { initialSelectionStart: 7, initialSelectionEnd: 7 });
    await userEvent.type(page.getByRole('textbox', { name: 'Goals, line 2' }), '{End}{Enter}');
    expect(read('persona:sarah').goals.map(({ evidence }) => evidence)).toEqual([
      'researched',
      'researched',
      'assumption',
    ]);
  });

  test('names what she is known from, and makes a source that is not there yet', async () => {
    const { page, read, undo } = await openPage();
    await userEvent.type(page.getByRole('combobox', { name: 'Add a source' }), 'Diary study{Enter}');
    const [source] = read('persona:sarah').sources;
    if (source === undefined) throw new Error('no source');
    expect(read(source).name).toBe('Diary study');
    await userEvent.click(page.getByRole('button', { name: 'Take off Diary study' }));
    expect(read('persona:sarah').sources).toEqual([]);
    undo();
    expect(read('persona:sarah').sources).toEqual([source]);
  });

  test('gets a section, which is renamed, filled, moved and removed', async () => {
    const { page, read, undo, redo } = await openPage();
    const kinds = () => read('persona:sarah').sections.map(({ kind }) => kind);
    const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
    await press('Devices');
    await press('Own section');
    expect(page.queryByRole('button', { name: 'Devices' })).toBeNull();
    // One stands in its title.
    await userEvent.keyboard('Her wardrobe');
    await userEvent.click(page.getByRole('button', { name: /^Add a line\s*\(Her wardrobe\)/ }));
    await userEvent.keyboard('Full');
    expect(read('persona:sarah').sections[1]).toEqual({
      kind: 'own',
      title: 'Her wardrobe',
      lines: [{ text: 'Full', evidence: 'assumption' }],
    });
    await press('More for Her wardrobe');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move up' }));
    expect(kinds()).toEqual(['own', 'devices']);
    await press('More for Her wardrobe');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove the section' }));
    expect(kinds()).toEqual(['devices']);
    undo();
    expect(kinds()).toEqual(['own', 'devices']);
    undo();
    expect(kinds()).toEqual(['devices', 'own']);
    redo();
    redo();
    expect(kinds()).toEqual(['devices']);
  });

  test('makes her card, says where it is and why there is none', async () => {
    const { page, bridge } = await openPage();
    const make = () => userEvent.click(page.getByRole('button', { name: 'Card as PDF' }));
    await make();
    expect(bridge.exportFile).toHaveBeenCalledWith('document:1', {
      of: 'persona:sarah',
      format: 'pdf',
      paper: 'A4',
      scale: 1,
      theme: 'light',
    });
    expect(await page.findByText('Saved as Dress.pdf')).toBeTruthy();
    await userEvent.click(page.getByRole('button', { name: 'Show in folder' }));
    expect(bridge.showExported).toHaveBeenCalled();
    bridge.exportFile.mockResolvedValueOnce(failure({ code: 'diskFull' }));
    await make();
    expect(await page.findByText(/The disk is full/)).toBeTruthy();
    bridge.exportFile.mockResolvedValueOnce(failure({ code: 'cancelled' }));
    await make();
    expect(page.queryByText(/The disk is full|Saved as|Making/)).toBeNull();
  });

  test('is opened for a copy, which an undo takes away again', async () => {
    const { app, page, entries, undo, has } = await openPage();
    await userEvent.click(page.getByRole('button', { name: 'Duplicate this person' }));
    const { persona } = app.session.getState();
    expect(await screen.findByRole('dialog', { name: 'Sarah, copy' })).toBeTruthy();
    expect(persona === null || persona === 'persona:sarah' || !has(persona)).toBe(false);
    expect(entries()).toBe(1);
    undo();
    expect(persona !== null && has(persona)).toBe(false);
  });

  test('describes a character by sliders between two words', async () => {
    const { page, read } = await openPage();
    await userEvent.click(page.getByRole('button', { name: 'Add a trait' }));
    await userEvent.type(page.getByRole('textbox', { name: 'One end' }), 'Price');
    await userEvent.type(page.getByRole('textbox', { name: 'Other end' }), 'Quality');
    fireEvent.change(page.getByRole('slider', { name: 'Between “Price” and “Quality”' }), { target: { value: '80' } });
    expect(read('persona:sarah').traits).toEqual([{ low: 'Price', high: 'Quality', value: 80 }]);
    await userEvent.click(page.getByRole('button', { name: 'Remove the trait Price – Quality' }));
    expect(read('persona:sarah').traits).toEqual([]);
  });

  test('gives the line another colour, dash and marker', async () => {
    const { page, read } = await openPage();
    await userEvent.click(page.getByRole('radio', { name: /^Purple/ }));
    expect(read('persona:sarah').colour).toBe('p3');
  });

  test('orders and takes off channels', async () => {
    const { page, read } = await openPage();
    await userEvent.type(page.getByRole('combobox', { name: 'Add a channel' }), 'shop{Enter}');
    const channels = () => read('persona:sarah').channels.map(({ channel }) => channel);
    expect(channels()).toEqual(['channel:social', 'channel:shop']);
    await userEvent.click(page.getByRole('button', { name: 'Take off Social' }));
    expect(channels()).toEqual(['channel:shop']);
  });

  test('says with the arrows how much a channel is liked, as one entry', async () => {
    const { page, read, entries, undo, redo } = await openPage();
    const liking = () => read('persona:sarah').channels[0]?.liking;
    const dots = page.getByRole('slider', { name: 'How much Social is liked' });
    expect(dots.getAttribute('aria-valuetext')).toBe('Not said');
    act(() => dots.focus());
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}{ArrowUp}{ArrowRight}');
    expect(liking()).toBe(3);
    expect(dots.getAttribute('aria-valuetext')).toBe('3 of 5');
    await userEvent.keyboard('5{ArrowRight}');
    expect(liking()).toBe(5);
    await userEvent.keyboard('{Home}2');
    expect([liking(), entries()]).toEqual([2, 1]);
    undo();
    expect(liking()).toBe(0);
    redo();
    expect(liking()).toBe(2);
  });

  test('fills the dots up to the one that is pressed, and empties them when it is the last that was', async () => {
    const { page, dialog, read } = await openPage();
    const dot = (at: number) => {
      const found = dialog.querySelector(`[data-dot="${at}"]`);
      if (found === null) throw new Error(`There is no dot ${at}`);
      return found;
    };
    const liking = () => read('persona:sarah').channels[0]?.liking;
    await userEvent.click(dot(4));
    expect(liking()).toBe(4);
    await userEvent.click(dot(2));
    expect(liking()).toBe(2);
    await userEvent.click(dot(2));
    expect(liking()).toBe(0);
    expect(await findAccessFaults(dialog)).toEqual([]);
    expect(page.getAllByRole('slider')).toHaveLength(1);
  });

  test('shows an icon for a portrait that is lost, wherever it stands, until another is chosen', async () => {
    const { app, page, container } = await openPage();
    const onPage = page.getByRole('group', { name: 'Portrait' });
    const pictures = () => [...document.querySelectorAll('img')];
    const [inList, inFields] = ['nav', 'aside:last-of-type'].map((where) => container.querySelector(where));
    for (const place of [inList, inFields, onPage]) expect(place?.querySelector('img')).toBeTruthy();
    for (const picture of pictures()) fireEvent.error(picture);
    expect(pictures()).toEqual([]);
    for (const place of [inList, inFields, onPage]) expect(place?.querySelector('svg.lucide-user')).toBeTruthy();
    const portrait = (asset: 'asset:face' | null) =>
      act(() => void app.editor.edit(changePersona, { persona: 'persona:sarah', fields: { portrait: asset } }));
    portrait(null);
    portrait('asset:face');
    expect(onPage.querySelector('img')).toBeTruthy();
  });

  test('says why a file is no picture', async () => {
    const { page, dialog, bridge } = await openPage();
    const input = dialog.querySelector('input[type="file"]');
    if (!(input instanceof HTMLInputElement)) throw new Error('no file field');
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined }));
    HTMLImageElement.prototype.decode = () => Promise.reject(new Error('no picture'));
    fireEvent.change(input, { target: { files: [new File(['words'], 'a.txt', { type: 'text/plain' })] } });
    expect(await page.findByText(/no picture that can be read/)).toBeTruthy();
    expect(bridge.putAsset).not.toHaveBeenCalled();
  });

  test('shows the map of a way this person walks', async () => {
    const { app, page } = await openPage();
    await userEvent.click(page.getByRole('button', { name: /^Later/ }));
    expect(app.session.getState()).toMatchObject({ map: 'map:later', persona: null });
  });

  test('undoes with the keys outside text', async () => {
    const { page, read } = await openPage();
    await userEvent.click(page.getByRole('radio', { name: /^Purple/ }));
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(read('persona:sarah').colour).toBe('p1');
  });

  test('has no serious fault for assistive technology', async () => {
    const { dialog } = await openPage();
    expect(await findAccessFaults(dialog)).toEqual([]);
  });
});
