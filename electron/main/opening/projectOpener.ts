import { basename } from 'node:path';
import type { Language, OpenedProject, OpenOutcome } from '../../../shared/ipc/bridge.ts';
import type {
  DocumentSource,
  OpenedDocument,
  OpenFault,
  ProjectStore,
  SalvageReport,
} from '../../../shared/ipc/projectStore.ts';
import { layThumbnail } from '../../../shared/layout/thumbnail.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { Log } from '../log.ts';
import type { RecentList } from '../settings/recentList.ts';
import type { ProjectWindow } from '../windows/projectWindow.ts';
import type { WindowList } from '../windows/windowList.ts';
import type { MovedFiles } from './movedFiles.ts';
import { type OpenRequest, REPLACEABLE, WITH_REMAINS } from './openRequest.ts';
import { recordsById } from './recordsById.ts';
import { shippedFile } from './shippedFiles.ts';

/** What opening needs. */
export interface OpenerParts {
  readonly store: ProjectStore;
  readonly windows: WindowList;
  readonly recent: RecentList;
  readonly moved: MovedFiles;
  readonly language: () => Language;
  readonly log: Log;
  /** A window shows another document now, or none. */
  readonly onShown: () => void;
}

/** What a request is about. */
interface Subject {
  /** What may take its time: a file, or a working copy. */
  readonly from: DocumentSource;
  /** The document's file; null for one without. */
  readonly path: string | null;
  /** How to call it while it is being opened, and when it cannot be; empty for what has no name. */
  readonly fileName: string;
}

/** A document as the store opened it. */
interface Opened {
  readonly document: OpenedDocument;
  readonly salvage: SalvageReport | null;
}

/** Whether somebody still waits for what is being opened. */
interface Waiting {
  isOver: boolean;
}

/** Opens projects in windows: one window per project, one project per window. It never waits for a drive itself. */
export class ProjectOpener {
  readonly #parts: OpenerParts;

  constructor(parts: OpenerParts) {
    this.#parts = parts;
  }

  /** Opens a file from outside: where it shows already, on a free start screen, or in a window of its own. */
  async openPath(path: string): Promise<void> {
    const { windows } = this.#parts;
    const showing = windows.all.find((window) => window.document?.path === path);
    const free = windows.all.find((window) => window.isFree);
    if (showing !== undefined) showing.focus();
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
    const opening = this.#openUnlessCancelled(window, request);
    window.opening = opening;
    try {
      return await opening;
    } finally {
      window.opening = null;
      window.cancelOpening = () => undefined;
      window.send('opening', null);
    }
  }

  async #openUnlessCancelled(window: ProjectWindow, request: OpenRequest): Promise<OpenOutcome> {
    const subject = await this.#subjectOf(request);
    const waiting: Waiting = { isOver: false };
    const cancelled = new Promise<OpenOutcome>((resolve) => {
      window.cancelOpening = () => {
        waiting.isOver = true;
        void this.#parts.store.giveUp(subject.from);
        resolve(failure({ code: 'cancelled' }));
      };
    });
    window.send('opening', subject.fileName);
    return Promise.race([this.#openHere(window, request, subject, waiting), cancelled]);
  }

  async #openHere(
    window: ProjectWindow,
    request: OpenRequest,
    subject: Subject,
    waiting: Waiting,
  ): Promise<OpenOutcome> {
    const { store, log } = this.#parts;
    try {
      const opened = await this.#askAgain(request, subject);
      if (!opened.ok) {
        const movedTo = waiting.isOver ? null : await this.#findMoved(request, opened.reason);
        if (movedTo !== null) return await this.#openHere(window, movedTo, await this.#subjectOf(movedTo), waiting);
        return waiting.isOver ? failure({ code: 'cancelled' }) : await this.#refuse(window, opened.reason, subject);
      }
      const { document, salvage } = opened.value;
      if (waiting.isOver || window.browser.isDestroyed()) {
        // Nobody has seen what a salvage made: it can be made again.
        await store.close(document.handle, salvage !== null);
        return failure({ code: 'cancelled' });
      }
      return success(this.#show(window, opened.value, subject.path));
    } catch (error) {
      log.error('Opening failed', error);
      return failure({ fault: { code: 'storageFailed', detail: String(error) }, fileName: '', rescue: null });
    }
  }

  /** The request for a file that is not at its place, at the place where it was found. */
  async #findMoved(request: OpenRequest, { code }: OpenFault): Promise<OpenRequest | null> {
    const { moved, recent } = this.#parts;
    if (request.kind !== 'file' || request.isFound || (code !== 'missing' && code !== 'away')) return null;
    const path = await moved.findRecent(request.path);
    if (path === null) return null;
    recent.follow(request.path, path);
    return { kind: 'file', path, isFound: true };
  }

  #show(window: ProjectWindow, { document, salvage }: Opened, path: string | null): OpenedProject {
    window.document = { handle: document.handle, path };
    window.refused = null;
    const project = projectOf(document, salvage);
    if (path !== null) this.#parts.recent.remember(path, project.uuid, layThumbnail(project.records));
    this.#parts.onShown();
    return project;
  }

  async #refuse(window: ProjectWindow, fault: OpenFault, { from, fileName }: Subject): Promise<OpenOutcome> {
    const { store, windows, log } = this.#parts;
    if (fault.code === 'alreadyOpen') {
      windows.showing(fault.handle)?.focus();
      return failure({ code: 'focusedOther' });
    }
    log.info(`Not opened: ${fault.code}`);
    const hasRemains = WITH_REMAINS.includes(fault.code);
    const [newest] = 'path' in from && REPLACEABLE.includes(fault.code) ? await store.listVersions(from) : [];
    if (newest === undefined && !hasRemains) return failure({ fault, fileName, rescue: null });
    window.refused = { from, fileName, version: newest?.path ?? null };
    return failure({ fault, fileName, rescue: { earlier: newest?.at ?? null, hasRemains } });
  }

  async #subjectOf(request: OpenRequest): Promise<Subject> {
    const { store, language } = this.#parts;
    switch (request.kind) {
      case 'file':
        return { from: { path: request.path }, path: request.path, fileName: basename(request.path) };
      case 'work': {
        const work = (await store.listUnsaved()).find(({ workId }) => workId === request.workId);
        const path = work?.path ?? null;
        const { workId } = request;
        return { from: { workId }, path, fileName: path === null ? (work?.title ?? '') : basename(path) };
      }
      case 'version':
        return { from: { path: request.path }, path: null, fileName: request.fileName };
      case 'remains':
        return { from: request.from, path: null, fileName: request.fileName };
      default: {
        const file = shippedFile(request.kind === 'sample' ? 'samples' : 'templates', request.name, language());
        // Nobody knows it by the name of the file that is shipped.
        return { from: { path: file }, path: null, fileName: '' };
      }
    }
  }

  /** Asks once more when the document is open already and no window shows it: it was given up a moment ago. */
  async #askAgain(request: OpenRequest, subject: Subject): Promise<Result<Opened, OpenFault>> {
    const { store, windows } = this.#parts;
    const opened = await this.#ask(request, subject);
    if (opened.ok || opened.reason.code !== 'alreadyOpen') return opened;
    const { handle } = opened.reason;
    if (windows.showing(handle) !== null) return opened;
    await store.close(handle, false);
    return this.#ask(request, subject);
  }

  async #ask(request: OpenRequest, { from }: Subject): Promise<Result<Opened, OpenFault>> {
    const { store } = this.#parts;
    if (request.kind === 'remains') return store.salvage(from);
    const opened = await this.#askWhole(request, from);
    return opened.ok ? success({ document: opened.value, salvage: null }) : opened;
  }

  #askWhole(request: OpenRequest, from: DocumentSource): Promise<Result<OpenedDocument, OpenFault>> {
    const { store } = this.#parts;
    if ('workId' in from) return store.resume(from.workId);
    return request.kind === 'file' ? store.open(from.path) : store.openCopy(from.path);
  }
}

/** A document as its window gets it. */
export function projectOf(document: OpenedDocument, salvage: SalvageReport | null): OpenedProject {
  const { records, stamps: _stamps, tombstones: _tombstones, assets: _assets, workId: _workId, ...rest } = document;
  return { ...rest, records: recordsById(records), salvage };
}
