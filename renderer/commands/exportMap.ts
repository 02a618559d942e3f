import type { ExportFault, ExportOptions } from '../../shared/ipc/bridge.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { Result } from '../../shared/util/result.ts';
import type { Application } from '../application.ts';
import type { ExportStep } from '../state/sessionStore.ts';

/** Opens the export dialog for one kind of file. */
export function askExport(app: Application, format: ExportOptions['format']): void {
  if (app.session.getState().map === null) return;
  app.session.setState({ exporting: { format, at: { step: 'choose' } } });
}

/** Exports the map in the window; the dialog follows how far it is. */
export async function exportMap(app: Application, options: Omit<ExportOptions, 'of'>): Promise<void> {
  const { document } = app.documents.getState();
  const { map } = app.session.getState();
  if (document === null || map === null) return;
  const go = (at: ExportStep): void => app.session.setState({ exporting: { format: options.format, at } });
  go({ step: 'work', done: 0 });
  const outcome = await app.bridge.exportFile(document.handle, { ...options, of: map });
  // The dialog was closed meanwhile: nobody waits for an answer.
  if (app.session.getState().exporting === null) return;
  if (outcome.ok) go({ step: 'done', fileName: outcome.value });
  else if (outcome.reason.code === 'cancelled') go({ step: 'choose' });
  else go({ step: 'failed', fault: outcome.reason });
}

/** Makes the card of a persona; gives the file's name. Null when there is no document. */
export async function exportPersona(
  app: Application,
  persona: Id<'persona'>,
): Promise<Result<string, ExportFault> | null> {
  const { document } = app.documents.getState();
  if (document === null) return null;
  return app.bridge.exportFile(document.handle, { of: persona, format: 'pdf', paper: 'A4', scale: 1, theme: 'light' });
}

/** Main tells how far the export is. */
export function onExportProgress(app: Application, done: number): void {
  const { exporting } = app.session.getState();
  if (exporting?.at.step === 'work') app.session.setState({ exporting: { ...exporting, at: { step: 'work', done } } });
}
