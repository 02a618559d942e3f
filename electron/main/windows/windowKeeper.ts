import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Dialogs } from '../dialogs.ts';
import type { Log } from '../log.ts';
import type { ProjectWindow, WindowOwner } from './projectWindow.ts';

/** What happens around windows. */
export interface KeeperParts {
  readonly dialogs: Dialogs;
  readonly log: Log;
  readonly translate: () => Translate;
  readonly onClosed: (window: ProjectWindow) => void;
  readonly onStays: () => void;
}

/** A page that ends twice within this time, in milliseconds, is not loaded a third time. */
const CRASHED_AGAIN_WITHIN = 60_000;

/** Sees to windows that hang or crash: what was done in them is kept in the storage process. */
export class WindowKeeper implements WindowOwner {
  readonly #parts: KeeperParts;
  readonly #crashes = new WeakMap<ProjectWindow, number>();

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  onClosed(window: ProjectWindow): void {
    this.#parts.onClosed(window);
  }

  onStays(): void {
    this.#parts.onStays();
  }

  mayCloseHung({ browser }: ProjectWindow): Promise<boolean> {
    this.#parts.log.error('A window does not answer');
    return this.#parts.dialogs.mayCloseHung(browser);
  }

  /** Loads the page anew: it gets the document as kept so far. */
  onCrashed(window: ProjectWindow): void {
    const { log, dialogs, translate } = this.#parts;
    const last = this.#crashes.get(window);
    const now = Date.now();
    this.#crashes.set(window, now);
    log.error('A window crashed');
    if (last === undefined || now - last > CRASHED_AGAIN_WITHIN) window.browser.reload();
    else {
      const say = translate();
      void dialogs.tellFault(window.browser, say('dialog.crashed.title'), say('dialog.crashed.text'));
    }
  }
}
