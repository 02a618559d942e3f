import { failure, type Result } from '../../../shared/util/result.ts';

/** Why a command did not do what it was asked: one sentence or two that say what happened and what to do. */
export interface CliFault {
  readonly sentence: string;
  /** 2 for a command that was not understood, 1 for anything else. */
  readonly exitCode: 1 | 2;
}

/** The fault of a command line that was not understood. */
export function misuse(sentence: string): Result<never, CliFault> {
  return failure({ sentence, exitCode: 2 });
}

/** The fault of a command that could not be carried out. */
export function misfortune(sentence: string): Result<never, CliFault> {
  return failure({ sentence, exitCode: 1 });
}
