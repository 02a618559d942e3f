import type { Result } from '../util/result.ts';
import type { OpenFault, ProjectStore } from './projectStore.ts';

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
}

/** What an inspector finds: the document is whole, or why it may not be opened. */
export type Verdict = Result<Seal, OpenFault>;

/** What the storage process asks of main, and main of an inspector process, under a number of the asker's. */
export interface InspectionQuestion {
  readonly inspection: number;
  readonly request: InspectionRequest;
}

/** The answer on its way back. */
export interface InspectionAnswer {
  readonly inspection: number;
  readonly verdict: Verdict;
}

/** Everything that main sends to the storage process. */
export type MessageToStorage = StorageRequest | InspectionAnswer;

/** Everything that the storage process sends to main. */
export type MessageFromStorage = StorageReply | InspectionQuestion;
