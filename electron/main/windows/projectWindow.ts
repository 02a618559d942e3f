import type { BrowserWindow } from 'electron';
import { type MenuFacts, NO_MENU_FACTS } from '../../../shared/commands/menuFacts.ts';
import type { WindowEvents, WindowState } from '../../../shared/ipc/bridge.ts';
import { eventChannel } from '../../../shared/ipc/channels.ts';
import type { DocumentHandle } from '../../../shared/ipc/projectStore.ts';
import type { OpenRequest, RefusedSource } from '../opening/openRequest.ts';

/** The document a window shows. */
export interface ShownDocument {
  readonly handle: DocumentHandle;
  /** Its file; null while it was never saved. */
  readonly path: string | null;
}

/** What a window needs of the rest of main. */
export interface WindowOwner {
  /** The window is gone; its document is still open. */
  onClosed(window: ProjectWindow): void;
  /** The person stays in the window: what was waiting for it to close waits no longer. */
  onStays(): void;
  /** The page does not answer: whether to close the window all the same. */
  mayCloseHung(window: ProjectWindow): Promise<boolean>;
  /** The page ended by itself. */
  onCrashed(window: ProjectWindow): void;
}

/** One window: a start screen, or the one project opened in it. */
export class ProjectWindow {
  readonly browser: BrowserWindow;
  /** What the window was made for; null for a start screen. Opened when the page asks for its start. */
  request: OpenRequest | null;
  document: ShownDocument | null = null;
  /** What is being opened in this window: nothing else can be meanwhile. */
  opening: Promise<unknown> | null = null;
  /** Gives up what is being opened. */
  cancelOpening: () => void = () => undefined;
  /** What could not be opened in this window last, if something of it may be saved. */
  refused: RefusedSource | null = null;
  /** What the page told last for its menus. */
  menuFacts: MenuFacts = NO_MENU_FACTS;
  /** Ends the export under way. */
  exporting: AbortController | null = null;
  /** The file the document was compared with last. */
  compared: string | null = null;
  /** Where the document's file was found when it was not at its place. */
  moved: string | null = null;
  /** The file exported last. */
  exported: string | null = null;
  readonly #owner: WindowOwner;
  /** Events that came before the page had started; null once it has. */
  #waiting: (() => void)[] | null = [];
  #mayClose = false;
  #isCrashed = false;

  constructor(browser: BrowserWindow, request: OpenRequest | null, owner: WindowOwner) {
    this.browser = browser;
    this.request = request;
    this.#owner = owner;
    this.#follow();
  }

  /** Whether it is a start screen that nothing is being opened in. */
  get isFree(): boolean {
    return this.document === null && this.request === null && this.opening === null;
  }

  get state(): WindowState {
    return {
      maximized: this.browser.isMaximized(),
      fullScreen: this.browser.isFullScreen(),
      focused: this.browser.isFocused(),
    };
  }

  /** Tells the page something, as soon as it listens. */
  send<Name extends keyof WindowEvents>(name: Name, event: WindowEvents[Name]): void {
    const deliver = (): void => {
      if (!this.browser.isDestroyed()) this.browser.webContents.send(eventChannel(name), event);
    };
    if (this.#waiting === null) deliver();
    else this.#waiting.push(deliver);
  }

  /** The page has what it starts with and listens. */
  markStarted(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const deliver of waiting) deliver();
  }

  focus(): void {
    if (this.browser.isMinimized()) this.browser.restore();
    this.browser.show();
    this.browser.focus();
  }

  /** Closes the window, or leaves it open for good. */
  answerClose(mayClose: boolean): void {
    if (!mayClose) {
      this.#owner.onStays();
      return;
    }
    this.#mayClose = true;
    this.browser.close();
  }

  #follow(): void {
    const { browser } = this;
    browser.on('close', (event) => {
      if (this.#mayClose || !this.#asksBeforeClosing()) return;
      event.preventDefault();
      this.send('closeRequested', null);
    });
    browser.on('closed', () => {
      this.exporting?.abort();
      this.cancelOpening();
      this.#owner.onClosed(this);
    });
    browser.on('unresponsive', () => void this.#closeWhenHung());
    browser.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      this.#isCrashed = true;
      this.#owner.onCrashed(this);
    });
    browser.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (!isMainFrame || isSameDocument) return;
      // A page loaded anew knows nothing yet.
      this.#isCrashed = false;
      this.#waiting ??= [];
    });
    const tellState = (): void => this.send('windowState', this.state);
    browser.on('maximize', tellState);
    browser.on('unmaximize', tellState);
    browser.on('enter-full-screen', tellState);
    browser.on('leave-full-screen', tellState);
    browser.on('focus', tellState);
    browser.on('blur', tellState);
  }

  /** A start screen has nothing to lose, and a page that is not there cannot answer. */
  #asksBeforeClosing(): boolean {
    return this.document !== null && this.#waiting === null && !this.#isCrashed;
  }

  async #closeWhenHung(): Promise<void> {
    if ((await this.#owner.mayCloseHung(this)) && !this.browser.isDestroyed()) this.browser.destroy();
  }
}
