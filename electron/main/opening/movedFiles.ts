import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MovedFile } from '../../../shared/ipc/bridge.ts';
import type { FollowFault, ProjectStore, SaveState } from '../../../shared/ipc/projectStore.ts';
import { failure, type Result } from '../../../shared/util/result.ts';
import type { RecentList } from '../settings/recentList.ts';
import type { ProjectWindow, ShownDocument } from '../windows/projectWindow.ts';
import type { WindowList } from '../windows/windowList.ts';

/** How long a search may keep somebody waiting, in milliseconds: a drive may not answer at all. */
const PATIENCE = 5_000;

/** What a search needs. */
export interface MovedFileParts {
  readonly store: ProjectStore;
  readonly recent: RecentList;
  readonly windows: WindowList;
  /** Folders in which people put files. */
  readonly homes: () => readonly string[];
}

/** Finds files that are not at their places any more. Where they are stays here; windows learn their names. */
export class MovedFiles {
  readonly #parts: MovedFileParts;

  constructor(parts: MovedFileParts) {
    this.#parts = parts;
  }

  /** Seeks a project that was opened here before and is not at `path` any more. */
  async findRecent(path: string): Promise<string | null> {
    const uuid = this.#parts.recent.uuidOf(path);
    return uuid === null ? null : inTime(this.#parts.store.findMoved({ uuid, path, near: this.#near }));
  }

  /** Seeks the file of the document a window shows. */
  async find(window: ProjectWindow, { handle }: ShownDocument): Promise<MovedFile | null> {
    const path = await inTime(this.#parts.store.findMoved({ handle, near: this.#near }));
    window.moved = path;
    return path === null ? null : { fileName: basename(path), folder: basename(dirname(path)) };
  }

  /** Goes on with the file that was found last. */
  async follow(window: ProjectWindow, document: ShownDocument): Promise<Result<SaveState, FollowFault>> {
    const { store, recent, windows } = this.#parts;
    const path = window.moved;
    if (path === null) return failure({ code: 'missing' });
    const followed = await store.followFile(document.handle, path);
    if (followed.ok) {
      if (document.path !== null) recent.follow(document.path, path);
      window.document = { ...document, path };
      window.moved = null;
    } else if (followed.reason.code === 'alreadyOpen') {
      windows.all.find((other) => other.document?.path === path)?.focus();
    }
    return followed;
  }

  get #near(): readonly string[] {
    return [...new Set([...this.#parts.recent.folders, ...this.#parts.homes()])];
  }
}

function inTime(found: Promise<string | null>): Promise<string | null> {
  return Promise.race([found, sleep(PATIENCE, null)]);
}
