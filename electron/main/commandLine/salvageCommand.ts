import { lstat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { salvageWords } from '../../../shared/i18n/salvageWords.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { PublishFault } from '../../../shared/ipc/projectStore.ts';
import { type Result, success } from '../../../shared/util/result.ts';
import { accountName } from '../accountName.ts';
import type { CliArguments } from './cliArguments.ts';
import type { CliCommand, CliContext } from './cliCommand.ts';
import { type CliFault, misfortune, misuse } from './cliFault.ts';
import { readFileArgument } from './fileArgument.ts';
import { exitCodeOf, openSentence } from './openSentence.ts';
import { oneLine } from './terminal.ts';

/** `meander salvage FILE --out NEW`: what can still be read of a damaged project, as a new one. */
export const salvageCommand: CliCommand = {
  name: 'salvage',
  options: ['out', 'lang'],
  help: (translate) => translate('cli.salvage.help'),
  run: runSalvage,
};

async function runSalvage(args: CliArguments, context: CliContext): Promise<Result<readonly string[], CliFault>> {
  const { store, translate, language, cwd } = context;
  const file = readFileArgument(args, 'salvage', context);
  if (!file.ok) return file;
  const out = args.values.get('out');
  if (out === undefined) return misuse(translate('cli.salvage.noOutput'));
  const target = resolve(cwd, out);
  if (target === file.value || (await isThere(target)))
    return misfortune(translate('cli.salvage.taken', { name: out }));

  const salvaged = await store.salvage({ path: file.value });
  if (!salvaged.ok) {
    const sentence = openSentence(salvaged.reason, basename(file.value), language, translate);
    return misfortune(sentence, exitCodeOf(salvaged.reason));
  }
  const { document, salvage } = salvaged.value;
  const request = { author: accountName(), target, asCopy: false, replace: false };
  const written = await store.publish(document.handle, request);
  await store.close(document.handle, true);
  if (!written.ok) return misfortune(writeSentence(written.reason, out, translate));
  return success([target, ...salvageWords(translate, salvage).map(oneLine)]);
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function writeSentence(fault: PublishFault, name: string, translate: Translate): string {
  const detail = 'detail' in fault ? fault.detail : fault.code;
  // Somebody was quicker.
  if (fault.code === 'changedOnDisk') return translate('cli.salvage.taken', { name });
  if (fault.code === 'diskFull') return translate('cli.export.diskFull', { name });
  return translate('cli.export.notWritable', { name, detail });
}
