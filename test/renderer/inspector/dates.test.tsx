import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderPanels } from './renderPanels.tsx';

afterEach(cleanup);

async function openDate() {
  const rendered = await renderPanels('card:slow');
  const field = () => rendered.right().getByRole<HTMLInputElement>('textbox', { name: 'Solve by' });
  return { ...rendered, field, due: () => rendered.read('card:slow').due };
}

describe('a date', () => {
  test('is typed in any usual form, shown in the words of the language, and is one entry', async () => {
    const { app, field, due, entries, undo, redo } = await openDate();
    const before = due();
    await userEvent.clear(field());
    await userEvent.type(field(), '3-6-2026');
    expect(due()).toBe('2026-06-03');
    expect(field().value).toBe('3-6-2026');
    await userEvent.tab();
    expect(field().value).toBe('3 Jun 2026');
    expect(entries()).toBe(1);
    undo();
    expect(due()).toBe(before);
    redo();
    expect(field().value).toBe('3 Jun 2026');
    await act(() => app.i18n.changeLanguage('nl'));
    act(() => app.settings.setState({ language: 'nl' }));
    expect(screen.getByDisplayValue('3 jun 2026')).toBeTruthy();
  });

  test('that is none stays as it was typed, with a sentence, and the day as it was', async () => {
    const { field, due, right, undo } = await openDate();
    await userEvent.clear(field());
    await userEvent.type(field(), '31-12-2026');
    await userEvent.tab();
    await userEvent.clear(field());
    undo();
    expect(due()).toBe('2026-12-31');
    await userEvent.type(field(), ' or so');
    expect(right().queryByText(/That is no date/)).toBeNull();
    await userEvent.tab();
    expect(field().value).toBe('31 Dec 2026 or so');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(right().getByText('That is no date. Write it as 31/12/2026 or 31 Dec 2026.')).toBeTruthy();
    expect(due()).toBe('2026-12-31');
    await userEvent.clear(field());
    expect(due()).toBe('');
  });

  test('goes a day on and back with the arrows', async () => {
    const { field, due } = await openDate();
    await userEvent.clear(field());
    await userEvent.type(field(), '28/02/2028{ArrowUp}{ArrowUp}{ArrowDown}');
    expect(due()).toBe('2028-02-29');
    expect(field().value).toBe('29 Feb 2028');
  });

  test('is chosen from a calendar with keys alone, as one entry', async () => {
    const { field, due, right, entries, undo } = await openDate();
    await userEvent.clear(field());
    await userEvent.type(field(), '3-6-2026');
    const typed = entries();
    await userEvent.click(right().getByRole('button', { name: 'Solve by: choose from a calendar' }));
    const month = within(await screen.findByRole('grid', { name: 'June 2026' }));
    expect(month.getByRole('button', { name: 'Wednesday 3 June 2026', pressed: true })).toBe(document.activeElement);
    expect(await findAccessFaults(screen.getByRole('dialog'))).toEqual([]);
    await userEvent.keyboard('{PageDown}{ArrowDown}{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Thursday 9 July 2026');
    await userEvent.keyboard('{Enter}');
    expect(due()).toBe('2026-07-09');
    expect(field().value).toBe('9 Jul 2026');
    expect(entries()).toBe(typed + 1);
    undo();
    expect(due()).toBe('2026-06-03');
  });
});
