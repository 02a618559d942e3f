import type { SaveOutcome } from '../../shared/ipc/bridge.ts';
import type { DocumentHandle } from '../../shared/ipc/projectStore.ts';
import type { Application } from '../application.ts';
import { mergeFile } from '../merge/mergeVersion.ts';
import { tellChanged } from '../merge/tellChanged.ts';
import { documentName } from '../state/documentName.ts';
import { FILE_NEWS, forgetNews, tellNews } from '../state/sessionStore.ts';
import { keepTyped } from './finishTyping.ts';
import { findMoved, tellLost } from './lostFile.ts';

/** Where to save: to the document's file, to a place asked for, or to a copy beside it. */
export type SaveWay = 'own' | 'elsewhere' | 'copy' | 'replace';

/** How often a file that others go on saving is merged before a save gives up. */
const MOST_MERGES = 5;

/** Saves the open document; true when it is saved. A fault is said in a dialog, a change of mind in none. */
export async function saveProject(app: Application, way: SaveWay): Promise<boolean> {
  return save(app, way, (handle) =>
    way === 'own' || way === 'replace'
      ? app.bridge.save(handle, way === 'replace')
      : app.bridge.saveAs(handle, way === 'copy'),
  );
}

/** Saves the open document as a version with a name, which is kept for ever; true when it is saved. */
export async function saveVersion(app: Application, name: string): Promise<boolean> {
  return save(app, 'own', (handle) => app.bridge.saveVersion(handle, name));
}

/**
 * Saves to the document's own file without asking anything. What is in the way is told in a line over the map; nothing
 * is lost meanwhile.
 */
export async function saveQuietly(app: Application): Promise<void> {
  const { document } = app.documents.getState();
  if (document === null || app.session.getState().saving) return;
  const outcome = await saveOnce(app, document.handle, (handle) => app.bridge.save(handle, false));
  if (outcome.ok) takeSaved(app, 'own', outcome);
  else if (outcome.reason.code === 'changedOnDisk' || outcome.reason.code === 'notAFile') await tellChanged(app);
  else if (outcome.reason.code === 'goneFromDisk') await tellLost(app, 'gone');
  else if (outcome.reason.code === 'away') await tellLost(app, 'away');
  else tellNews(app.session, { kind: 'notAutosaved' });
}

type Send = (handle: DocumentHandle) => Promise<SaveOutcome>;

/** Sends a save; one to the document's own file waits for what others saved there to be merged in. */
async function save(app: Application, way: SaveWay, send: Send): Promise<boolean> {
  const isOwn = way === 'own';
  const { document } = app.documents.getState();
  if (document === null || app.session.getState().saving) return false;
  if (!(await knowAuthor(app))) return false;
  keepTyped(app);
  for (let round = 0; round < MOST_MERGES; round += 1) {
    const outcome = await saveOnce(app, document.handle, send);
    const isOvertaken = isOwn && !outcome.ok && outcome.reason.code === 'changedOnDisk';
    if (isOwn && (await isMovedElsewhere(app, outcome))) return false;
    if (!isOvertaken) return takeSaved(app, way, outcome);
    // Somebody else saved meanwhile: theirs comes in first, and both are saved.
    if (!(await mergeFile(app))) return false;
  }
  return false;
}

/** Whether a save failed because its file is not at its place and was found elsewhere, which is said in a dialog. */
async function isMovedElsewhere(app: Application, outcome: SaveOutcome): Promise<boolean> {
  if (outcome.ok || (outcome.reason.code !== 'goneFromDisk' && outcome.reason.code !== 'away')) return false;
  const { document } = app.documents.getState();
  const to = await findMoved(app);
  if (to === null || document === null) return false;
  app.session.setState({ notice: { kind: 'moved', fileName: documentName(document) ?? to.fileName, to } });
  return true;
}

async function saveOnce(app: Application, handle: DocumentHandle, send: Send): Promise<SaveOutcome> {
  app.session.setState({ saving: true });
  try {
    // What is seen is what is saved.
    await app.settleEdits();
    return await send(handle);
  } finally {
    app.session.setState({ saving: false });
  }
}

function takeSaved(app: Application, way: SaveWay, outcome: SaveOutcome): boolean {
  const { document } = app.documents.getState();
  if (document === null) return outcome.ok;
  if (outcome.ok) {
    app.documents.setSave(document.handle, outcome.value);
    // A copy leaves the document's own file as it was.
    if (way !== 'copy') forgetNews(app.session, ['notAutosaved', 'recovered', ...FILE_NEWS]);
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
