import { sameStamp } from './fileStamp.ts';
import type { FileSystem } from './fileSystem.ts';
import type { StagedDocument } from './stageDocument.ts';

/**
 * Keeps the private copy of the file that was last looked at: whoever reads a document asks for its pictures next, one
 * after the other, and each time the whole file would be copied and inspected again.
 */
export class LastLook {
  readonly #fileSystem: FileSystem;
  #staged: StagedDocument | null = null;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** Keeps this copy and lets the one before go. */
  async keep(staged: StagedDocument): Promise<void> {
    const before = this.#staged;
    this.#staged = staged;
    if (before !== null) await this.#fileSystem.remove(before.copy).catch(() => {});
  }

  /** The copy of what stands at a path now, if it is the kept one. */
  async find(path: string): Promise<StagedDocument | null> {
    const staged = this.#staged;
    if (staged === null) return null;
    try {
      const realPath = await this.#fileSystem.realPath(path);
      const isSame = realPath === staged.realPath && sameStamp(await this.#fileSystem.stat(realPath), staged.stat);
      return isSame && this.#staged === staged ? staged : null;
    } catch {
      // Whatever is wrong with the file is said by the reading that follows.
      return null;
    }
  }

  /** Lets the kept copy go. */
  async clear(): Promise<void> {
    const before = this.#staged;
    this.#staged = null;
    if (before !== null) await this.#fileSystem.remove(before.copy).catch(() => {});
  }
}
