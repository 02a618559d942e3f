import type { MainCommandId, WindowCommandId } from '../commands/commandIds.ts';
import type { MenuFacts } from '../commands/menuFacts.ts';
import type { People } from '../exchange/people.ts';
import type { Thumbnail } from '../layout/thumbnail.ts';
import type { Id } from '../records/ids.ts';
import type { Records } from '../records/records.ts';
import type { ThemeName } from '../scene/theme.ts';
import type { Result } from '../util/result.ts';
import type {
  AdoptFault,
  CommitFault,
  CompareFault,
  Comparison,
  DocumentHandle,
  DocumentVersion,
  EditMessage,
  FileLook,
  FollowFault,
  JoinFault,
  OpenedDocument,
  OpenFault,
  PublishFault,
  SalvageReport,
  SaveState,
  UnsavedWork,
} from './projectStore.ts';

/** The languages of the interface. */
export const LANGUAGES = ['en', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a person has set. `system` follows the computer. */
export interface Settings {
  readonly language: Language | 'system';
  readonly theme: ThemeName | 'system';
  /** Who saves, as written into the file; empty until asked at the first save. */
  readonly author: string;
  /** How many megabytes older versions of all projects may take on this computer. */
  readonly historyCap: number;
  /** Whether a project that has a file is saved to it by itself: when nobody edits for a while, and on closing. */
  readonly autosave: boolean;
  /** Whether a map that is being begun asks its questions and shows the five moves. */
  readonly guide: boolean;
}

/** A project that was open before. `id` stands for its path, which stays in main. */
export interface RecentProject {
  readonly id: string;
  readonly fileName: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  /** False when the file is no longer there. */
  readonly found: boolean;
  /** Its first map as it was opened or saved last; null when it has none. */
  readonly thumbnail: Thumbnail | null;
}

/** A project as a window gets it. A Map crosses into the window twice as fast as a list, and is what it needs. */
export interface OpenedProject extends Omit<OpenedDocument, 'records' | 'stamps' | 'tombstones' | 'assets' | 'workId'> {
  readonly records: Records;
  /** Set when this is what could be read of something damaged: what is missing. */
  readonly salvage: SalvageReport | null;
}

/** Why something could not be opened, and what can be done instead. */
export interface OpenRefusal {
  readonly fault: OpenFault;
  readonly fileName: string;
  readonly rescue: Rescue | null;
}

/** What can be had instead of something that cannot be opened. */
export interface Rescue {
  /** When the newest version kept on this computer was saved, in milliseconds since 1970; null for none. */
  readonly earlier: number | null;
  /** What can still be read of it can be taken into a new project. */
  readonly hasRemains: boolean;
}

/** The systems Meander runs on, as Node names them. */
export const PLATFORMS = ['linux', 'win32', 'darwin'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Work of an earlier run that no file has. */
export interface FoundWork extends Omit<UnsavedWork, 'path'> {
  /** The file it belongs to, or null when it never had one. */
  readonly fileName: string | null;
}

/** A window's outer state, which its own upper rod shows where it has no system frame. */
export interface WindowState {
  readonly maximized: boolean;
  readonly fullScreen: boolean;
  readonly focused: boolean;
}

/**
 * What a window learns when it starts. A start screen gets it at once; a window made for a file gets it when the file
 * is open. Subscribe to the events before asking: they begin to come when this has been answered.
 */
export interface WindowStart {
  readonly platform: Platform;
  readonly version: string;
  /** The account's name, the first suggestion for `Settings.author`. */
  readonly accountName: string;
  readonly settings: Settings;
  /** The settings with `system` resolved. */
  readonly language: Language;
  readonly theme: ThemeName;
  readonly window: WindowState;
  readonly recent: readonly RecentProject[];
  /** The project this window was opened for, or shows already when it was loaded anew; null shows the start screen. */
  readonly project: OpenedProject | null;
  /** Why the file this window was opened for could not be opened. */
  readonly fault: OpenRefusal | null;
}

/**
 * A project opened in this window, or why not: the person changed their mind, the project shows in another window
 * (which has come to the front), or a fault of the file.
 */
export type OpenOutcome = Result<
  OpenedProject,
  { readonly code: 'cancelled' } | { readonly code: 'focusedOther' } | OpenRefusal
>;

/** The version in another file beside the document, or why not; `cancelled` when the person chose none. */
export type CompareOutcome = Result<
  Comparison & { readonly fileName: string },
  { readonly code: 'cancelled' } | { readonly fault: CompareFault; readonly fileName: string }
>;

/** The people of another project, and the bytes of their portraits by hash. */
export interface OtherPeople {
  readonly fileName: string;
  readonly people: People;
  readonly portraits: ReadonlyMap<string, Uint8Array>;
}

/** Who is in another project, or why that cannot be told; `cancelled` when the person chose none. */
export type PeopleOutcome = Result<
  OtherPeople,
  { readonly code: 'cancelled' } | { readonly fault: OpenFault; readonly fileName: string }
>;

/** Where a document's file was moved to: its name and that of its folder. */
export interface MovedFile {
  readonly fileName: string;
  readonly folder: string;
}

/** What became of a save: the new state, a fault, or the person changed their mind. */
export type SaveOutcome = Result<SaveState, PublishFault | { readonly code: 'cancelled' }>;

/** The samples and templates that come with Meander, by file name without language and ending. */
export const SAMPLES = ['sarah', 'olivier'] as const;
export type SampleName = (typeof SAMPLES)[number];
export const TEMPLATES = [
  'five-stage-shop',
  'service',
  'checkout',
  'reputation',
  'see-think-do-care',
  'convenience',
  'research',
  'problem-solving',
  'returning-customer',
  'social',
  'blank',
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** Paper of a poster, landscape; `fit` is a page of the poster's own ratio at A1 width. */
export const PAPERS = ['A4', 'A3', 'A2', 'A1', 'A0', 'fit'] as const;
export type Paper = (typeof PAPERS)[number];

/** What to make of a map: its poster. Of a persona: her card, always light, on A4. */
export interface ExportOptions {
  readonly of: Id<'map'> | Id<'persona'>;
  readonly format: 'pdf' | 'png';
  readonly paper: Paper;
  /** PNG: pixels per poster px, 1 to 4. */
  readonly scale: number;
  readonly theme: ThemeName;
}

/** Why an export did not become a file. */
export type ExportFault =
  | { readonly code: 'cancelled' }
  | { readonly code: 'nameTooLong' }
  | { readonly code: 'notWritable'; readonly detail: string }
  | { readonly code: 'diskFull' }
  | { readonly code: 'failed'; readonly detail: string };

/** How far an export is, 0 to 1. */
export interface ExportProgress {
  readonly done: number;
}

/** What main tells a window unasked. */
export interface WindowEvents {
  /** A command was chosen in the native menu. */
  readonly command: WindowCommandId;
  /** A file was opened in this window from outside: second start, menu without a window, dropped on the dock. */
  readonly opened: OpenOutcome;
  /** A file of this name is being opened in this window; null when that is over. */
  readonly opening: string | null;
  readonly exportProgress: ExportProgress;
  readonly settings: { readonly settings: Settings; readonly language: Language; readonly theme: ThemeName };
  readonly windowState: WindowState;
  /** The storage process ended: `restarted` with nothing lost, or `lost` and edits are no longer kept. */
  readonly storage: 'restarted' | 'lost';
  /** The window shall close: finish what is being typed, ask if something is not in the file, then `confirmClose`. */
  readonly closeRequested: null;
}

/**
 * Everything a window can ask of main; exposed by the preload script as `window.meander`. A call with a handle the
 * window does not own, or with arguments of another form, rejects.
 */
export interface Bridge {
  start(): Promise<WindowStart>;
  changeSettings(settings: Partial<Settings>): Promise<void>;
  listRecent(): Promise<readonly RecentProject[]>;
  forgetRecent(id: string): Promise<void>;
  /** Asks where a project that is not at its old place is now, and opens it there. */
  locateRecent(id: string): Promise<OpenOutcome>;
  /** Work of earlier runs that no file has; waits for the storage process, so not part of `start`. */
  listUnsaved(): Promise<readonly FoundWork[]>;
  /** Asks for files: the first opens in this window, any others in windows of their own. */
  openWithDialog(): Promise<OpenOutcome>;
  openRecent(id: string): Promise<OpenOutcome>;
  openSample(name: SampleName): Promise<OpenOutcome>;
  openTemplate(name: TemplateName): Promise<OpenOutcome>;
  /** Files dropped on the window, the `File`s of the drop event: the first opens here, any others in windows of their own. */
  openDropped(files: readonly unknown[]): Promise<OpenOutcome>;
  /** Opens the newest version kept on this computer of what was refused last in this window, as a new project. */
  openEarlier(): Promise<OpenOutcome>;
  /** Opens what can still be read of what was refused last in this window, as a new project. */
  openSalvaged(): Promise<OpenOutcome>;
  /** Gives up what is being opened in this window; that call says `cancelled`. */
  cancelOpening(): Promise<void>;
  resumeUnsaved(workId: string): Promise<OpenOutcome>;
  /** Opens what can still be read of damaged work, as a new project; the work stays listed until it is discarded. */
  salvageUnsaved(workId: string): Promise<OpenOutcome>;
  discardUnsaved(workId: string): Promise<void>;
  commit(handle: DocumentHandle, edit: EditMessage): Promise<Result<SaveState, CommitFault>>;
  /**
   * Saves to the document's own file; asks for a place when it has none. `replace` says that the person has been told
   * of `goneFromDisk` and wants the file written there all the same.
   */
  save(handle: DocumentHandle, replace: boolean): Promise<SaveOutcome>;
  /** Asks for a place, then saves there. A copy leaves the document with the file it has. */
  saveAs(handle: DocumentHandle, asCopy: boolean): Promise<SaveOutcome>;
  /** Saves like `save`, as a version with a name, which is kept for ever; also when everything is saved already. */
  saveVersion(handle: DocumentHandle, name: string): Promise<SaveOutcome>;
  /** The versions of the document on this computer, newest first, the one in its file among them. */
  listVersions(handle: DocumentHandle): Promise<readonly DocumentVersion[]>;
  /** What one of them says. Its pictures are had of the document itself. */
  readVersion(handle: DocumentHandle, revision: string): Promise<Result<Records, OpenFault>>;
  /** Calls a version something on this computer; an empty name takes that back. */
  nameVersion(handle: DocumentHandle, revision: string, name: string): Promise<void>;
  /** Looks whether the document's file was changed or taken away by someone else. */
  lookAtFile(handle: DocumentHandle): Promise<FileLook>;
  /** Seeks the document's file when it is not at its place; null when it is nowhere near, or that takes too long. */
  findMovedFile(handle: DocumentHandle): Promise<MovedFile | null>;
  /** Goes on with the file that was found last. */
  followMovedFile(handle: DocumentHandle): Promise<Result<SaveState, FollowFault>>;
  /** Compares the document as kept so far with what stands at its file by now. */
  compareWithFile(handle: DocumentHandle): Promise<CompareOutcome>;
  /** Asks for another copy of the project and compares with it. */
  compareWithCopy(handle: DocumentHandle): Promise<CompareOutcome>;
  /** Puts what the document says now into its history, when no file has it: before a merge changes it. */
  keepState(handle: DocumentHandle): Promise<Result<null, PublishFault>>;
  /** Says that the version compared last, whose head is given, was merged in by the edits sent so far. */
  joinCompared(handle: DocumentHandle, head: string): Promise<Result<SaveState, JoinFault>>;
  /** Lets the version at the document's file take the place of a document that has no edits of its own. */
  adoptFile(handle: DocumentHandle, head: string): Promise<Result<SaveState, AdoptFault>>;
  putAsset(handle: DocumentHandle, mime: string, bytes: Uint8Array): Promise<Result<string, CommitFault>>;
  /** Holds the pictures of what was just copied, known by their hashes, until something else is copied. */
  holdPictures(handle: DocumentHandle, hashes: readonly string[]): Promise<void>;
  /** Puts pictures that are held into the document; gives the hashes of those that it has now. */
  bringPictures(handle: DocumentHandle, hashes: readonly string[]): Promise<readonly string[]>;
  /** Asks for another project and tells who is in it, to be brought into the document. */
  readPeople(handle: DocumentHandle): Promise<PeopleOutcome>;
  /** Exports the document as kept so far; asks for the place first. Gives the file's name. */
  exportFile(handle: DocumentHandle, options: ExportOptions): Promise<Result<string, ExportFault>>;
  cancelExport(): Promise<void>;
  /** Shows the file this window exported last in the system's file manager. */
  showExported(): Promise<void>;
  /**
   * Ends work on the document, so that the window can show the start screen. What no file has stays in `listUnsaved`.
   */
  closeProject(handle: DocumentHandle): Promise<void>;
  /** Carries out a command about the application. */
  run(command: MainCommandId): Promise<void>;
  /** Tells what the menus depend on, whenever it changes. */
  tellMenu(facts: MenuFacts): Promise<void>;
  /** Opens the command menu at a point of the window (CSS px): for the logo button, Alt and F10. */
  popupMenu(x: number, y: number): Promise<void>;
  minimizeWindow(): Promise<void>;
  toggleMaximized(): Promise<void>;
  /** The answer to `closeRequested`. To close a window of its own accord, run `file.closeWindow`. */
  confirmClose(mayClose: boolean): Promise<void>;
  on<Name extends keyof WindowEvents>(name: Name, listener: (event: WindowEvents[Name]) => void): () => void;
}

/** Where a window finds a picture: served by main from the open document. */
export function assetUrl(handle: DocumentHandle, hash: string): string {
  return `app://meander/asset/${encodeURIComponent(handle)}/${hash}`;
}

/** One export, as the hidden export window receives it. */
export interface ExportJob {
  readonly handle: DocumentHandle;
  readonly records: Records;
  readonly options: ExportOptions;
  readonly language: Language;
  /** Stands in the footer. */
  readonly fileName: string;
}

/** What the hidden export window can do; exposed by its preload script as `window.meanderExport`. */
export interface ExportBridge {
  job(): Promise<ExportJob>;
  /** PDF: the page is drawn; main prints it at this size. Millimetres. */
  pageReady(widthMm: number, heightMm: number): Promise<void>;
  /** PNG: the next bytes of the file, in order; resolves when written, so that strips do not pile up. */
  writeBytes(bytes: Uint8Array): Promise<void>;
  progress(done: number): void;
  finished(): Promise<void>;
  failed(detail: string): Promise<void>;
}
