import type { SaveOutcome } from '../../shared/ipc/bridge.ts';
import type { Application } from '../application.ts';
import { documentName } from '../state/documentName.ts';

/** Where to save: to the document's file, to a place asked for, or to a copy beside it. */
export type SaveWay = 'own' | 'elsewhere' | 'copy' | 'replace';

/** Saves the open document; true when it is saved. A fault is said in a dialog, a change of mind in none. */
export async function saveProject(app: Application, way: SaveWay): Promise<boolean> {
  const { document } = app.documents.getState();
  if (document === null || app.session.getState().saving) return false;
  if (!(await knowAuthor(app))) return false;
  app.session.setState({ saving: true });
  try {
    const { handle } = document;
    const outcome = await (way === 'own' || way === 'replace'
      ? app.bridge.save(handle, way === 'replace')
      : app.bridge.saveAs(handle, way === 'copy'));
    return takeSaved(app, outcome);
  } finally {
    app.session.setState({ saving: false });
  }
}

function takeSaved(app: Application, outcome: SaveOutcome): boolean {
  const { document } = app.documents.getState();
  if (document === null) return outcome.ok;
  if (outcome.ok) {
    app.documents.setSave(document.handle, outcome.value);
    return true;
  }
  if (outcome.reason.code !== 'cancelled') {
    const fileName = documentName(document) ?? app.i18n.t('app.untitled');
    app.session.setState({ notice: { kind: 'publish', fault: outcome.reason, fileName } });
  }
  return false;
}

/** Every version in the file bears a name: it is asked for once. False when the person changed their mind. */
async function knowAuthor(app: Application): Promise<boolean> {
  if (app.settings.getState().settings.author !== '') return true;
  const author = await new Promise<string | null>((resolve) => app.session.setState({ answerAuthor: resolve }));
  app.session.setState({ answerAuthor: null });
  if (author === null) return false;
  await app.bridge.changeSettings({ author });
  return true;
}
