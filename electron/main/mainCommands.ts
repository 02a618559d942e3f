import { app } from 'electron';
import {
  type CommandId,
  isMainCommand,
  isWindowCommand,
  type MainCommandId,
} from '../../shared/commands/commandIds.ts';
import { settingOf } from '../../shared/commands/menuModel.ts';
import type { Dialogs } from './dialogs.ts';
import type { ProjectOpener } from './opening/projectOpener.ts';
import type { Preferences } from './settings/preferences.ts';
import type { ProjectWindow } from './windows/projectWindow.ts';
import type { WindowList } from './windows/windowList.ts';

/** What commands act on. */
export interface CommandParts {
  readonly windows: WindowList;
  readonly opener: ProjectOpener;
  readonly preferences: Preferences;
  readonly dialogs: Dialogs;
}

/** Carries out a command chosen in a native menu: here, or in the window it was chosen in. */
export function runChosen(parts: CommandParts, window: ProjectWindow | null, id: CommandId): void {
  if (isMainCommand(id)) void runMainCommand(parts, window, id);
  else if (isWindowCommand(id) && window !== null) window.send('command', id);
  else void runWithoutWindow(parts, id);
}

/** Carries out a command about the application, asked for in a window or, on macOS, without one. */
export async function runMainCommand(
  { windows, preferences, dialogs }: CommandParts,
  window: ProjectWindow | null,
  id: MainCommandId,
): Promise<void> {
  const setting = settingOf(id);
  if (setting !== null) {
    preferences.change(setting);
    return;
  }
  if (id === 'file.newWindow') windows.create(null);
  else if (id === 'file.closeWindow') window?.browser.close();
  else if (id === 'file.quit') app.quit();
  else if (id === 'view.fullScreen') window?.browser.setFullScreen(!window.browser.isFullScreen());
  else if (id === 'help.about') await dialogs.showAbout(window?.browser ?? null);
}

/** macOS keeps the menu when every window is closed: what makes a window still works. */
async function runWithoutWindow({ windows, opener, dialogs }: CommandParts, id: CommandId): Promise<void> {
  if (id === 'file.new') windows.create({ kind: 'template', name: 'blank' });
  if (id !== 'file.open') return;
  for (const path of await dialogs.chooseProjects(null, 'several')) await opener.openPath(path);
}
