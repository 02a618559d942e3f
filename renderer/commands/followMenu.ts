import type { MenuFacts } from '../../shared/commands/menuFacts.ts';
import { type EditName, nameEdit } from '../../shared/edits/nameEdit.ts';
import type { EditHistory, HistoryEntry } from '../../shared/store/history.ts';
import type { Application } from '../application.ts';
import { contextOf } from './followKeys.ts';

/** What undo and redo would do; null when there is nothing. */
export function namesOf({ done, undone }: EditHistory): Pick<MenuFacts, 'undo' | 'redo'> {
  return { undo: nameOf(done.at(-1)), redo: nameOf(undone.at(-1)) };
}

/** An edit of another version that this one has no words for can be taken back all the same. */
function nameOf(entry: HistoryEntry | undefined): EditName | null {
  return entry === undefined ? null : (nameEdit(entry) ?? { label: 'edit.changeProject', count: 1 });
}

/** Tells main what the native menus depend on, when it changes. Returns the way to stop. */
export function followMenu(app: Application): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let told = '';
  const tell = (): void => {
    const context = contextOf(app, document.activeElement);
    const facts: MenuFacts =
      context === 'start'
        ? { context, undo: null, redo: null }
        : { context, ...namesOf(app.editing.getState().history) };
    const text = JSON.stringify(facts);
    if (text === told) return;
    told = text;
    void app.bridge.tellMenu(facts);
  };
  const stops = [
    app.editing.subscribe((now, before) => {
      if (now.history !== before.history || now.selection.length > 0 !== before.selection.length > 0) tell();
    }),
    app.documents.subscribe((now, before) => (now.document === null) !== (before.document === null) && tell()),
  ];
  document.addEventListener('focusin', tell, { signal });
  document.addEventListener('focusout', (event) => event.relatedTarget === null && queueMicrotask(tell), { signal });
  tell();
  return () => {
    stop.abort();
    for (const each of stops) each();
  };
}
