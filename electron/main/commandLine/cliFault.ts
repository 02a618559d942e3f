import { failure, type Result } from '../../../shared/util/result.ts';

/**
 * How a command ends: 0 it did what it was asked; 1 it could not; 2 it was not understood. Of a file it was about: 3 it
 * is damaged, 4 it is no project, 5 a newer Meander made it, 6 it holds what could do harm, or took too long to check.
 * 7 two copies of a project contradict each other.
 */
export type ExitCode = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Why a command did not do what it was asked: one sentence or two that say what happened and what to do; null when the
 * lines say it.
 */
export interface CliFault {
  readonly sentence: string | null;
  readonly exitCode: ExitCode;
  /** What was found all the same, for the terminal. */
  readonly lines?: readonly string[];
}

/** The fault of a command line that was not understood. */
export function misuse(sentence: string): Result<never, CliFault> {
  return failure({ sentence, exitCode: 2 });
}

/** The fault of a command that could not be carried out. */
export function misfortune(sentence: string, exitCode: ExitCode = 1): Result<never, CliFault> {
  return failure({ sentence, exitCode });
}
