import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../../renderer/commands/runCommand.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { fakeBridge } from '../support/fakeBridge.ts';
import { findAccessFaults } from '../support/findFaults.ts';
import { renderApp } from '../support/renderApp.tsx';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open() {
  const project = openedProject(smallProject());
  const rendered = await renderApp({ project }, fakeBridge(project));
  await act(() => runCommand(rendered.app, 'view.palette'));
  return { ...rendered, field: await screen.findByRole('combobox') };
}

test('a card is found by its words and gone to', async () => {
  const { app, field } = await open();
  fireEvent.change(field, { target: { value: 'fee' } });
  expect(await screen.findByText('1 found')).toBeTruthy();
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(app.editing.getState().place).toEqual({ kind: 'card', id: 'card:fee' }));
  expect(app.session.getState().overlay).toBeNull();
  expect(app.editing.getState().flash).toEqual(['card:fee']);
});

test('has the keyboard before anything else happens, in a window that has not had an idle moment', async () => {
  const project = openedProject(smallProject());
  const { app } = await renderApp({ project }, fakeBridge(project), true);
  expect(screen.queryByRole('combobox')).toBeNull();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  void runCommand(app, 'view.palette');
  await Promise.resolve();
  const field = screen.getByRole('combobox');
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: 'fee' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await vi.waitFor(() => expect(app.editing.getState().place).toEqual({ kind: 'card', id: 'card:fee' }));
});

test('Ctrl+Enter begins the text of what is chosen', async () => {
  const { app, field } = await open();
  fireEvent.change(field, { target: { value: 'fee' } });
  await screen.findByText('1 found');
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(app.editing.getState().text?.target).toEqual({ kind: 'card', id: 'card:fee' }));
});

test('Enter means what was typed, also before the list has followed', async () => {
  const { app, field } = await open();
  // As a browser tells of them, one right after the other: within `act` the list would follow in between.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'fee');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await Promise.resolve();
  expect(screen.queryByText('1 found')).toBeNull();
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await vi.waitFor(() => expect(app.editing.getState().place).toEqual({ kind: 'card', id: 'card:fee' }));
});

test('somebody new is added, taken back and added again from the palette', async () => {
  const { app, field } = await open();
  const before = app.editor.records;
  fireEvent.change(field, { target: { value: '>persona' } });
  fireEvent.click(await screen.findByRole('option', { name: /Add a persona/ }));
  await waitFor(() => expect(app.session.getState().persona).not.toBeNull());
  const after = app.editor.records;
  app.editor.undo();
  expect(app.editor.records).toEqual(before);
  app.editor.redo();
  expect(app.editor.records).toEqual(after);
});

test('a command is run, a person opened, and another map shown', async () => {
  const { app, field } = await open();
  fireEvent.change(field, { target: { value: '>left panel' } });
  fireEvent.click(await screen.findByRole('option', { name: /Left panel/ }));
  await waitFor(() => expect(app.session.getState().leftPanel).toBe(false));
  await act(() => runCommand(app, 'view.palette'));
  fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'later' } });
  fireEvent.click(await screen.findByRole('option', { name: /Later/ }));
  await waitFor(() => expect(app.session.getState().map).toBe('map:later'));
});

test('the palette has no serious fault, with hits and without', async () => {
  const { field } = await open();
  expect(await findAccessFaults(screen.getByRole('dialog'))).toEqual([]);
  fireEvent.change(field, { target: { value: 'xyzzy' } });
  expect(await screen.findByText('Nothing says “xyzzy”.')).toBeTruthy();
  expect(await findAccessFaults(screen.getByRole('dialog'))).toEqual([]);
});
