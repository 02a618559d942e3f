import { type FileSystem, isMissing } from './fileSystem.ts';

/** Whether files are at their places. A drive that does not answer is not asked again before it has. */
export class Whereabouts {
  readonly #fileSystem: FileSystem;
  readonly #looks = new Map<string, Promise<boolean>>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  isThere(path: string): Promise<boolean> {
    const asked = this.#looks.get(path);
    if (asked !== undefined) return asked;
    const look = this.#look(path).finally(() => this.#looks.delete(path));
    this.#looks.set(path, look);
    return look;
  }

  /** What cannot be looked at may well be there. */
  async #look(path: string): Promise<boolean> {
    try {
      await this.#fileSystem.stat(path);
      return true;
    } catch (error) {
      return !isMissing(error);
    }
  }
}
