import type { Application } from '../application.ts';
import { saveBeforeLeaving } from './autosave.ts';
import { finishTyping } from './finishTyping.ts';
import { refreshLists } from './openProject.ts';
import { saveProject } from './saveProject.ts';

/** Edits that the file lacks: those kept on this computer, and those on their way there. */
export function editsNotInFile(app: Application): number {
  return (app.documents.getState().document?.save.unsavedEdits ?? 0) + app.waitingEdits();
}

/** Main asks whether the window may close: it may, unless the person has to be asked first. */
export async function onCloseRequested(app: Application): Promise<void> {
  finishTyping(app);
  await saveBeforeLeaving(app);
  if (editsNotInFile(app) > 0) app.session.setState({ closing: 'window' });
  else await app.bridge.confirmClose(true);
}

/** Leaves the project for the start screen, after asking where the file lacks something. */
export async function closeProject(app: Application): Promise<void> {
  finishTyping(app);
  await saveBeforeLeaving(app);
  if (editsNotInFile(app) > 0) app.session.setState({ closing: 'project' });
  else await leaveProject(app);
}

/** The answer to the question in the dialog. What is not saved stays kept on this computer. */
export async function answerClosing(app: Application, answer: 'save' | 'keep' | 'cancel'): Promise<void> {
  const { closing } = app.session.getState();
  app.session.setState({ closing: null });
  if (closing === null) return;
  const goes = answer === 'keep' || (answer === 'save' && (await saveProject(app, 'own')));
  if (closing === 'window') await app.bridge.confirmClose(goes);
  else if (goes) await leaveProject(app);
}

async function leaveProject(app: Application): Promise<void> {
  const { document } = app.documents.getState();
  if (document === null) return;
  app.documents.close();
  app.session.setState({ map: null, news: [], exporting: null });
  await app.bridge.closeProject(document.handle);
  await refreshLists(app);
}
