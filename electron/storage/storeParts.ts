import type { RandomText } from '../../shared/records/ids.ts';
import type { FileSystem } from './fileSystem.ts';
import type { Inspector } from './inspector.ts';

/** What the store needs from the world around it. */
export interface StoreParts {
  readonly fileSystem: FileSystem;
  readonly inspector: Inspector;
  readonly randomText: RandomText;
  readonly newUuid: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** What the store is told at its start. */
export interface StoreOptions {
  /** The private folder: on this computer, for this account, never synchronised. */
  readonly folder: string;
  /** Who works here, for the file that tells others that a document is open. */
  readonly account: string;
  readonly computer: string;
  /** How many bytes older versions of all documents may take together. */
  readonly historyBytes: number;
}
