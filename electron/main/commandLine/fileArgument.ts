import { resolve } from 'node:path';
import { type Result, success } from '../../../shared/util/result.ts';
import type { CliArguments } from './cliArguments.ts';
import type { CliContext } from './cliCommand.ts';
import { type CliFault, misuse } from './cliFault.ts';

/** The one file a command is about, as an absolute path; `command` is its name. */
export function readFileArgument(
  { words }: CliArguments,
  command: 'check' | 'info' | 'salvage',
  { cwd, translate }: CliContext,
): Result<string, CliFault> {
  const [name, surplus] = words;
  if (name === undefined) return misuse(translate('cli.noFile', { command }));
  if (surplus !== undefined) return misuse(translate('cli.surplus', { word: surplus, command }));
  return success(resolve(cwd, name));
}
