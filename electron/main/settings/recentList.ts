import { randomUUID } from 'node:crypto';
import { app } from 'electron';
import type { RecentProject } from '../../../shared/ipc/bridge.ts';
import type { Thumbnail } from '../../../shared/layout/thumbnail.ts';
import type { JsonFile } from './jsonFile.ts';
import {
  describeRecent,
  foldersOf,
  forgetProject,
  moveProject,
  nameRecent,
  type RecentEntry,
  rememberProject,
} from './recentProjects.ts';

/** The projects opened last, kept from run to run and told to the system's own list. */
export class RecentList {
  readonly #file: JsonFile<readonly RecentEntry[]>;
  readonly #isThere: (path: string) => Promise<boolean>;

  /** `isThere` is asked of places that may never answer. */
  constructor(file: JsonFile<readonly RecentEntry[]>, isThere: (path: string) => Promise<boolean>) {
    this.#file = file;
    this.#isThere = isThere;
  }

  /** A project was opened or saved at `path` and looks like this now. */
  remember(path: string, uuid: string, thumbnail: Thumbnail | null): void {
    this.#file.set(rememberProject(this.#file.value, { path, uuid, thumbnail, openedAt: Date.now() }, randomUUID));
    // The list of the dock or taskbar; nothing on Linux.
    app.addRecentDocument(path);
  }

  /** The project of an entry was found elsewhere. */
  move(id: string, path: string): void {
    this.#file.set(moveProject(this.#file.value, id, path));
  }

  /** The project at a path has another one now. */
  follow(from: string, to: string): void {
    const id = this.#file.value.find(({ path }) => path === from)?.id;
    if (id !== undefined) this.move(id, to);
  }

  /** The id of the document that was at a path; null when the list does not know it. */
  uuidOf(path: string): string | null {
    return this.#file.value.find((entry) => entry.path === path)?.uuid ?? null;
  }

  /** The folders the projects of the list were in. */
  get folders(): readonly string[] {
    return foldersOf(this.#file.value);
  }

  forget(id: string): void {
    this.#file.set(forgetProject(this.#file.value, id));
  }

  /** Where the project of an id is; null when the list has none. */
  pathOf(id: string): string | null {
    return this.#file.value.find((entry) => entry.id === id)?.path ?? null;
  }

  /** The list as it stands, at once. */
  get named(): readonly RecentProject[] {
    return nameRecent(this.#file.value);
  }

  /** The list, with those that are gone marked. */
  list(): Promise<readonly RecentProject[]> {
    return describeRecent(this.#file.value, this.#isThere);
  }
}
