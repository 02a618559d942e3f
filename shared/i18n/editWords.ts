import type { EditName } from '../edits/nameEdit.ts';
import type { Translate } from './translator.ts';

/** "Undo: Move 3 cards", or the bare command when there is nothing, or nothing with a name. */
export function editWords(translate: Translate, command: 'undo' | 'redo', name: EditName | null): string {
  if (name === null) return translate(`command.map.${command}`);
  return translate(`edit.${command}`, { what: translate(name.label, { count: name.count }) });
}
