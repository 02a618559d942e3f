import { basename } from 'node:path';
import type { CompareOutcome } from '../../../shared/ipc/bridge.ts';
import type { AdoptFault, JoinFault, ProjectStore, SaveState } from '../../../shared/ipc/projectStore.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { Dialogs } from '../dialogs.ts';
import type { Log } from '../log.ts';
import type { ProjectWindow, ShownDocument } from '../windows/projectWindow.ts';

/** What comparing needs. */
export interface ComparerParts {
  readonly store: ProjectStore;
  readonly dialogs: Dialogs;
  readonly log: Log;
}

/** Brings other versions beside the documents of windows; which file a window compared with stays here. */
export class VersionComparer {
  readonly #parts: ComparerParts;

  constructor(parts: ComparerParts) {
    this.#parts = parts;
  }

  /** Compares with what stands at the document's own file. */
  async compareWithFile(window: ProjectWindow, document: ShownDocument): Promise<CompareOutcome> {
    if (document.path === null) return failure({ fault: { code: 'missing' }, fileName: '' });
    return this.#compare(window, document, document.path);
  }

  /** Asks for a copy and compares with it. */
  async compareWithCopy(window: ProjectWindow, document: ShownDocument): Promise<CompareOutcome> {
    const path = await this.#parts.dialogs.chooseCopy(window.browser);
    return path === null ? failure({ code: 'cancelled' }) : this.#compare(window, document, path);
  }

  /** The version compared last is merged in. */
  async join(window: ProjectWindow, { handle }: ShownDocument, head: string): Promise<Result<SaveState, JoinFault>> {
    if (window.compared === null) return failure({ code: 'missing' });
    return this.#parts.store.joinVersion(handle, window.compared, head);
  }

  /** The version at the document's own file takes its place. */
  adopt({ handle }: ShownDocument, head: string): Promise<Result<SaveState, AdoptFault>> {
    return this.#parts.store.adoptVersion(handle, head);
  }

  async #compare(window: ProjectWindow, { handle }: ShownDocument, path: string): Promise<CompareOutcome> {
    const fileName = basename(path);
    const compared = await this.#parts.store.compareVersion(handle, path);
    if (!compared.ok) {
      this.#parts.log.info(`Not compared: ${compared.reason.code}`);
      return failure({ fault: compared.reason, fileName });
    }
    window.compared = path;
    return success({ ...compared.value, fileName });
  }
}
