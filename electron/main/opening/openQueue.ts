/** What is opened when. */
export interface Opener {
  openPath(path: string): void;
  /** Meander was started again without a file: the person wants to see it. */
  show(): void;
}

/** Files to open, from whenever they are named: macOS names the first one before the application is ready. */
export class OpenQueue {
  #waiting: readonly string[];
  #opener: Opener | null = null;

  constructor(named: readonly string[]) {
    this.#waiting = named;
  }

  /** The system names a file. */
  add(path: string): void {
    if (this.#opener === null) this.#waiting = [...this.#waiting, path];
    else this.#opener.openPath(path);
  }

  /** Meander was started a second time, with these files. */
  addStart(files: readonly string[]): void {
    if (files.length === 0) this.#opener?.show();
    for (const file of files) this.add(file);
  }

  /** Opens what waits and what comes from now on; shows the application when nothing waits. */
  start(opener: Opener): void {
    const waiting = this.#waiting;
    this.#opener = opener;
    this.#waiting = [];
    this.addStart(waiting);
  }
}
