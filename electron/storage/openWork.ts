import { basename } from 'node:path';
import type { DocumentContents, DocumentHandle, OtherOwner, SaveState } from '../../shared/ipc/projectStore.ts';
import type { StoredDocument } from './readDocument.ts';
import { SavedVersion } from './savedVersion.ts';
import type { WorkPaths } from './storeFolders.ts';
import { UndoLog } from './undoLog.ts';
import type { WorkingCopy } from './workingCopy.ts';
import { type FileState, type SessionState, WorkSession } from './workSession.ts';

/** A document under work: its working copy, its session and the version it came from. */
export class OpenWork {
  readonly id: string;
  readonly paths: WorkPaths;
  readonly copy: WorkingCopy;
  readonly session: WorkSession;
  readonly undoLog: UndoLog;
  /** Set when the file cannot be written where it is. */
  readOnly = false;
  /** Unsaved edits of an earlier run, found when it was opened. */
  readonly recoveredEdits: number;
  /** Who else says to have the file open. */
  alsoOpenBy: OtherOwner | null = null;
  #saved: SavedVersion | null = null;

  private constructor(id: string, paths: WorkPaths, copy: WorkingCopy, session: WorkSession) {
    this.id = id;
    this.paths = paths;
    this.copy = copy;
    this.session = session;
    this.undoLog = new UndoLog(paths.undo);
    this.recoveredEdits = this.unsavedEdits;
  }

  /** Takes an open working copy; its session is opened, or begins with `state`. Throws SqliteError. */
  static begin(id: string, paths: WorkPaths, copy: WorkingCopy, state: SessionState): OpenWork {
    const work = new OpenWork(id, paths, copy, new WorkSession(paths.session, state));
    work.openSaved();
    return work;
  }

  get handle(): DocumentHandle {
    return `document:${this.id}`;
  }

  get file(): FileState | null {
    return this.session.state.file;
  }

  /** Number of the last edit that was kept. */
  get lastEdit(): number {
    return this.copy.draft?.edit ?? this.session.state.headEdit;
  }

  get unsavedEdits(): number {
    return Math.max(0, this.lastEdit - this.session.state.savedEdit);
  }

  get saved(): SavedVersion | null {
    return this.#saved;
  }

  get saveState(): SaveState {
    const { file, savedAt } = this.session.state;
    return {
      fileName: file === null ? null : basename(file.path),
      unsavedEdits: this.unsavedEdits,
      savedAt,
      readOnly: this.readOnly,
    };
  }

  /** The document's file was moved here; whether it is the same is asked before every save. */
  moveTo(path: string): void {
    if (this.file !== null && this.file.path !== path) this.session.update({ file: { ...this.file, path } });
  }

  /** Opens the saved version anew, after its file was replaced. */
  openSaved(): void {
    this.closeSaved();
    try {
      if (this.file !== null) this.#saved = SavedVersion.open(this.paths.base);
    } catch {
      // Between two steps of a save that was cut off it is not there. Without it, an undone edit counts as an edit.
    }
  }

  /** Lets go of the saved version's file, which some systems do not move while it is open. */
  closeSaved(): void {
    this.#saved?.close();
    this.#saved = null;
  }

  /** Closes everything and leaves it on the disk. */
  close(): void {
    this.closeSaved();
    this.copy.close();
    this.session.close();
    this.undoLog.close();
  }
}

/** What a document says, in the form that leaves the storage process. */
export function contentsOf(document: StoredDocument, uuid: string): DocumentContents {
  const { records, revisions, tombstones, assets, schema } = document;
  // Most documents have no tombstones, and then nobody asks who lives.
  const living = new Set(tombstones.length === 0 ? [] : records.map(({ record }) => record.id));
  return {
    uuid,
    head: document.meta.get('head') ?? null,
    schema,
    revisions,
    records: records.map(({ record }) => record),
    stamps: new Map(records.map(({ record, stamps }) => [record.id, stamps])),
    tombstones: tombstones.filter(({ id }) => !living.has(id)),
    assets: assets.map(({ hash }) => hash),
  };
}
