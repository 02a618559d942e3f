import type { Application } from '../application.ts';
import { isBusy, isResting } from './isAtRest.ts';
import { saveQuietly } from './saveProject.ts';

/** How long nobody edits before a project is saved by itself, in milliseconds. */
const PAUSE = 20_000;

/** Whether there is something to save, and it is saved without being asked for. */
function isDue({ documents, settings }: Application): boolean {
  const { document } = documents.getState();
  if (document === null || !settings.getState().settings.autosave) return false;
  const { fileName, readOnly, unsavedEdits } = document.save;
  return fileName !== null && !readOnly && unsavedEdits > 0;
}

/** Saves what is due before the project is left. */
export async function saveBeforeLeaving(app: Application): Promise<void> {
  if (!app.settings.getState().settings.autosave) return;
  await app.settleEdits();
  if (isDue(app)) await saveQuietly(app);
}

/**
 * Saves the project by itself when nobody has edited for a while, if that is wanted. A save that failed is tried again
 * after the next edit. Returns the way to stop.
 */
export function followPauses(app: Application): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    if (isDue(app)) timer = setTimeout(onPause, PAUSE);
  };
  const onPause = (): void => {
    if (isBusy(app) || !isResting(app)) wait();
    else if (isDue(app)) void saveQuietly(app);
  };
  const stops = [
    app.documents.subscribe(({ document: now }, { document: before }) => {
      const isEdited = now?.records !== before?.records || now?.save.unsavedEdits !== before?.save.unsavedEdits;
      if (isEdited) wait();
    }),
    app.settings.subscribe(wait),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
