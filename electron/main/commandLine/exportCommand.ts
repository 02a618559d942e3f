import { basename } from 'node:path';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { ExportFault } from '../../../shared/ipc/bridge.ts';
import type { MapRecord } from '../../../shared/records/map.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { compareOrdered } from '../../../shared/util/orderKey.ts';
import { type Result, success } from '../../../shared/util/result.ts';
import { recordsById } from '../opening/recordsById.ts';
import type { CliArguments } from './cliArguments.ts';
import type { CliCommand, CliContext } from './cliCommand.ts';
import { type CliFault, misfortune } from './cliFault.ts';
import { EXPORT_OPTIONS, readExportOrder } from './exportOptions.ts';
import { openSentence } from './openSentence.ts';

/** `meander export FILE --pdf OUT.pdf --png OUT.png …`: the posters of the export dialog, without a window. */
export const exportCommand: CliCommand = {
  name: 'export',
  options: EXPORT_OPTIONS,
  help: (translate) => translate('cli.export.help'),
  run: runExport,
};

async function runExport(args: CliArguments, context: CliContext): Promise<Result<readonly string[], CliFault>> {
  const { cwd, store, translate, signal } = context;
  const order = readExportOrder(args, cwd, context.language, translate);
  if (!order.ok) return order;
  const { file, outputs, look, language } = order.value;
  const name = basename(file);

  const read = await store.read(file);
  if (!read.ok) return misfortune(openSentence(read.reason, name, context.language, translate));
  const records = recordsById(read.value.records);
  const map = chooseMap(records, order.value.map, name, translate);
  if (!map.ok) return map;

  const exporter = context.exporterFor(file);
  for (const [index, { format, target }] of outputs.entries()) {
    const outcome = await exporter.export({
      job: {
        handle: 'document:file',
        records,
        options: { map: map.value.id, format, ...look },
        language,
        fileName: name,
      },
      target,
      onProgress: (done) => context.showProgress((index + done) / outputs.length),
      signal,
    });
    if (!outcome.ok) return misfortune(exportSentence(outcome.reason, target, translate));
  }
  return success(outputs.map(({ target }) => target));
}

/** The map of a title, however it is capitalised; the first map when none is named. */
function chooseMap(
  records: Records,
  title: string | null,
  name: string,
  translate: Translate,
): Result<MapRecord, CliFault> {
  const maps = [...recordsOfType(records, 'map')].sort(compareOrdered);
  const [first] = maps;
  if (first === undefined) return misfortune(translate('cli.export.noMap', { name }));
  if (title === null) return success(first);
  const found = maps.find((map) => foldCase(map.title) === foldCase(title));
  if (found !== undefined) return success(found);
  const titles = maps
    .map(({ title: text }) => translate('cli.quoted', { text: text || translate('app.untitled') }))
    .join(', ');
  return misfortune(translate('cli.export.unknownMap', { name, map: title, titles }));
}

function foldCase(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function exportSentence(fault: ExportFault, target: string, translate: Translate): string {
  const detail = 'detail' in fault ? fault.detail : '';
  return translate(`cli.export.${fault.code}`, { name: target, detail });
}
