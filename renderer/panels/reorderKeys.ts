import type { KeyboardEvent } from 'react';
import type { Place } from '../../shared/edits/place.ts';
import type { Id, RecordType } from '../../shared/records/ids.ts';

/** The place one further up or down a list; null at its end. */
export function placeBeside<Type extends RecordType>(
  list: readonly { readonly id: Id<Type> }[],
  id: Id<Type>,
  by: 1 | -1,
): Place<Type> | null {
  const other = list[list.findIndex((each) => each.id === id) + by];
  if (other === undefined) return null;
  return by < 0 ? { before: other.id } : { after: other.id };
}

/** The keys of a row: Alt with an arrow moves it, F2 renames it, Delete removes it. */
export interface RowKeys {
  readonly onMove?: (by: 1 | -1) => void;
  readonly onRename?: () => void;
  readonly onDelete?: () => void;
}

/** Follows a row's keys. */
export function followRowKeys(event: KeyboardEvent, { onMove, onRename, onDelete }: RowKeys): void {
  const { key, altKey, ctrlKey, metaKey, target } = event;
  if (ctrlKey || metaKey || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
  const act =
    altKey && onMove !== undefined && (key === 'ArrowUp' || key === 'ArrowDown')
      ? () => onMove(key === 'ArrowUp' ? -1 : 1)
      : !altKey && key === 'F2'
        ? onRename
        : !altKey && key === 'Delete'
          ? onDelete
          : undefined;
  if (act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
