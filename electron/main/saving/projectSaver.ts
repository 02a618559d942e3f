import { basename } from 'node:path';
import type { SaveOutcome } from '../../../shared/ipc/bridge.ts';
import type { ProjectStore, PublishFault, PublishRequest } from '../../../shared/ipc/projectStore.ts';
import { failure, type Result } from '../../../shared/util/result.ts';
import type { Dialogs } from '../dialogs.ts';
import type { Log } from '../log.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { RecentList } from '../settings/recentList.ts';
import type { ProjectWindow, ShownDocument } from '../windows/projectWindow.ts';
import { suggestName, suggestPath } from './suggestedPath.ts';

/** What saving needs. */
export interface SaverParts {
  readonly store: ProjectStore;
  readonly dialogs: Dialogs;
  readonly preferences: Preferences;
  readonly recent: RecentList;
  readonly accountName: string;
  readonly log: Log;
}

/** Saves the documents of windows to files the person chooses. */
export class ProjectSaver {
  readonly #parts: SaverParts;

  constructor(parts: SaverParts) {
    this.#parts = parts;
  }

  /** Saves to the document's own file; to one asked for when it has none. A label makes it a version with a name. */
  async save(window: ProjectWindow, document: ShownDocument, replace: boolean, label = ''): Promise<SaveOutcome> {
    if (document.path === null) return this.saveAs(window, document, false, label);
    const outcome = await this.#publish(document, { target: null, asCopy: false, replace, label });
    // It is listed already; nobody waits for its new picture.
    if (outcome.ok) void this.#remember(document, document.path);
    return outcome;
  }

  /** Saves to a file asked for; a copy leaves the document with the file it has. */
  async saveAs(window: ProjectWindow, document: ShownDocument, asCopy: boolean, label = ''): Promise<SaveOutcome> {
    const { dialogs } = this.#parts;
    const target = await dialogs.chooseSaveTarget(window.browser, await this.#suggest(document, asCopy), asCopy);
    if (target === null) return failure({ code: 'cancelled' });
    const outcome = await this.#publish(document, { target: target.path, asCopy, replace: target.mayReplace, label });
    if (outcome.ok && !asCopy) {
      window.document = { ...document, path: target.path };
      // Closing may follow, and the next start has to know the new file.
      await this.#remember(document, target.path);
    }
    return outcome;
  }

  /** Puts what a document says now into the history, when no file has it. */
  keepState({ handle }: ShownDocument): Promise<Result<null, PublishFault>> {
    return this.#parts.store.keepState(handle, this.#author);
  }

  /** Puts what was saved into the list of recent projects, with its picture. */
  async #remember({ handle }: ShownDocument, path: string): Promise<void> {
    const { store, recent, log } = this.#parts;
    try {
      const seen = await store.glance(handle);
      if (seen !== null) recent.remember(path, seen.uuid, seen.thumbnail);
    } catch (error) {
      log.error('Could not remember a project', error);
    }
  }

  async #publish(
    { handle }: ShownDocument,
    request: Pick<PublishRequest, 'target' | 'asCopy' | 'replace' | 'label'>,
  ): Promise<SaveOutcome> {
    const { store, log } = this.#parts;
    const outcome = await store.publish(handle, { ...request, author: this.#author });
    if (!outcome.ok) log.error(`Not saved: ${outcome.reason.code}`);
    return outcome;
  }

  get #author(): string {
    const { preferences, accountName } = this.#parts;
    return preferences.settings.author || accountName;
  }

  async #suggest({ handle, path }: ShownDocument, asCopy: boolean): Promise<string> {
    const { store, preferences } = this.#parts;
    const { translate } = preferences;
    if (path !== null) {
      const name = basename(path, '.meander');
      return suggestPath(path, `${asCopy ? translate('dialog.copyOf', { name }) : name}.meander`);
    }
    const contents = await store.contents(handle);
    const name = contents === null ? translate('app.untitled') : suggestName(contents, translate);
    return suggestPath(null, `${name}.meander`);
  }
}
