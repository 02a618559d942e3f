import { basename } from 'node:path';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { ExportFault } from '../../../shared/ipc/bridge.ts';
import type { Id } from '../../../shared/records/ids.ts';
import { type Records, recordsOfType } from '../../../shared/records/records.ts';
import { compareOrdered } from '../../../shared/util/orderKey.ts';
import { type Result, success } from '../../../shared/util/result.ts';
import { recordsById } from '../opening/recordsById.ts';
import type { CliArguments } from './cliArguments.ts';
import type { CliCommand, CliContext } from './cliCommand.ts';
import { type CliFault, misfortune } from './cliFault.ts';
import { EXPORT_OPTIONS, readExportOrder } from './exportOptions.ts';
import { openSentence } from './openSentence.ts';

/** `meander export FILE --pdf OUT.pdf --png OUT.png …`: posters of maps and cards of personas, without a window. */
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
  const { map, persona } = order.value;
  const chosen =
    persona === null ? chooseMap(records, map, name, translate) : choosePersona(records, persona, name, translate);
  if (!chosen.ok) return chosen;

  const exporter = context.exporterFor(file);
  for (const [index, { format, target }] of outputs.entries()) {
    const outcome = await exporter.export({
      job: {
        handle: 'document:file',
        records,
        options: { of: chosen.value, format, ...look },
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
): Result<Id<'map'>, CliFault> {
  const maps = [...recordsOfType(records, 'map')].sort(compareOrdered);
  const [first] = maps;
  if (first === undefined) return misfortune(translate('cli.export.noMap', { name }));
  if (title === null) return success(first.id);
  const found = maps.find((map) => foldCase(map.title) === foldCase(title));
  if (found !== undefined) return success(found.id);
  const titles = quoted(
    maps.map((map) => map.title),
    translate,
  );
  return misfortune(translate('cli.export.unknownMap', { name, map: title, titles }));
}

/** The persona of a name, however it is capitalised. */
function choosePersona(
  records: Records,
  sought: string,
  name: string,
  translate: Translate,
): Result<Id<'persona'>, CliFault> {
  const personas = [...recordsOfType(records, 'persona')].sort(compareOrdered);
  if (personas.length === 0) return misfortune(translate('cli.export.noPersona', { name }));
  const found = personas.find((persona) => foldCase(persona.name) === foldCase(sought));
  if (found !== undefined) return success(found.id);
  const names = quoted(
    personas.map((persona) => persona.name),
    translate,
  );
  return misfortune(translate('cli.export.unknownPersona', { name, persona: sought, names }));
}

function quoted(texts: readonly string[], translate: Translate): string {
  return texts.map((text) => translate('cli.quoted', { text: text || translate('app.untitled') })).join(', ');
}

function foldCase(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function exportSentence(fault: ExportFault, target: string, translate: Translate): string {
  const detail = 'detail' in fault ? fault.detail : '';
  return translate(`cli.export.${fault.code}`, { name: target, detail });
}
