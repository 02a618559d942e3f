import type { KeyboardEvent } from 'react';
import type { Editor } from '../editing/editor.ts';

/** Undo and redo by their keys on a page over the map: commands rest while a dialog is open, and there one works on. */
export function takeBackByKey(editor: Editor, event: KeyboardEvent): void {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const letter = event.key.toLowerCase();
  if (letter !== 'z' && letter !== 'y') return;
  event.preventDefault();
  if (letter === 'z' && !event.shiftKey) editor.undo();
  else editor.redo();
}
