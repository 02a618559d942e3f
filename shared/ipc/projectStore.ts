import type { Thumbnail } from '../layout/thumbnail.ts';
import type { Merge } from '../merge/merge.ts';
import type { Id, RecordType } from '../records/ids.ts';
import type { MeanderRecord } from '../records/records.ts';
import type { EditHistory } from '../store/history.ts';
import type { EditStep } from '../store/historyLog.ts';
import type { RecordsDiff } from '../store/recordsDiff.ts';
import type { Stamps } from '../store/stamps.ts';
import type { Result } from '../util/result.ts';

/** Names an open document between processes; windows never learn paths. */
export type DocumentHandle = `document:${string}`;

/** Why a file could not be opened. `detail` names the place for a log, never shown alone. */
export type OpenFault =
  | { readonly code: 'missing' }
  /** The drive, share or folder it is on is not there, or does not answer. */
  | { readonly code: 'away' }
  | { readonly code: 'notAFile' }
  | { readonly code: 'notReadable'; readonly detail: string }
  | { readonly code: 'empty' }
  | { readonly code: 'notAProject' }
  | { readonly code: 'tooLarge'; readonly bytes: number; readonly most: number }
  | { readonly code: 'newerSchema'; readonly schema: number; readonly known: number }
  | { readonly code: 'beingWritten' }
  | { readonly code: 'damaged'; readonly detail: string }
  | { readonly code: 'hostile'; readonly detail: string }
  | { readonly code: 'tookTooLong' }
  /** What judges files did not start: nothing is known of this one. */
  | { readonly code: 'notChecked'; readonly detail: string }
  /** Nobody waits for it any more. */
  | { readonly code: 'cancelled' }
  /** A salvage found nothing that is as it was written. */
  | { readonly code: 'nothingLeft' }
  | { readonly code: 'diskFull' }
  /** The store has the file open already, under this handle. */
  | { readonly code: 'alreadyOpen'; readonly handle: DocumentHandle }
  | { readonly code: 'storageFailed'; readonly detail: string };

/** Why an edit could not be kept in the working copy. */
export type CommitFault =
  | { readonly code: 'diskFull' }
  | { readonly code: 'notOpen' }
  /** An edit before this one never came: the sender goes back to this number. */
  | { readonly code: 'missingEdit'; readonly expected: number }
  /** The change would make a document that no file may hold: a limit, or no valid record. */
  | { readonly code: 'refused'; readonly detail: string }
  /** The working copy does not read as it was written. */
  | { readonly code: 'damaged'; readonly detail: string }
  | { readonly code: 'storageFailed'; readonly detail: string };

/** Why a document could not be saved. Whatever the fault, the file at the target is the old or the new one. */
export type PublishFault =
  | { readonly code: 'notOpen' }
  | { readonly code: 'noTarget' }
  | { readonly code: 'changedOnDisk' }
  | { readonly code: 'goneFromDisk' }
  /** The drive, share or folder of the file is not there, or does not answer. */
  | { readonly code: 'away' }
  /** Something that is no file, such as a folder, stands at the target. */
  | { readonly code: 'notAFile' }
  /** The disk takes no file with a name as long as the target's. */
  | { readonly code: 'nameTooLong' }
  | { readonly code: 'notWritable'; readonly detail: string }
  | { readonly code: 'diskFull'; readonly needed: number }
  | { readonly code: 'notVerified'; readonly detail: string }
  /** What reads a version back did not start. */
  | { readonly code: 'notChecked'; readonly detail: string }
  | { readonly code: 'storageFailed'; readonly detail: string };

/** Why a version could not be joined. */
export type JoinFault =
  | OpenFault
  | { readonly code: 'notOpen' }
  /** Another version stands there by now: it is to be read and merged in its turn. */
  | { readonly code: 'otherVersion' };

/** Why another version could not be compared with the document. */
export type CompareFault =
  | OpenFault
  | { readonly code: 'notOpen' }
  /** The file holds another document. */
  | { readonly code: 'otherDocument' };

/** Why a version could not take the document's place. */
export type AdoptFault =
  | JoinFault
  /** The document has what that version has not: it is to be merged. */
  | { readonly code: 'notBehind' };

/** Another version beside the document. */
export interface Comparison {
  readonly merge: Merge;
  /** The version's revision, by which it is joined or adopted. */
  readonly head: string;
  /** Who saved it and when, in milliseconds since 1970. */
  readonly author: string;
  readonly at: number;
  /** It has everything the document has, which may take its place. */
  readonly isBehind: boolean;
}

/** How a document's file compares with the one its working copy came from; `away` with its whole drive or folder. */
export type FileLook = 'none' | 'unchanged' | 'changed' | 'gone' | 'away';

/** A document whose file is not at its place any more. */
export interface LostFile {
  readonly uuid: string;
  /** Where it was. */
  readonly path: string;
  /** Folders it may be in, beside those around its old place. */
  readonly near: readonly string[];
}

/** Why a document could not go on at the place its file was moved to. */
export type FollowFault =
  | { readonly code: 'notOpen' }
  /** No file of the document stands there. */
  | { readonly code: 'missing' }
  /** Another window shows the document that is there. */
  | { readonly code: 'alreadyOpen' }
  | { readonly code: 'storageFailed'; readonly detail: string };

/** A saved version of a document, as the file itself lists it. */
export interface Revision {
  readonly id: string;
  readonly parents: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly author: string;
  readonly label: string;
}

/** A record that was removed, and the revision that removed it. */
export interface Tombstone {
  readonly id: Id;
  readonly revision: string;
}

/** A document as read and verified. */
export interface DocumentContents {
  /** The document's own id, the same in every copy of it. */
  readonly uuid: string;
  /** The revision these contents are, or were last sealed as; null for a document that was never saved. */
  readonly head: string | null;
  readonly records: readonly MeanderRecord[];
  /** For every record, which revision last changed each field: what a merge decides by. */
  readonly stamps: ReadonlyMap<Id, Stamps>;
  readonly tombstones: readonly Tombstone[];
  /** Every version the document descends from, each after its parents. */
  readonly revisions: readonly Revision[];
  /** Hashes of the pictures the file carries. */
  readonly assets: readonly string[];
  /** Schema of the file as it was found. */
  readonly schema: number;
}

/** What a list of projects shows of a document. */
export interface DocumentGlance {
  readonly uuid: string;
  /** Its first map; null when it has none. */
  readonly thumbnail: Thumbnail | null;
}

/** A project file as it was read, with what it is as a file. */
export interface FileContents extends DocumentContents {
  readonly bytes: number;
  /** Proves the whole document; two files with the same digest say the same. */
  readonly digest: string;
  /** What another program had left beside the file, and whether that could be taken in. */
  readonly sidecar: OpenedDocument['sidecar'];
}

/** A record that a salvage did not get, as far as something still tells of it. */
export interface MissingRecord {
  readonly type: RecordType;
  /** What can be made out of its words; not proven, and often nothing. */
  readonly words: string;
}

/** What a salvage took over from a damaged document and what it did not. */
export interface SalvageReport {
  readonly records: number;
  readonly pictures: number;
  /** Records that are missing, as far as the file still says how many there were: at least so many. */
  readonly missing: number;
  /** Those of the missing of which something is known, in the order of RECORD_TYPES; not more than 1,000. */
  readonly known: readonly MissingRecord[];
  readonly missingPictures: number;
  /** Things that were given another place, because what they stood in is missing. */
  readonly mended: number;
}

/** What could be saved of a damaged document, opened as a new one without a file. */
export interface SalvagedDocument {
  readonly document: OpenedDocument;
  readonly salvage: SalvageReport;
}

/** Where a document stands between the screen and its file. */
export interface SaveState {
  /** The file's name without its folder; null while the document was never saved. */
  readonly fileName: string | null;
  /** Edits in the working copy that the file lacks. */
  readonly unsavedEdits: number;
  /** When the file was last written or read, in milliseconds since 1970; null while never. */
  readonly savedAt: number | null;
  /** Set when the file cannot be written where it is. */
  readonly readOnly: boolean;
}

/** Who has the document open on another computer, as far as a file beside it says. Only a hint. */
export interface OtherOwner {
  readonly account: string;
  readonly computer: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** An opened document. */
export interface OpenedDocument extends DocumentContents {
  readonly handle: DocumentHandle;
  /** Names the working copy: `resume` opens it again when the process that held it ended. */
  readonly workId: string;
  readonly save: SaveState;
  /** How the file compares with the one the working copy came from; a changed one asks to be merged in. */
  readonly file: FileLook;
  /** Another program had left changes beside the file: they were taken in, or could not be used. */
  readonly sidecar: 'none' | 'recovered' | 'ignored';
  readonly alsoOpenBy: OtherOwner | null;
  /** Edits found in the working copy from an earlier run that the file lacks; they are part of `records`. */
  readonly recoveredEdits: number;
  /** The highest edit number the store has kept: the sender goes on from here. */
  readonly lastEdit: number;
  /** What an earlier run of these edits can still take back and do again. */
  readonly history: EditHistory;
}

/** One edit on its way into the working copy. Numbers rise by one per document; a number seen before is ignored. */
export interface EditMessage {
  readonly number: number;
  readonly label: string;
  readonly diff: RecordsDiff;
  /** What it was to undo and redo; without it, nothing up to and with this edit can be taken back after a crash. */
  readonly step?: EditStep;
}

/** A picture's bytes under their SHA-256. */
export interface StoredAsset {
  readonly hash: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** Where to save, and as whom. */
export interface PublishRequest {
  readonly author: string;
  /** A path for Save as; null saves to the document's own file. */
  readonly target: string | null;
  /** Save a copy: the document keeps its own file. */
  readonly asCopy: boolean;
  /** The person has been told that the file is gone, or that another file stands at the target, and wants it so. */
  readonly replace: boolean;
  /** A name for this version; named versions are kept for ever. Empty or left out for an ordinary save. */
  readonly label?: string;
}

/** An older version of a document, kept on this computer at a path that `read` and `openCopy` take. */
export interface StoredVersion {
  readonly path: string;
  readonly revision: string;
  /** When it was saved, in milliseconds since 1970. */
  readonly at: number;
  /** Given a name when it was saved: kept for ever. */
  readonly isNamed: boolean;
}

/** Something that may be damaged: a person's file, or work of an earlier run. */
export type DocumentSource = { readonly path: string } | { readonly workId: string };

/** How many records differ between two versions. */
export interface ChangeCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** A version of an open document that is kept on this computer: it can be looked at and restored. */
export interface DocumentVersion {
  readonly revision: string;
  /** When it was saved, in milliseconds since 1970. */
  readonly at: number;
  readonly author: string;
  /** What it was called when it was saved, or later on this computer; empty for one without a name. */
  readonly name: string;
  /** What it changed in the version listed after it; null for the oldest. */
  readonly changes: ChangeCounts | null;
  /** It is the one in the document's file. */
  readonly isSaved: boolean;
}

/** Work of an earlier run that its file lacks, found at the start. */
export interface UnsavedWork {
  readonly workId: string;
  /** The file it belongs to, or null when it never had one. */
  readonly path: string | null;
  readonly title: string;
  readonly edits: number;
  /** When the last edit was kept, in milliseconds since 1970. */
  readonly lastEditAt: number;
  /** It cannot be continued: nobody knows what it holds until it is salvaged. */
  readonly isDamaged: boolean;
}

/**
 * The only door to project files. Implemented by the storage process; main forwards to it, tests use it directly.
 * Every path is absolute. No method throws for what a disk or a file can do: that comes back as a fault.
 */
export interface ProjectStore {
  /** Whether a file is still at its place. May take as long as the drive it is on. */
  isThere(path: string): Promise<boolean>;
  /** Reads and verifies a file without opening it for editing; leaves nothing behind. */
  read(path: string): Promise<Result<FileContents, OpenFault>>;
  /** Opens a file for editing: verified contents go into a fresh working copy, or an unsaved one is continued. */
  open(path: string): Promise<Result<OpenedDocument, OpenFault>>;
  /** Opens the contents of a file (a sample, a template) as a new document without a file. */
  openCopy(path: string): Promise<Result<OpenedDocument, OpenFault>>;
  /**
   * Opens what can still be read of a damaged file, or of damaged unsaved work, as a new document without a file. What
   * is damaged stays as it is.
   */
  salvage(from: DocumentSource): Promise<Result<SalvagedDocument, OpenFault>>;
  /** Gives up reading, opening or salvaging what stands at a path, or in a working copy: those calls say `cancelled`. */
  giveUp(from: DocumentSource): Promise<void>;
  /** Makes a new document of these records. */
  create(records: readonly MeanderRecord[], assets: readonly StoredAsset[]): Promise<Result<OpenedDocument, OpenFault>>;
  /** Lists work that was never saved; `resume` opens it, `discard` forgets it. */
  listUnsaved(): Promise<readonly UnsavedWork[]>;
  resume(workId: string): Promise<Result<OpenedDocument, OpenFault>>;
  discard(workId: string): Promise<void>;
  /** An open document as kept so far, for an export or a window that was loaded anew; null when it is not open. */
  contents(handle: DocumentHandle): Promise<OpenedDocument | null>;
  /** How an open document looks from afar, and its id; null when it is not open. */
  glance(handle: DocumentHandle): Promise<DocumentGlance | null>;
  /** Keeps one edit: when this says ok, the edit survives a power cut. */
  commit(handle: DocumentHandle, edit: EditMessage): Promise<Result<SaveState, CommitFault>>;
  /**
   * Says that the version at `path` whose head is `head` has been merged into the document: its revisions, tombstones
   * and pictures are taken over, and when it is the document's own file, `publish` may replace it. The merge itself is
   * an edit and is committed before this: were it lost in between, its version would be overwritten.
   */
  joinVersion(handle: DocumentHandle, path: string, head: string): Promise<Result<SaveState, JoinFault>>;
  /** Looks whether the document's file has changed since it was last read or written; null when it is not open. */
  lookAtFile(handle: DocumentHandle): Promise<FileLook | null>;
  /**
   * Seeks the file of a document that is not at its place, by the document's id; of an open one, `near` are further
   * folders. Gives its path, or null when it is nowhere near. May take seconds.
   */
  findMoved(
    lost: LostFile | { readonly handle: DocumentHandle; readonly near: LostFile['near'] },
  ): Promise<string | null>;
  /** Goes on at the place the document's file was moved to. What stands there is compared before it is replaced. */
  followFile(handle: DocumentHandle, path: string): Promise<Result<SaveState, FollowFault>>;
  /**
   * Brings the version at a path together with the document, and says what would be taken and what is to be decided.
   * Nothing changes: the merge is an edit, and `joinVersion` follows it.
   */
  compareVersion(handle: DocumentHandle, path: string): Promise<Result<Comparison, CompareFault>>;
  /**
   * Puts the version at the document's own file, whose head is `head`, in the place of a document that has no edits of
   * its own and from which that version descends. The window shows the records of a `compareVersion` before.
   */
  adoptVersion(handle: DocumentHandle, head: string): Promise<Result<SaveState, AdoptFault>>;
  /** Puts what the document says now into the history when no file has it: before a merge changes it. */
  keepState(handle: DocumentHandle, author: string): Promise<Result<null, PublishFault>>;
  /** Writes the document to its file. */
  publish(handle: DocumentHandle, request: PublishRequest): Promise<Result<SaveState, PublishFault>>;
  /** Keeps a picture's bytes; gives their hash. */
  putAsset(handle: DocumentHandle, mime: string, bytes: Uint8Array): Promise<Result<string, CommitFault>>;
  /** The bytes of a picture of an open document, or of a file given by path. */
  readAsset(from: DocumentHandle | { readonly path: string }, hash: string): Promise<StoredAsset | null>;
  /** The ids of records removed since the beginning, as the file remembers them. */
  tombstones(handle: DocumentHandle): Promise<readonly Id[]>;
  /**
   * The older versions of a document kept on this computer, newest first. By path for a file that cannot be read any
   * more: those of the document that was last saved there.
   */
  listVersions(of: { readonly uuid: string } | { readonly path: string }): Promise<readonly StoredVersion[]>;
  /** The versions of an open document on this computer, newest first, the one in its file among them. */
  tellVersions(handle: DocumentHandle): Promise<readonly DocumentVersion[]>;
  /** One of them, read and verified. Its pictures are had of the document itself. */
  readVersion(handle: DocumentHandle, revision: string): Promise<Result<DocumentContents, OpenFault>>;
  /** Calls a version something, on this computer, so that it is kept for ever; an empty name takes that back. */
  nameVersion(handle: DocumentHandle, revision: string, name: string): Promise<void>;
  /** Sets how many bytes older versions of all documents may take together; the oldest without a name go first. */
  limitHistory(bytes: number): Promise<void>;
  /** Ends work on a document. What is not saved is kept for `listUnsaved`, unless `discard` is set. */
  close(handle: DocumentHandle, discard: boolean): Promise<void>;
}
