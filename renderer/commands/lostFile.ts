import type { MovedFile } from '../../shared/ipc/bridge.ts';
import type { Application } from '../application.ts';
import { forgetNews, LOST_NEWS, tellNews } from '../state/sessionStore.ts';

/** Says that the document's file is not at its place, and where it was moved to when it is found near. */
export async function tellLost(app: Application, look: 'gone' | 'away'): Promise<void> {
  const { session } = app;
  // Said already: it is not sought at every look.
  if (session.getState().news.some(({ kind }) => LOST_NEWS.includes(kind))) return;
  tellNews(session, { kind: look === 'gone' ? 'fileGone' : 'fileAway' });
  const to = await findMoved(app);
  if (to === null) return;
  forgetNews(session, LOST_NEWS);
  tellNews(session, { kind: 'fileMoved', to });
}

/** Where the document's file was moved to; null when it is nowhere near. */
export async function findMoved({ bridge, documents }: Application): Promise<MovedFile | null> {
  const { document } = documents.getState();
  if (document === null) return null;
  const to = await bridge.findMovedFile(document.handle);
  return documents.getState().document?.handle === document.handle ? to : null;
}

/** Goes on with the file where it was found; true when it does. */
export async function followMoved({ bridge, documents, session }: Application): Promise<boolean> {
  const { document } = documents.getState();
  if (document === null) return false;
  const followed = await bridge.followMovedFile(document.handle);
  if (followed.ok) {
    documents.setSave(document.handle, followed.value);
    forgetNews(session, LOST_NEWS);
    return true;
  }
  if (followed.reason.code === 'missing') {
    forgetNews(session, LOST_NEWS);
    tellNews(session, { kind: 'fileGone' });
  }
  return false;
}
