import type { InspectionRequest, Verdict } from '../../shared/ipc/storageMessages.ts';

/**
 * Judges a private copy of a project file. No query of SQLite can be interrupted and its memory cannot be bounded from
 * inside, so for the application this is a process that main ends when it takes too long or too much, or when nobody
 * waits for the verdict any more.
 */
export interface Inspector {
  inspect(request: InspectionRequest, signal?: AbortSignal): Promise<Verdict>;
}
