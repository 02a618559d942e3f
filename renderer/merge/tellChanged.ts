import type { CompareOutcome } from '../../shared/ipc/bridge.ts';
import type { Application } from '../application.ts';
import { isWorthless } from '../dialogs/noticeWords.ts';
import { CHANGED_NEWS, tellNews } from '../state/sessionStore.ts';

/** Says, beside edits of one's own, that the document's file is not as it was left, and what stands there now. */
export async function tellChanged({ bridge, documents, session }: Application): Promise<void> {
  // Said already: it is not read at every look.
  const isTold = () => session.getState().news.some(({ kind }) => CHANGED_NEWS.includes(kind));
  const { document } = documents.getState();
  if (document === null || isTold()) return;
  const kind = kindOf(await bridge.compareWithFile(document.handle));
  if (documents.getState().document?.handle === document.handle && !isTold()) tellNews(session, { kind });
}

function kindOf(outcome: CompareOutcome): 'fileChanged' | 'fileReplaced' | 'fileBlocked' | 'fileUnreadable' {
  if (outcome.ok || !('fault' in outcome.reason)) return 'fileChanged';
  const { code } = outcome.reason.fault;
  if (code === 'otherDocument') return 'fileReplaced';
  if (code === 'notAFile') return 'fileBlocked';
  return isWorthless(code) ? 'fileUnreadable' : 'fileChanged';
}
