import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { renderApp } from '../support/renderApp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A clipboard event as a browser makes it; jsdom has none. */
function clipboardEvent(type: string, texts: Readonly<Record<string, string>> = {}) {
  const data = new Map(Object.entries(texts));
  const clipboardData = {
    items: [],
    getData: (name: string) => data.get(name) ?? '',
    setData: (name: string, text: string) => void data.set(name, text),
  };
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { clipboardData });
  return { event, data };
}

const canvas = () => document.querySelector<HTMLElement>('[data-region="canvas"]');

async function open() {
  const rendered = await renderApp({ project: openedProject(smallProject()) });
  canvas()?.focus();
  act(() => rendered.app.editor.select(['card:slow']));
  return rendered;
}

test('a card goes on the clipboard in three ways, but not while a text field has the keyboard', async () => {
  await open();
  const copy = clipboardEvent('copy');
  canvas()?.dispatchEvent(copy.event);
  expect(copy.event.defaultPrevented).toBe(true);
  expect([...copy.data.keys()].sort()).toEqual(['application/x-meander+json', 'text/html', 'text/plain']);
  expect(copy.data.get('text/plain')).toBe('The list loads slowly');
  canvas()?.blur();
  const elsewhere = clipboardEvent('copy');
  document.body.dispatchEvent(elsewhere.event);
  expect(elsewhere.event.defaultPrevented).toBe(false);
});

test('a table over cards is shown with its first rows, and goes in when it is answered', async () => {
  const { app } = await open();
  act(() => void canvas()?.dispatchEvent(clipboardEvent('paste', { 'text/plain': 'One\tTwo' }).event));
  expect((await screen.findByRole('alertdialog')).textContent).toContain('2 cells');
  expect(screen.getByRole('cell', { name: 'One' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /^Replace/ }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  const texts = [...(app.editor.records?.values() ?? [])].flatMap((each) => (each.type === 'card' ? [each.text] : []));
  expect(texts).toEqual(expect.arrayContaining(['One', 'Two']));
  expect(texts).not.toContain('The list loads slowly');
});

test('a drop that is neither words nor a picture is answered with a sentence', async () => {
  const { app } = await open();
  const dataTransfer = { types: ['text/x-strange'], items: [], files: [], getData: () => '' };
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer,
    clientX: 4,
    clientY: 4,
  });
  act(() => void canvas()?.dispatchEvent(event));
  expect(event.defaultPrevented).toBe(true);
  expect(app.editing.getState().refusal?.code).toBe('dropNotUsable');
  expect(screen.getAllByText(/neither/).length).toBeGreaterThan(0);
});
