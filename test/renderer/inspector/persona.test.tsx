import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
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
    ['Role in the decision', 'role'],
    ['In half a line', 'summary'],
    ['Quote', 'quote'],
    ['Private life', 'privateLife'],
    ['How to be reached', 'contact'],
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

  test('lists goals: Enter adds the next line, Backspace takes an empty one away', async () => {
    const { page, read } = await openPage();
    await userEvent.click(page.getByRole('button', { name: /^Add a line\s*\(Goals\)/ }));
    await userEvent.keyboard('Stand out{Enter}Fit well{Enter}');
    expect(read('persona:sarah').goals).toEqual(['Stand out', 'Fit well', '']);
    await userEvent.keyboard('{Backspace}');
    expect(read('persona:sarah').goals).toEqual(['Stand out', 'Fit well']);
    expect(document.activeElement).toHaveProperty('value', 'Fit well');
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
    expect(read('persona:sarah').channels).toEqual(['channel:social', 'channel:shop']);
    await userEvent.click(page.getByRole('button', { name: 'Take off Social' }));
    expect(read('persona:sarah').channels).toEqual(['channel:shop']);
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
