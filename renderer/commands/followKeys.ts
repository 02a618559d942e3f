import { tinykeys } from 'tinykeys';
import { COMMANDS, type Command, chordsOf } from '../../shared/commands/catalogue.ts';
import {
  type CommandId,
  MAIN_COMMAND_IDS,
  type MainCommandId,
  WINDOW_COMMAND_IDS,
  type WindowCommandId,
} from '../../shared/commands/commandIds.ts';
import { type Chord, toKeyPattern, typesNothing } from '../../shared/commands/keys.ts';
import type { CommandContext } from '../../shared/commands/menuFacts.ts';
import type { Application } from '../application.ts';
import { runCommand } from './runCommand.ts';

/**
 * Carries out the commands of the catalogue by their keys. On macOS the menu bar does so for the keys it shows. Returns the
 * way to stop.
 */
export function followKeys(app: Application, target: Window = window): () => void {
  const isMac = app.platform === 'darwin';
  // One chord may mean one thing on the start screen and another on a map.
  const byChord = new Map<string, Command[]>();
  for (const command of COMMANDS.filter(({ id }) => isOurs(id))) {
    const chords = chordsOf(command, app.platform).filter((chord, at) => !(isMac && isInBar(command, chord, at)));
    for (const chord of chords.map(toKeyPattern)) {
      byChord.set(chord, [...(byChord.get(chord) ?? []), command]);
    }
  }
  const bindings = [...byChord].map(([chord, commands]) => [
    chord,
    (event: KeyboardEvent): void => {
      if (isComposing(event) || hasDialog() || isInMenu(event.target)) return;
      const context = contextOf(app, event.target);
      const command = commands.find(({ contexts }) => contexts.includes(context));
      if (command === undefined) return;
      event.preventDefault();
      void carryOut(app, command.id);
    },
  ]);
  // Which fields keep which keys is the catalogue's to say, so the library leaves none out by itself.
  const stopKeys = tinykeys(target, Object.fromEntries(bindings), { ignore: () => false });
  const stopAlt = isMac ? () => undefined : followAlt(app, target);
  return () => {
    stopKeys();
    stopAlt();
  };
}

/** Alt pressed and let go with nothing between opens the menu, as it does in windows with a menu bar. */
function followAlt(app: Application, target: Window): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let alone = false;
  const onDown = (event: KeyboardEvent): void => {
    alone = event.key === 'Alt' && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  };
  const onUp = (event: KeyboardEvent): void => {
    if (event.key === 'Alt' && alone && !hasDialog()) {
      event.preventDefault();
      void runCommand(app, 'view.menu');
    }
    alone = false;
  };
  const forget = (): void => {
    alone = false;
  };
  target.addEventListener('keydown', onDown, { signal, capture: true });
  target.addEventListener('keyup', onUp, { signal, capture: true });
  target.addEventListener('pointerdown', forget, { signal, capture: true });
  target.addEventListener('blur', forget, { signal });
  return () => stop.abort();
}

/** Whether the menu bar of macOS has the chord: it shows the first of a command, unless that would type something. */
function isInBar({ menu }: Command, chord: Chord, at: number): boolean {
  return menu !== null && at === 0 && typesNothing(chord);
}

function isOurs(id: CommandId): id is WindowCommandId | MainCommandId {
  return isWindowCommand(id) || MAIN_COMMAND_IDS.some((known) => known === id);
}

function isWindowCommand(id: CommandId): id is WindowCommandId {
  return WINDOW_COMMAND_IDS.some((known) => known === id);
}

async function carryOut(app: Application, id: CommandId): Promise<void> {
  if (isWindowCommand(id)) await runCommand(app, id);
  else if (isOurs(id)) await app.bridge.run(id);
}

/** While an input method is at work; older browsers say so by this key code alone. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** A dialog waits for an answer: nothing behind it moves. */
function hasDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

/** An open menu has the keyboard to itself: what is behind it waits until one has chosen or left it. */
function isInMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [role="listbox"]') !== null;
}

/** What has the keyboard. */
export function contextOf(app: Application, target: EventTarget | null): CommandContext {
  const isField =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'range') ||
    (target instanceof HTMLElement && target.isContentEditable);
  if (isField) return 'text';
  if (app.documents.getState().document === null) return 'start';
  const onCanvas = target instanceof HTMLElement && target.dataset.region === 'canvas';
  const { place, selection, hover } = app.editing.getState();
  return onCanvas && (selection.length > 0 || place !== null || hover?.kind === 'cell') ? 'item' : 'map';
}
