import type { OpenFault } from '../../shared/ipc/projectStore.ts';
import type { Result } from '../../shared/util/result.ts';
import type { Seal } from './documentSeal.ts';

/** What an inspector is asked. */
export interface InspectionRequest {
  /** A private copy; nothing but this file and its sidecars may be opened. */
  readonly path: string;
  /** Sidecars were copied along: let SQLite settle them into the file first. */
  readonly recover: boolean;
}

/**
 * Judges a private copy of a project file. No query of SQLite can be interrupted and its memory cannot be bounded from
 * inside, so for the application this is a process that main ends when it takes too long or too much.
 */
export interface Inspector {
  inspect(request: InspectionRequest): Promise<Result<Seal, OpenFault>>;
}
