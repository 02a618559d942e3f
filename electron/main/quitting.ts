import { app } from 'electron';
import type { Log } from './log.ts';

/**
 * Ends the application in order: every window is asked to close, one that stays stops it, and what has to be put away
 * is put away before the process ends.
 */
export class Quitting {
  #isWanted = false;
  #isDone = false;

  constructor(log: Log) {
    this.#follow(log);
  }

  #putAway: () => Promise<void> = async () => undefined;

  /** Says what has to be done when all windows are closed. */
  before(putAway: () => Promise<void>): void {
    this.#putAway = putAway;
  }

  /** A window stays: the application does not end. */
  stay(): void {
    this.#isWanted = false;
  }

  /** A window that had to ask first is closed: goes on with ending, if that was wanted. */
  goOn(): void {
    if (this.#isWanted) app.quit();
  }

  #follow(log: Log): void {
    app.on('before-quit', () => {
      this.#isWanted = true;
    });
    app.on('window-all-closed', () => {
      // On macOS an application without windows goes on.
      if (process.platform !== 'darwin' || this.#isWanted) app.quit();
    });
    app.on('will-quit', (event) => {
      if (this.#isDone) return;
      event.preventDefault();
      this.#putAway()
        .catch((error: unknown) => log.error('Could not put everything away', error))
        .finally(() => {
          this.#isDone = true;
          app.quit();
        });
    });
  }
}
