import type { Result } from '../util/result.ts';
import type { OpenFault, ProjectStore, SalvageReport } from './projectStore.ts';

/** What the storage process is asked: one method of ProjectStore. Maps and byte arrays cross as they are. */
export interface StorageRequest {
  readonly id: number;
  readonly method: keyof ProjectStore;
  readonly args: readonly unknown[];
}

/** What a request comes to. An error is a fault of the program; what a disk or a file can do comes as a result. */
export type StorageReply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** What a whole document says of itself. */
export interface Seal {
  /** The document's own id, the same in every copy of it. */
  readonly uuid: string;
  /** The revision the file holds. */
  readonly head: string;
  readonly digest: string;
}

/** What an inspector is asked to judge. */
export interface InspectionRequest {
  /** A private copy; nothing but this file and its sidecars may be opened. */
  readonly path: string;
  /** Sidecars were copied along: let SQLite settle them into the file first. */
  readonly recover: boolean;
  /** Write what can still be read into a new document at this path; null judges whether the file is whole. */
  readonly salvageTo: string | null;
  /**
   * A private copy of an earlier version that was judged before: a row that stands there byte for byte need not be
   * judged again. Null when everything is to be judged.
   */
  readonly judged: string | null;
}

/** What an inspector found. */
export interface Finding {
  /** That of the document, or of the one its remains were written into. */
  readonly seal: Seal;
  /** What was saved of the document and what was not; null when it was only judged. */
  readonly salvage: SalvageReport | null;
}

/** What an inspector says: the document is whole or its remains are, or why it may not be opened. */
export type Verdict = Result<Finding, OpenFault>;

/** What the storage process asks of main, and main of an inspector process, under a number of the asker's. */
export interface InspectionQuestion {
  readonly inspection: number;
  readonly request: InspectionRequest;
}

/** The storage process does not wait for this inspection any more. */
export interface InspectionEnd {
  readonly inspection: number;
  readonly request: null;
}

/** The answer on its way back. */
export interface InspectionAnswer {
  readonly inspection: number;
  readonly verdict: Verdict;
}

/** The first thing an inspector says: it is there, and whatever ends it from now on may be the file. */
export interface InspectorReady {
  readonly isReady: true;
}

/** Everything that an inspector says. */
export type MessageFromInspector = InspectorReady | InspectionAnswer;

/** Everything that main sends to the storage process. */
export type MessageToStorage = StorageRequest | InspectionAnswer;

/** Everything that the storage process sends to main. */
export type MessageFromStorage = StorageReply | InspectionQuestion | InspectionEnd;
