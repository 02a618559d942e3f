import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Language, OpenedProject, OpenOutcome } from '../../../shared/ipc/bridge.ts';
import type { OpenedDocument, OpenFault, ProjectStore } from '../../../shared/ipc/projectStore.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { Log } from '../log.ts';
import type { RecentList } from '../settings/recentList.ts';
import type { ProjectWindow } from '../windows/projectWindow.ts';
import type { WindowList } from '../windows/windowList.ts';
import type { OpenRequest } from './openRequest.ts';
import { recordsById } from './recordsById.ts';
import { shippedFile } from './shippedFiles.ts';

/** What opening needs. */
export interface OpenerParts {
  readonly store: ProjectStore;
  readonly windows: WindowList;
  readonly recent: RecentList;
  readonly language: () => Language;
  readonly log: Log;
  /** A window shows another document now, or none. */
  readonly onShown: () => void;
}

/** What came of a request to the store, and which file it was about. */
interface Answer {
  readonly opened: Result<OpenedDocument, OpenFault>;
  /** The document's file; null for one without. */
  readonly path: string | null;
  /** How to call it when it cannot be opened. */
  readonly fileName: string;
}

/** Opens projects in windows: one window per project, one project per window. */
export class ProjectOpener {
  readonly #parts: OpenerParts;

  constructor(parts: OpenerParts) {
    this.#parts = parts;
  }

  /** Opens a file from outside: where it shows already, on a free start screen, or in a window of its own. */
  async openPath(path: string): Promise<void> {
    const { windows } = this.#parts;
    const showing = await this.#windowShowing(path);
    const free = windows.all.find((window) => window.isFree);
    if (showing !== null) showing.focus();
    else if (free === undefined) windows.create({ kind: 'file', path });
    else {
      free.focus();
      free.send('opened', await this.open(free, { kind: 'file', path }));
    }
  }

  /** Opens something in a window that asked for it; in another one when it shows a project already. */
  async open(window: ProjectWindow, request: OpenRequest): Promise<OpenOutcome> {
    if (window.document !== null) {
      this.#parts.windows.create(request);
      return failure({ code: 'focusedOther' });
    }
    if (window.opening !== null) return failure({ code: 'cancelled' });
    const opening = this.#openHere(window, request);
    window.opening = opening;
    try {
      return await opening;
    } finally {
      window.opening = null;
    }
  }

  async #openHere(window: ProjectWindow, request: OpenRequest): Promise<OpenOutcome> {
    const { store, log } = this.#parts;
    try {
      const { opened, path, fileName } = await this.#ask(request);
      if (!opened.ok) return this.#refuse(opened.reason, fileName);
      if (window.browser.isDestroyed()) {
        await store.close(opened.value.handle, false);
        return failure({ code: 'cancelled' });
      }
      return success(this.#show(window, opened.value, path));
    } catch (error) {
      log.error('Opening failed', error);
      return failure({ fault: { code: 'storageFailed', detail: String(error) }, fileName: '' });
    }
  }

  async #windowShowing(path: string): Promise<ProjectWindow | null> {
    const real = await realPath(path);
    for (const window of this.#parts.windows.all) {
      const shown = window.document?.path ?? null;
      if (shown !== null && (await realPath(shown)) === real) return window;
    }
    return null;
  }

  #show(window: ProjectWindow, document: OpenedDocument, path: string | null): OpenedProject {
    window.document = { handle: document.handle, path };
    if (path !== null) this.#parts.recent.remember(path);
    this.#parts.onShown();
    return projectOf(document);
  }

  #refuse(fault: OpenFault, fileName: string): OpenOutcome {
    const { windows, log } = this.#parts;
    if (fault.code !== 'alreadyOpen') {
      log.info(`Not opened: ${fault.code}`);
      return failure({ fault, fileName });
    }
    windows.showing(fault.handle)?.focus();
    return failure({ code: 'focusedOther' });
  }

  async #ask(request: OpenRequest): Promise<Answer> {
    const { store, language } = this.#parts;
    if (request.kind === 'file') {
      const { path } = request;
      return { opened: await store.open(path), path, fileName: basename(path) };
    }
    if (request.kind === 'work') {
      const work = (await store.listUnsaved()).find(({ workId }) => workId === request.workId);
      const opened = await store.resume(request.workId);
      return { opened, path: work?.path ?? null, fileName: work?.path ? basename(work.path) : (work?.title ?? '') };
    }
    const file = shippedFile(request.kind === 'sample' ? 'samples' : 'templates', request.name, language());
    return { opened: await store.openCopy(file), path: null, fileName: basename(file) };
  }
}

/** The path without links; as it is when nothing is there. */
function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** A document as its window gets it. */
export function projectOf(document: OpenedDocument): OpenedProject {
  const { records, stamps: _stamps, tombstones: _tombstones, assets: _assets, workId: _workId, ...rest } = document;
  return { ...rest, records: recordsById(records) };
}
