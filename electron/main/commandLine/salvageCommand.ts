import { resolve } from 'node:path';
import { salvageWords } from '../../../shared/i18n/salvageWords.ts';
import { type Result, success } from '../../../shared/util/result.ts';
import { accountName } from '../accountName.ts';
import type { CliArguments } from './cliArguments.ts';
import type { CliCommand, CliContext } from './cliCommand.ts';
import { type CliFault, misfortune, misuse } from './cliFault.ts';
import { readFileArgument } from './fileArgument.ts';
import { unreadable } from './openSentence.ts';
import { isThere, writeSentence } from './outputFile.ts';
import { oneLine } from './terminal.ts';

/** `meander salvage FILE --out NEW`: what can still be read of a damaged project, as a new one. */
export const salvageCommand: CliCommand = {
  name: 'salvage',
  options: ['out', 'lang'],
  help: (translate) => translate('cli.salvage.help'),
  run: runSalvage,
};

async function runSalvage(args: CliArguments, context: CliContext): Promise<Result<readonly string[], CliFault>> {
  const { store, translate, cwd } = context;
  const file = readFileArgument(args, 'salvage', context);
  if (!file.ok) return file;
  const out = args.values.get('out');
  if (out === undefined) return misuse(translate('cli.salvage.noOutput'));
  const target = resolve(cwd, out);
  const taken = translate('cli.salvage.taken', { name: out });
  if (target === file.value || (await isThere(target))) return misfortune(taken);

  const salvaged = await store.salvage({ path: file.value });
  if (!salvaged.ok) return unreadable(salvaged.reason, file.value, context);
  const { document, salvage } = salvaged.value;
  const request = { author: accountName(), target, asCopy: false, replace: false };
  const written = await store.publish(document.handle, request);
  await store.close(document.handle, true);
  if (!written.ok) return misfortune(writeSentence(written.reason, out, taken, translate));
  return success([target, ...salvageWords(translate, salvage).map(oneLine)]);
}
