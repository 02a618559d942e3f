import { BrowserWindow, type IpcMainInvokeEvent, screen, type WebContents } from 'electron';
import type { ThemeName } from '../../../shared/scene/theme.ts';
import { THEMES } from '../../../shared/scene/theme.ts';
import type { OpenRequest } from '../opening/openRequest.ts';
import { PAGE_PREFERENCES } from '../security.ts';
import { isAppUrl } from '../serving/servedFiles.ts';
import type { JsonFile } from '../settings/jsonFile.ts';
import { ProjectWindow, type WindowOwner } from './projectWindow.ts';
import { LEAST_SIZE, placeWindow, type WindowPlace } from './windowPlace.ts';

/** What the windows are made with. */
export interface WindowParts {
  readonly preload: string;
  readonly address: string;
  readonly places: JsonFile<WindowPlace | null>;
  readonly theme: () => ThemeName;
  readonly owner: WindowOwner;
}

/** The open windows. */
export class WindowList {
  readonly #parts: WindowParts;
  readonly #windows = new Set<ProjectWindow>();

  constructor(parts: WindowParts) {
    this.#parts = parts;
  }

  get all(): readonly ProjectWindow[] {
    return [...this.#windows];
  }

  get focused(): ProjectWindow | null {
    return this.all.find(({ browser }) => browser.isFocused()) ?? null;
  }

  /** Makes a window; it shows itself when its first frame is drawn. */
  create(request: OpenRequest | null): ProjectWindow {
    const { places, preload, theme, address, owner } = this.#parts;
    const place = placeWindow(
      places.value,
      // The main display is the first choice.
      [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea),
      this.all.map(({ browser }) => browser.getNormalBounds()),
    );
    const browser = new BrowserWindow({
      ...place.bounds,
      minWidth: LEAST_SIZE.width,
      minHeight: LEAST_SIZE.height,
      show: false,
      title: 'Meander',
      backgroundColor: THEMES[theme()].desk,
      // The page draws the upper rod with its buttons; macOS keeps its own three.
      ...(process.platform === 'darwin'
        ? { titleBarStyle: 'hiddenInset' as const, trafficLightPosition: { x: 16, y: 18 } }
        : { frame: false }),
      webPreferences: { ...PAGE_PREFERENCES, preload },
    });
    const window = new ProjectWindow(browser, request, owner);
    this.#windows.add(window);
    browser.once('ready-to-show', () => {
      if (place.maximized) browser.maximize();
      browser.show();
    });
    browser.on('close', () => places.set({ bounds: browser.getNormalBounds(), maximized: browser.isMaximized() }));
    browser.on('closed', () => this.#windows.delete(window));
    void browser.loadURL(address);
    return window;
  }

  /** Puts a theme's ground under the pages: it shows while a window grows. */
  dress(theme: ThemeName): void {
    for (const { browser } of this.#windows) browser.setBackgroundColor(THEMES[theme].desk);
  }

  /** Brings the application to the front, with a start screen when it has no window. */
  show(): void {
    const window = this.focused ?? this.all.at(-1);
    if (window === undefined) this.create(null);
    else window.focus();
  }

  /** The window a call comes from; null when it is no page of ours, or not the page itself. */
  senderOf({ sender, senderFrame }: IpcMainInvokeEvent): ProjectWindow | null {
    if (senderFrame === null || senderFrame !== sender.mainFrame || !isAppUrl(senderFrame.url)) return null;
    return this.#of(sender);
  }

  /** The window that shows a document. */
  showing(handle: string): ProjectWindow | null {
    return this.all.find(({ document }) => document?.handle === handle) ?? null;
  }

  #of(contents: WebContents): ProjectWindow | null {
    return this.all.find(({ browser }) => !browser.isDestroyed() && browser.webContents === contents) ?? null;
  }
}
