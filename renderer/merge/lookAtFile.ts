import type { Application } from '../application.ts';
import { isBusy, isResting } from '../commands/isAtRest.ts';
import { tellLost } from '../commands/lostFile.ts';
import { CHANGED_NEWS, forgetNews, LOST_NEWS } from '../state/sessionStore.ts';
import { mergeFile } from './mergeVersion.ts';
import { tellChanged } from './tellChanged.ts';

/**
 * Looks whether the document's file was changed or taken away by somebody else. What they changed is shown at once when
 * there is nothing of one's own to merge it with; otherwise a line says so, and saving merges.
 */
export async function lookAtFile(app: Application): Promise<void> {
  const { documents, session, bridge } = app;
  const { document } = documents.getState();
  if (document === null || document.save.fileName === null || isBusy(app)) return;
  const look = await bridge.lookAtFile(document.handle);
  const now = documents.getState().document;
  if (now?.handle !== document.handle || isBusy(app)) return;
  const isLost = look === 'gone' || look === 'away';
  if (!isLost) forgetNews(session, LOST_NEWS);
  if (look !== 'changed') forgetNews(session, CHANGED_NEWS);
  if (isLost) await tellLost(app, look);
  if (look !== 'changed') return;
  if (now.save.unsavedEdits === 0 && isResting(app)) await mergeFile(app);
  else await tellChanged(app);
}
