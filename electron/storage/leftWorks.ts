import type { UnsavedWork } from '../../shared/ipc/projectStore.ts';
import type { OpenWork } from './openWork.ts';

/** A working copy that is not open. */
export interface LeftWork extends UnsavedWork {
  readonly uuid: string;
  /** Hash of its file as last read or written; null when it never had one. */
  readonly sha256: string | null;
}

/** The working copies that are not open. */
export class LeftWorks {
  readonly #works = new Map<string, LeftWork>();

  /** Notes a working copy that is still open and closes it. */
  leave(work: OpenWork): void {
    const { copy, file, id, unsavedEdits } = work;
    this.#works.set(id, {
      workId: id,
      path: file?.path ?? null,
      title: copy.title(),
      edits: unsavedEdits,
      lastEditAt: copy.draft?.at ?? work.session.state.savedAt ?? 0,
      uuid: copy.uuid,
      sha256: file?.sha256 ?? null,
      isDamaged: false,
    });
    work.close();
  }

  /** Notes a working copy that cannot be read; `path` is its file as far as that is still known. */
  leaveDamaged(workId: string, path: string | null, lastEditAt: number): void {
    this.#works.set(workId, { workId, path, title: '', edits: 0, lastEditAt, uuid: '', sha256: null, isDamaged: true });
  }

  /** Takes a working copy off the list, so that only one caller opens it. */
  take(id: string): LeftWork | null {
    const work = this.#works.get(id) ?? null;
    this.#works.delete(id);
    return work;
  }

  /** Puts back what was taken and could not be opened. */
  putBack(work: LeftWork, isDamaged = work.isDamaged): void {
    this.#works.set(work.workId, { ...work, isDamaged });
  }

  has(id: string): boolean {
    return this.#works.has(id);
  }

  /** The working copy of a document at a path, newest edits first. A damaged one cannot be continued. */
  find(path: string, uuid: string): LeftWork | null {
    const isOf = (work: LeftWork): boolean => work.path === path && work.uuid === uuid && !work.isDamaged;
    return this.#newestFirst().find(isOf) ?? null;
  }

  /** The working copies with unsaved edits of a document, wherever its file was. */
  ofDocument(uuid: string): readonly LeftWork[] {
    return this.#newestFirst().filter((work) => work.uuid === uuid && work.edits > 0 && !work.isDamaged);
  }

  /** Those with unsaved edits, and those of which nobody knows, newest first. */
  list(): readonly UnsavedWork[] {
    const unsaved = this.#newestFirst().filter(({ edits, isDamaged }) => edits > 0 || isDamaged);
    return unsaved.map(({ uuid: _uuid, sha256: _sha256, ...work }) => work);
  }

  #newestFirst(): readonly LeftWork[] {
    return [...this.#works.values()].sort((a, b) => b.lastEditAt - a.lastEditAt);
  }
}
