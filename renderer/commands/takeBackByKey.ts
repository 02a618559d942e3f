import type { KeyboardEvent } from 'react';
import type { Editor } from '../editing/editor.ts';

/**
 * Undo and redo by their keys on a page over the map: commands rest while a dialog is open, and there one works on. For
 * the page's outermost element, since the focus falls to it when a pressed button goes with the change. A text field
 * keeps its own undo, and what is asked in a dialog over the page keeps its keys.
 */
export function takeBackByKey(editor: Editor, event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (!(target instanceof Node && currentTarget.contains(target)) || isText(target)) return;
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const letter = event.key.toLowerCase();
  if (letter !== 'z' && letter !== 'y') return;
  event.preventDefault();
  if (letter === 'z' && !event.shiftKey) editor.undo();
  else editor.redo();
}

function isText(target: Node): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
}
