import { basename } from 'node:path';
import { type Result, success } from '../../../shared/util/result.ts';
import type { CliArguments } from './cliArguments.ts';
import type { CliCommand, CliContext } from './cliCommand.ts';
import { type CliFault, misfortune } from './cliFault.ts';
import { readFileArgument } from './fileArgument.ts';
import { exitCodeOf, openSentence } from './openSentence.ts';
import { oneLine } from './terminal.ts';

/** `meander check FILE`: whether a project is whole, by every check there is before one is opened. */
export const checkCommand: CliCommand = {
  name: 'check',
  options: ['lang'],
  help: (translate) => translate('cli.check.help'),
  run: runCheck,
};

async function runCheck(args: CliArguments, context: CliContext): Promise<Result<readonly string[], CliFault>> {
  const { store, translate, language } = context;
  const file = readFileArgument(args, 'check', context);
  if (!file.ok) return file;
  const name = basename(file.value);
  const read = await store.read(file.value);
  if (!read.ok) {
    const { code } = read.reason;
    const remedy = code === 'damaged' || code === 'hostile' ? ` ${translate('cli.check.remedy', { name })}` : '';
    return misfortune(openSentence(read.reason, name, language, translate) + remedy, exitCodeOf(read.reason));
  }
  const { records, assets, sidecar } = read.value;
  const lines = [translate('cli.check.sound', { name, count: records.length, pictures: assets.length })];
  if (sidecar !== 'none')
    lines.push(translate(sidecar === 'recovered' ? 'news.sidecarRecovered' : 'news.sidecarIgnored'));
  return success(lines.map(oneLine));
}
