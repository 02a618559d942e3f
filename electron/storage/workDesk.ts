import { dirname } from 'node:path';
import type {
  DocumentGlance,
  DocumentHandle,
  OpenedDocument,
  OpenFault,
  UnsavedWork,
} from '../../shared/ipc/projectStore.ts';
import { layThumbnail } from '../../shared/layout/thumbnail.ts';
import type { Records } from '../../shared/records/records.ts';
import { type EditHistory, EMPTY_HISTORY } from '../../shared/store/history.ts';
import { readHistory } from '../../shared/store/historyLog.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { compareFile } from './compareFile.ts';
import { statIfThere } from './fileSystem.ts';
import { LeftWorks } from './leftWorks.ts';
import { contentsOf, type OpenWork } from './openWork.ts';
import { claimDocument, releaseDocument } from './ownerFile.ts';
import { guardReading } from './readBehindGate.ts';
import type { StoredDocument } from './readDocument.ts';
import { endWork, openLeftWork, placeOfDamaged, recoverWorks } from './recoverWorks.ts';
import type { Sidecar, StagedDocument } from './stageDocument.ts';
import { faultOfOpen } from './storageFaults.ts';
import { type StoreFolders, workPaths } from './storeFolders.ts';
import type { StoreOptions, StoreParts } from './storeParts.ts';

/** The working copies of a store: those that are open, and those left with unsaved edits. */
export class WorkDesk {
  readonly #options: StoreOptions;
  readonly #parts: StoreParts;
  readonly #folders: StoreFolders;
  readonly #open = new Map<DocumentHandle, OpenWork>();
  readonly #left = new LeftWorks();

  constructor(options: StoreOptions, parts: StoreParts, folders: StoreFolders) {
    this.#options = options;
    this.#parts = parts;
    this.#folders = folders;
  }

  /** Takes up what earlier runs left in the folders of these ids. */
  async recover(ids: readonly string[]): Promise<void> {
    const { works, damaged } = await recoverWorks(this.#parts, this.#folders, ids);
    for (const id of damaged) await this.#leaveDamaged(id);
    for (const work of works) {
      try {
        this.#left.leave(work);
      } catch (error) {
        console.error(`Working copy ${work.id} cannot be read`, error);
        work.close();
        await this.#leaveDamaged(work.id);
      }
    }
  }

  /** Where a working copy lies that is not open; null when there is none. */
  databaseOfLeft(workId: string): string | null {
    return this.#left.has(workId) ? workPaths(this.#folders, workId).work : null;
  }

  get(handle: DocumentHandle): OpenWork | undefined {
    return this.#open.get(handle);
  }

  get handles(): readonly DocumentHandle[] {
    return [...this.#open.keys()];
  }

  /** The open document whose file is at this real path. */
  findOpen(path: string): OpenWork | null {
    return [...this.#open.values()].find(({ file }) => file?.path === path) ?? null;
  }

  listLeft(): readonly UnsavedWork[] {
    return this.#left.list();
  }

  /**
   * The left working copy of a file that goes on from there: one with unsaved edits, or one that was open at a crash
   * and says what the file says, which undo still knows of. Another one is let go: the file is newer.
   */
  async findLeft({ realPath, seal: { uuid }, sha256 }: StagedDocument): Promise<string | null> {
    for (let found = this.#left.find(realPath, uuid); found !== null; found = this.#left.find(realPath, uuid)) {
      if (found.edits > 0 || found.sha256 === sha256) return found.workId;
      await this.discard(found.workId);
    }
    return this.#findMoved(uuid);
  }

  /** The left working copy of a document whose file is not where it was: it was moved to where it is being opened. */
  async #findMoved(uuid: string): Promise<string | null> {
    for (const { workId, path } of this.#left.ofDocument(uuid)) {
      if (path === null) continue;
      const stat = await statIfThere(this.#parts.fileSystem, path).catch(() => undefined);
      if (stat === null) return workId;
    }
    return null;
  }

  /** Opens a working copy with what it says. It belongs to the desk from here on. */
  async admit(work: OpenWork, document: StoredDocument, sidecar: Sidecar): Promise<Result<OpenedDocument, OpenFault>> {
    try {
      await this.#takeUp(work);
      return success(await this.#describe(work, document, sidecar));
    } catch (error) {
      this.leaveAsIs(work);
      return failure(faultOfOpen(error));
    }
  }

  /** An open document as it stands in its working copy; null when it cannot be read. */
  async contents(work: OpenWork): Promise<OpenedDocument | null> {
    const document = guardReading(() => success(work.copy.read()));
    return document.ok ? this.#describe(work, document.value, 'none') : null;
  }

  /** What a list of projects shows of an open document; null when it cannot be read. */
  glance(work: OpenWork): DocumentGlance | null {
    const document = guardReading(() => success(work.copy.read()));
    return document.ok ? { uuid: work.copy.uuid, thumbnail: layThumbnail(recordsById(document.value)) } : null;
  }

  /**
   * Opens a working copy that was left, at the place where its file was found or else where it was. When it cannot be
   * read it stays where it is.
   */
  async resume(
    workId: string,
    sidecar: Sidecar,
    foundAt: string | null = null,
  ): Promise<Result<OpenedDocument, OpenFault>> {
    const left = this.#left.take(workId);
    if (left === null) return failure({ code: 'missing' });
    const path = foundAt ?? left.path;
    const already = path === null ? null : this.findOpen(path);
    if (already !== null) {
      this.#left.putBack(left);
      return failure({ code: 'alreadyOpen', handle: already.handle });
    }
    const opened = this.#openLeft(workId, foundAt);
    const admitted = opened.ok ? await this.admit(opened.value.work, opened.value.document, sidecar) : opened;
    if (!admitted.ok) this.#left.putBack(left, left.isDamaged || admitted.reason.code === 'damaged');
    return admitted;
  }

  async discard(workId: string): Promise<void> {
    const left = this.#left.take(workId);
    if (left === null) return;
    try {
      await endWork(this.#parts, this.#folders, openLeftWork(this.#parts, this.#folders, workId));
    } catch {
      // Even what cannot be opened any more can be thrown away.
      await this.#parts.fileSystem.remove(workPaths(this.#folders, workId).folder).catch(() => {});
    }
  }

  /** Puts a document away: unsaved edits stay for `listLeft` unless they are to go. */
  async putAway(work: OpenWork, discard: boolean): Promise<void> {
    this.#open.delete(work.handle);
    if (work.unsavedEdits === 0 || discard) {
      await endWork(this.#parts, this.#folders, work);
      return;
    }
    if (work.file !== null) await releaseDocument(this.#parts.fileSystem, work.file.path, work.id);
    this.#left.leave(work);
  }

  /** Closes a document and leaves it exactly as it is for the next start. */
  leaveAsIs(work: OpenWork): void {
    this.#open.delete(work.handle);
    work.close();
  }

  /** Goes on where the document's file was moved to. */
  async follow(work: OpenWork, path: string): Promise<void> {
    const before = work.file?.path ?? null;
    if (before === path) return;
    work.moveTo(path);
    await this.#lookWhetherWritable(work);
    await this.#folders.history.notePlace(work.copy.uuid, path);
    await this.moveClaim(work, before);
  }

  /** Tells others that a document has moved to another file. */
  async moveClaim(work: OpenWork, before: string | null): Promise<void> {
    if (before !== null) await releaseDocument(this.#parts.fileSystem, before, work.id);
    await this.#claim(work);
  }

  async #leaveDamaged(workId: string): Promise<void> {
    const stat = await statIfThere(this.#parts.fileSystem, workPaths(this.#folders, workId).work).catch(() => null);
    const at = stat === null ? 0 : Number(stat.modified / 1_000_000n);
    this.#left.leaveDamaged(workId, placeOfDamaged(this.#folders, workId), at);
  }

  #openLeft(
    workId: string,
    foundAt: string | null,
  ): Result<{ readonly work: OpenWork; readonly document: StoredDocument }, OpenFault> {
    try {
      const work = openLeftWork(this.#parts, this.#folders, workId);
      if (foundAt !== null) work.moveTo(foundAt);
      const document = guardReading(() => success(work.copy.read()));
      if (document.ok) return success({ work, document: document.value });
      work.close();
      return document;
    } catch (error) {
      return failure(faultOfOpen(error));
    }
  }

  async #describe(work: OpenWork, document: StoredDocument, sidecar: Sidecar): Promise<OpenedDocument> {
    return {
      ...contentsOf(document, work.copy.uuid),
      handle: work.handle,
      workId: work.id,
      save: work.saveState,
      file: await compareFile(this.#parts, work),
      sidecar,
      alsoOpenBy: work.alsoOpenBy,
      recoveredEdits: work.recoveredEdits,
      lastEdit: work.lastEdit,
      history: historyOf(work, document),
    };
  }

  async #takeUp(work: OpenWork): Promise<void> {
    this.#open.set(work.handle, work);
    if (work.session.state.isIdle) work.session.update({ isIdle: false });
    await this.#lookWhetherWritable(work);
    await this.#claim(work);
  }

  async #lookWhetherWritable(work: OpenWork): Promise<void> {
    if (work.file === null) return;
    const { fileSystem } = this.#parts;
    const places = [work.file.path, dirname(work.file.path)];
    const writable = await Promise.all(places.map((path) => fileSystem.isWritable(path).catch(() => true)));
    work.readOnly = writable.includes(false);
  }

  async #claim(work: OpenWork): Promise<void> {
    if (work.file === null || work.readOnly) return;
    const { account, computer } = this.#options;
    const owner = { account, computer, since: this.#parts.now(), work: work.id };
    work.alsoOpenBy = await claimDocument(this.#parts.fileSystem, work.file.path, owner);
  }
}

/** What can be taken back and done again, as far as an earlier run noted it. */
function historyOf({ undoLog, lastEdit }: OpenWork, document: StoredDocument): EditHistory {
  const lines = undoLog.linesTo(lastEdit);
  return lines.length === 0 ? EMPTY_HISTORY : readHistory(lines, recordsById(document));
}

function recordsById({ records }: StoredDocument): Records {
  return new Map(records.map(({ record }) => [record.id, record]));
}
