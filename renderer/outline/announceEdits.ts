import type { EditHistory } from '../../shared/store/history.ts';
import { afterFrame } from '../afterFrame.ts';
import type { Application } from '../application.ts';
import { placeWords } from './outlineWords.ts';

/** What happened to the document, as far as it is said aloud. */
type Happening = 'undone' | 'redone' | 'moved' | 'removed' | 'duplicated' | 'changed';

const MOVES = new Set([
  'edit.moveCards',
  'edit.shiftCards',
  'edit.nudgeCards',
  'edit.moveStage',
  'edit.moveStep',
  'edit.moveLane',
]);
const COPIES = new Set(['edit.duplicateCards', 'edit.copyCards']);
const REMOVALS = /^edit\.remove/;
/** What the person types is read back by the system itself. */
const TYPED = new Set(['edit.setCardText', 'edit.renameStage', 'edit.renameStep', 'edit.renameLane', 'edit.renameMap']);

/**
 * Says aloud what an edit did to what is selected: where it moved, that it is gone, what undo brought back. Going from
 * place to place is not said here, since the canvas points to each place. Returns the way to stop.
 */
export function announceEdits(
  app: Pick<Application, 'editing' | 'scene' | 'i18n' | 'settings'>,
  say: (words: string) => void,
): () => void {
  const sayAfter = (happening: Happening): void => {
    const { place } = app.editing.getState();
    const layout = app.scene.getState().shown?.layout;
    const { t } = app.i18n;
    if (happening === 'removed') {
      say(t('outline.removed'));
      return;
    }
    const speaker = { t, language: app.settings.getState().language };
    const what = layout === undefined || place === null ? '' : placeWords(speaker, layout, place);
    say(t(`outline.${happening}`, { what }).trim());
  };
  let callOff = (): void => undefined;
  const stop = app.editing.subscribe((now, before) => {
    // What the next key will mean is seen on the map; who does not see it is told.
    if (now.choice !== null && before.choice === null) say(app.i18n.t('outline.choosing'));
    if (now.linking !== null && before.linking === null) say(app.i18n.t('outline.linking'));
    if (now.history === before.history) return;
    const happening = happeningOf(now.history, before.history);
    if (happening === null || now.text !== null) return;
    // The map shows it first: the records come a moment after the history, and finding words takes time.
    callOff();
    callOff = afterFrame(() => sayAfter(happening));
  });
  return () => {
    stop();
    callOff();
  };
}

/** What made one history of another; null for what need not be said. */
function happeningOf(now: EditHistory, before: EditHistory): Happening | null {
  if (now.undone.length > before.undone.length) return 'undone';
  const entry = now.done.at(-1);
  if (entry === undefined || entry === before.done.at(-1)) return null;
  if (entry === before.undone.at(-1)) return 'redone';
  if (TYPED.has(entry.label)) return null;
  if (MOVES.has(entry.label)) return 'moved';
  if (REMOVALS.test(entry.label)) return 'removed';
  return COPIES.has(entry.label) ? 'duplicated' : 'changed';
}
