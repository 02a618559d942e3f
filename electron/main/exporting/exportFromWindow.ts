import { basename } from 'node:path';
import { nameOf } from '../../../shared/i18n/valueWords.ts';
import type { ExportFault, ExportJob, ExportOptions } from '../../../shared/ipc/bridge.ts';
import type { ProjectStore } from '../../../shared/ipc/projectStore.ts';
import type { Records } from '../../../shared/records/records.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { safeFileName } from '../files/safeFileName.ts';
import type { Log } from '../log.ts';
import { recordsById } from '../opening/recordsById.ts';
import { suggestPath } from '../saving/suggestedPath.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { ProjectWindow, ShownDocument } from '../windows/projectWindow.ts';
import type { Exporter } from './exporter.ts';

/** What an export from a window needs. */
export interface WindowExportParts {
  readonly store: ProjectStore;
  readonly exporter: Exporter;
  readonly dialogs: Dialogs;
  readonly preferences: Preferences;
  readonly log: Log;
}

/** Exports a map or a persona of the document a window shows to a file asked for; gives the file's name. */
export async function exportFromWindow(
  parts: WindowExportParts,
  window: ProjectWindow,
  document: ShownDocument,
  options: ExportOptions,
): Promise<Result<string, ExportFault>> {
  const { store, exporter, dialogs, preferences, log } = parts;
  if (window.exporting !== null) return failure({ code: 'failed', detail: 'another export is under way' });
  const ending = new AbortController();
  window.exporting = ending;
  try {
    const contents = await store.contents(document.handle);
    if (contents === null) return failure({ code: 'failed', detail: 'the document is not open' });
    const records = recordsById(contents.records);
    const name = `${fileNameOf(records, options.of, preferences)}.${options.format}`;
    const target = await dialogs.chooseExportTarget(window.browser, suggestPath(document.path, name), options.format);
    if (target === null) return failure({ code: 'cancelled' });
    const job: ExportJob = {
      handle: document.handle,
      records,
      options,
      language: preferences.language,
      fileName: contents.save.fileName ?? '',
    };
    const outcome = await exporter.export({
      job,
      target: target.path,
      onProgress: (done) => window.send('exportProgress', { done }),
      signal: ending.signal,
    });
    if (!outcome.ok) {
      if (outcome.reason.code !== 'cancelled') log.error(`Not exported: ${outcome.reason.code}`);
      return outcome;
    }
    window.exported = target.path;
    return success(basename(target.path));
  } finally {
    window.exporting = null;
  }
}

function fileNameOf(records: Records, of: ExportOptions['of'], { translate }: Preferences): string {
  const record = records.get(of);
  return safeFileName(record === undefined ? '' : nameOf(record), translate('app.untitled'));
}
