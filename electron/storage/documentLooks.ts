import type { FileContents, OpenFault, StoredAsset } from '../../shared/ipc/projectStore.ts';
import { type Result, success } from '../../shared/util/result.ts';
import { findPicture } from './beginWork.ts';
import { cancellableParts } from './cancelling.ts';
import { readInspected } from './inspectDocument.ts';
import { LastLook } from './lastLook.ts';
import { contentsOf } from './openWork.ts';
import { keepRecord } from './readDocument.ts';
import { type StagedDocument, stageDocument } from './stageDocument.ts';
import type { StoreFolders } from './storeFolders.ts';
import type { StoreParts } from './storeParts.ts';
import { Turns } from './turns.ts';

/** For what nobody can give up. */
const NEVER = new AbortController().signal;

/** One copy is kept, so one file is looked at at a time. */
const LOOKING = 'looking';

/** Files that are looked at without being opened: project files, and versions of the history. */
export class DocumentLooks {
  readonly #parts: StoreParts;
  readonly #folders: StoreFolders;
  readonly #turns = new Turns();
  readonly #lastLook: LastLook;

  constructor(parts: StoreParts, folders: StoreFolders) {
    this.#parts = parts;
    this.#folders = folders;
    this.#lastLook = new LastLook(parts.fileSystem);
  }

  /** What a file says, verified; given up at the signal. */
  read(path: string, signal: AbortSignal = NEVER): Promise<Result<FileContents, OpenFault>> {
    return this.#turns.take(LOOKING, async () => {
      const staged = await this.#look(path, signal);
      if (!staged.ok) return staged;
      const inspected = readInspected(staged.value.copy, staged.value.seal, keepRecord);
      if (!inspected.ok) return inspected;
      const { document, seal } = inspected.value;
      const { stat, sidecar } = staged.value;
      return success({ ...contentsOf(document, seal.uuid), bytes: Number(stat.size), digest: seal.digest, sidecar });
    });
  }

  /** A picture of a file; null when the file has none of this hash, or cannot be read. */
  findPicture(path: string, hash: string): Promise<StoredAsset | null> {
    return this.#turns.take(LOOKING, async () => {
      const kept = await this.#lastLook.find(path);
      const staged = kept === null ? await this.#look(path, NEVER) : success(kept);
      return staged.ok ? findPicture(staged.value.copy, hash) : null;
    });
  }

  /** Lets the copy that was kept go. */
  clear(): Promise<void> {
    return this.#lastLook.clear();
  }

  /** A copy of a file to look at, kept until another file is looked at. */
  async #look(path: string, signal: AbortSignal): Promise<Result<StagedDocument, OpenFault>> {
    const staged = await stageDocument(cancellableParts(this.#parts, signal), path, this.#folders);
    if (staged.ok) await this.#lastLook.keep(staged.value);
    return staged;
  }
}
