import { Menu } from 'electron';
import type { CommandId } from '../../../shared/commands/commandIds.ts';
import { NO_MENU_FACTS } from '../../../shared/commands/menuFacts.ts';
import type { Platform } from '../../../shared/ipc/bridge.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { ProjectWindow } from '../windows/projectWindow.ts';
import { menuTemplate } from './menuTemplate.ts';

/** The native menus: the bar of macOS, and the one that opens under the logo elsewhere. */
export class Menus {
  readonly #platform: Platform;
  readonly #preferences: Preferences;
  readonly #run: (window: ProjectWindow | null, id: CommandId) => void;

  /** `run` is called with the window a command was chosen in, if any. */
  constructor(
    platform: Platform,
    preferences: Preferences,
    run: (window: ProjectWindow | null, id: CommandId) => void,
  ) {
    this.#platform = platform;
    this.#preferences = preferences;
    this.#run = run;
  }

  /** Brings the menu bar up to date with the window in front; elsewhere there is none, nor any key of its own. */
  refreshBar(window: ProjectWindow | null): void {
    if (this.#platform !== 'darwin') {
      Menu.setApplicationMenu(null);
      return;
    }
    const template = [{ role: 'appMenu' as const }, ...this.#template(window), { role: 'windowMenu' as const }];
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  /** Opens the menu in a window, at a point in CSS px. */
  popUp(window: ProjectWindow, x: number, y: number): void {
    // Menus count in the window's own px, which the page's zoom changes.
    const zoom = window.browser.webContents.getZoomFactor();
    const menu = Menu.buildFromTemplate(this.#template(window));
    menu.popup({ window: window.browser, x: Math.round(x * zoom), y: Math.round(y * zoom) });
  }

  #template(window: ProjectWindow | null): Electron.MenuItemConstructorOptions[] {
    const { settings, translate } = this.#preferences;
    const facts = window?.menuFacts ?? NO_MENU_FACTS;
    return menuTemplate({ ...facts, platform: this.#platform, settings }, translate, (id) => this.#run(window, id));
  }
}
