import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Application, createApplication } from '../../../renderer/application.ts';
import { contextOf, followKeys } from '../../../renderer/commands/followKeys.ts';
import { followMenu } from '../../../renderer/commands/followMenu.ts';
import { showProject } from '../../../renderer/commands/openProject.ts';
import { renameMap } from '../../../shared/edits/maps.ts';
import type { Platform } from '../../../shared/ipc/bridge.ts';
import { openedProject } from '../../fixtures/openedProject.ts';
import { smallProject } from '../../fixtures/projects.ts';
import { SETTINGS } from '../../fixtures/settings.ts';
import { type FakeBridge, fakeBridge, windowStart } from '../support/fakeBridge.ts';
import { installWindow } from '../support/renderApp.tsx';

let app: Application;
let main: FakeBridge;
let stop: () => void = () => undefined;

function follow(platform: Platform = 'linux'): void {
  stop();
  main = fakeBridge();
  app = createApplication(main.bridge, windowStart({ platform }));
  stop = followKeys(app);
}

beforeEach(() => {
  installWindow();
  follow();
});

afterEach(() => {
  stop();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Presses a key on an element; false when the window took it for itself. */
function press(key: string, init: KeyboardEventInit = {}, on: EventTarget = document.body): boolean {
  const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key;
  return on.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...init }));
}

function put(element: HTMLElement): HTMLElement {
  document.body.append(element);
  return element;
}

const project = () => showProject(app, openedProject(smallProject()));

describe('the keys', () => {
  test('carry out a command of the window and keep the key from the page', () => {
    expect(press('n', { ctrlKey: true })).toBe(false);
    expect(main.bridge.openTemplate).toHaveBeenCalledWith('blank');
  });

  test('ask main for a command about the application', () => {
    press('q', { ctrlKey: true });
    expect(main.bridge.run).toHaveBeenCalledWith('file.quit');
  });

  test('do nothing where a command means nothing', () => {
    expect(press('s', { ctrlKey: true })).toBe(true);
    expect(main.bridge.save).not.toHaveBeenCalled();
  });

  test('save from a text field, but leave it its own keys', async () => {
    project();
    app.settings.setState({ settings: SETTINGS });
    const field = put(document.createElement('input'));
    expect(press('!', { shiftKey: true, code: 'Digit1' }, field)).toBe(true);
    expect(press('s', { ctrlKey: true }, field)).toBe(false);
    await vi.waitFor(() => expect(main.bridge.save).toHaveBeenCalled());
  });

  test('do nothing while an input method is at work', () => {
    press('n', { ctrlKey: true, isComposing: true });
    expect(main.bridge.openTemplate).not.toHaveBeenCalled();
  });

  test('do nothing behind a dialog', () => {
    const dialog = put(document.createElement('div'));
    dialog.setAttribute('role', 'alertdialog');
    press('n', { ctrlKey: true });
    expect(main.bridge.openTemplate).not.toHaveBeenCalled();
  });

  test('do nothing while a menu has the keyboard', () => {
    const menu = put(document.createElement('div'));
    menu.setAttribute('role', 'menu');
    press('n', { ctrlKey: true }, menu);
    expect(main.bridge.openTemplate).not.toHaveBeenCalled();
  });

  test('leave to the menu bar of macOS what it shows', () => {
    follow('darwin');
    press('n', { metaKey: true });
    press('n', { ctrlKey: true });
    expect(main.bridge.openTemplate).not.toHaveBeenCalled();
  });

  test('reach the map on macOS when they type something, which no menu bar may take', () => {
    follow('darwin');
    project();
    app.camera.resizeView({ width: 800, height: 600 });
    app.camera.showMap({ width: 9000, height: 9000 }, null);
    expect(press('!', { shiftKey: true, code: 'Digit1' })).toBe(false);
    expect(app.camera.getState().camera.zoom).toBeLessThan(0.1);
    expect(press('?', { shiftKey: true })).toBe(false);
    expect(app.session.getState().overlay).toBe('keys');
    const evidence = vi.spyOn(app.tools.actions, 'cycleEvidence').mockReturnValue(undefined as never);
    const feeling = vi.spyOn(app.tools.actions, 'changeFeeling').mockReturnValue(undefined as never);
    const canvas = put(document.createElement('div'));
    canvas.dataset.region = 'canvas';
    const [card] = [...smallProject().values()].filter(({ type }) => type === 'card');
    app.editing.setState({ selection: card === undefined ? [] : [card.id] } as never);
    press('e', {}, canvas);
    press('+', {}, canvas);
    press('-', {}, canvas);
    expect(evidence).toHaveBeenCalledTimes(1);
    expect(feeling.mock.calls).toEqual([[1], [-1]]);
    // In a text field they are letters like any other.
    expect(press('e', {}, put(document.createElement('input')))).toBe(true);
  });

  test('open the command menu with F10, and with Alt alone', () => {
    press('F10');
    expect(main.bridge.popupMenu).toHaveBeenCalledTimes(1);
    const letGo = () => window.dispatchEvent(new KeyboardEvent('keyup', { key: 'Alt', bubbles: true }));
    press('Alt');
    letGo();
    expect(main.bridge.popupMenu).toHaveBeenCalledTimes(2);
    press('Alt');
    press('x', { altKey: true });
    letGo();
    expect(main.bridge.popupMenu).toHaveBeenCalledTimes(2);
  });
});

test('on macOS keys that type something are followed here, the rest by the menu bar', () => {
  // Given a map on macOS, where the menu bar takes Cmd and letters
  follow('darwin');
  project();
  const fit = vi.spyOn(app.camera, 'fit');
  // Then a plain key does what it does elsewhere, and Cmd+N is left alone
  expect(press('!', { code: 'Digit1', shiftKey: true })).toBe(false);
  expect(fit).toHaveBeenCalledOnce();
  expect(press('n', { metaKey: true })).toBe(true);
});

test('the menus are told what has the keyboard and what undo would do', () => {
  stop();
  stop = followMenu(app);
  project();
  app.editor.edit(renameMap, { map: 'map:today', title: 'Other' });
  expect(main.bridge.tellMenu).toHaveBeenLastCalledWith({
    context: 'map',
    undo: { label: 'edit.renameMap', count: 1 },
    redo: null,
  });
  put(document.createElement('textarea')).focus();
  expect(main.bridge.tellMenu).toHaveBeenLastCalledWith(expect.objectContaining({ context: 'text' }));
});

test('what has the keyboard decides what keys mean', () => {
  expect(contextOf(app, document.body)).toBe('start');
  project();
  expect(contextOf(app, document.body)).toBe('map');
  expect(contextOf(app, put(document.createElement('textarea')))).toBe('text');
  const slider = document.createElement('input');
  slider.type = 'range';
  expect(contextOf(app, put(slider))).toBe('map');
});
