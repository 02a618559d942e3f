import { basename, resolve } from 'node:path';
import { listDifferences } from '../../../shared/merge/listDifferences.ts';
import type { Records } from '../../../shared/records/records.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { recordsById } from '../opening/recordsById.ts';
import type { CliArguments } from './cliArguments.ts';
import type { CliCommand, CliContext } from './cliCommand.ts';
import { type CliFault, misfortune, misuse } from './cliFault.ts';
import { differenceLines } from './differenceLines.ts';
import { exitCodeOf, openSentence } from './openSentence.ts';

/** `meander diff A B`: in words, what leads from one project to the other. */
export const diffCommand: CliCommand = {
  name: 'diff',
  options: ['lang'],
  help: (translate) => translate('cli.diff.help'),
  run: runDiff,
};

async function runDiff({ words }: CliArguments, context: CliContext): Promise<Result<readonly string[], CliFault>> {
  const { translate, language, cwd } = context;
  const [first, second, surplus] = words;
  if (first === undefined || second === undefined) return misuse(translate('cli.diff.noFiles'));
  if (surplus !== undefined) return misuse(translate('cli.surplus', { word: surplus, command: 'diff' }));
  const from = await readRecords(resolve(cwd, first), context);
  if (!from.ok) return from;
  const to = await readRecords(resolve(cwd, second), context);
  if (!to.ok) return to;
  const differences = listDifferences(from.value, to.value);
  if (differences.length === 0) return success([]);
  const lines = differenceLines(differences, [from.value, to.value], translate, language);
  return failure({ sentence: null, exitCode: 1, lines });
}

async function readRecords(
  path: string,
  { store, translate, language }: CliContext,
): Promise<Result<Records, CliFault>> {
  const read = await store.read(path);
  if (read.ok) return success(recordsById(read.value.records));
  const code = exitCodeOf(read.reason);
  // 1 says that they differ.
  return misfortune(openSentence(read.reason, basename(path), language, translate), code === 1 ? 2 : code);
}
