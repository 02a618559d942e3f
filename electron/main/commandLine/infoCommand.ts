import { basename } from 'node:path';
import { formatBytes, formatMoment, formatNumber } from '../../../shared/i18n/formats.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { FileContents } from '../../../shared/ipc/projectStore.ts';
import { recordsOfType } from '../../../shared/records/records.ts';
import { compareOrdered } from '../../../shared/util/orderKey.ts';
import { type Result, success } from '../../../shared/util/result.ts';
import { recordsById } from '../opening/recordsById.ts';
import type { CliArguments } from './cliArguments.ts';
import type { CliCommand, CliContext } from './cliCommand.ts';
import type { CliFault } from './cliFault.ts';
import { readFileArgument } from './fileArgument.ts';
import { unreadable } from './openSentence.ts';
import { oneLine } from './terminal.ts';

/** `meander info FILE`: what a project holds and what it is as a file. */
export const infoCommand: CliCommand = {
  name: 'info',
  options: ['lang'],
  help: (translate) => translate('cli.info.help'),
  run: runInfo,
};

async function runInfo(args: CliArguments, context: CliContext): Promise<Result<readonly string[], CliFault>> {
  const { store } = context;
  const file = readFileArgument(args, 'info', context);
  if (!file.ok) return file;
  const read = await store.read(file.value);
  if (!read.ok) return unreadable(read.reason, file.value, context);
  return success(alignRows(describe(read.value, basename(file.value), context)));
}

type Row = readonly [label: string, value: string];

function describe(contents: FileContents, name: string, { translate, language }: CliContext): readonly Row[] {
  const records = recordsById(contents.records);
  const [project] = recordsOfType(records, 'project');
  const maps = [...recordsOfType(records, 'map')].sort(compareOrdered).map(({ title }) => title);
  const personas = [...recordsOfType(records, 'persona')].sort(compareOrdered).map((persona) => persona.name);
  const head = contents.revisions.find(({ id }) => id === contents.head);
  const authors = [...new Set(contents.revisions.map(({ author }) => author).filter((author) => author !== ''))];
  const number = (value: number): string => formatNumber(language, value);
  const saved =
    head === undefined ? '' : [formatMoment(language, head.at), head.author].filter((part) => part !== '').join(', ');
  return [
    [translate('cli.info.file'), name],
    [translate('cli.info.title'), project?.title ?? ''],
    [translate('cli.info.maps'), listed(maps, number(maps.length), translate)],
    [translate('cli.info.personas'), listed(personas, number(personas.length), translate)],
    [translate('cli.info.cards'), number(recordsOfType(records, 'card').length)],
    [translate('cli.info.things'), number(records.size)],
    [translate('cli.info.pictures'), number(contents.assets.length)],
    [translate('cli.info.saved'), saved],
    [translate('cli.info.versions'), number(contents.revisions.length)],
    [translate('cli.info.authors'), authors.join(', ')],
    [translate('cli.info.size'), formatBytes(language, contents.bytes)],
    [translate('cli.info.schema'), String(contents.schema)],
    [translate('cli.info.document'), contents.uuid],
    [translate('cli.info.digest'), contents.digest],
  ];
}

function listed(names: readonly string[], count: string, translate: Translate): string {
  const quoted = names.map((name) => translate('cli.quoted', { text: name || translate('app.untitled') }));
  return quoted.length === 0 ? count : `${count}: ${quoted.join(', ')}`;
}

/** Two columns; what says nothing is left out. */
function alignRows(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows.filter(([, value]) => value !== '').map(([label, value]) => label.padEnd(width) + oneLine(value));
}
