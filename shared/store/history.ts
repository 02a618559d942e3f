import type { Id } from '../records/ids.ts';
import { isEmptyDiff, type RecordsDiff, reverseDiff, squashDiffs } from './recordsDiff.ts';

/** One thing that undo takes back. */
export interface HistoryEntry {
  /** The key of the words that name it, such as "edit.addCard". */
  readonly label: string;
  readonly diff: RecordsDiff;
  /** What was selected before and after; the history keeps it and asks nothing of it. */
  readonly selectionBefore: readonly Id[];
  readonly selectionAfter: readonly Id[];
  /** When it was last added to, in milliseconds since 1970. */
  readonly at: number;
  /** Edits of the same key become one entry; null stands alone. */
  readonly mergeKey: string | null;
}

/** Everything that can be taken back and done again. A value: nothing here changes one in place. */
export interface EditHistory {
  /** Oldest first. */
  readonly done: readonly HistoryEntry[];
  /** The one to do again first stands last. */
  readonly undone: readonly HistoryEntry[];
  /** Whether the newest entry still takes in edits of its key. */
  readonly open: boolean;
}

/** The history of a document nobody has edited. */
export const EMPTY_HISTORY: EditHistory = { done: [], undone: [], open: false };

/** How an edit joins the ones just before it. */
export interface Merging {
  /** What is going on, such as "text card:…" or "nudge card:…". */
  readonly key: string;
  /** The longest pause in milliseconds; null for a session, which lasts until `endMerging`. */
  readonly within: number | null;
}

/** An edit on its way into the history. */
export interface RecordedEdit {
  readonly label: string;
  readonly diff: RecordsDiff;
  readonly selectionBefore: readonly Id[];
  readonly selectionAfter: readonly Id[];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly merging: Merging | null;
}

/** Where undo or redo leads. */
export interface HistoryStep {
  readonly history: EditHistory;
  /** To be applied to the records, sent to the file, and so on: it is an edit like any other. */
  readonly diff: RecordsDiff;
  readonly selection: readonly Id[];
  readonly label: string;
}

/**
 * The history with one more edit; what was undone before can then no longer be done again. An edit that changes
 * nothing leaves the history as it is. A run of edits that together change nothing (typed and deleted) is no entry.
 */
export function recordEdit(history: EditHistory, edit: RecordedEdit): EditHistory {
  if (isEmptyDiff(edit.diff)) return history;
  const newest = history.done.at(-1);
  if (newest === undefined || !joinsNewest(history, edit)) {
    return { done: [...history.done, newEntry(edit)], undone: [], open: edit.merging !== null };
  }
  const earlier = history.done.slice(0, -1);
  const diff = squashDiffs(newest.diff, edit.diff);
  if (isEmptyDiff(diff)) return { done: earlier, undone: [], open: false };
  return {
    done: [...earlier, { ...newest, diff, selectionAfter: edit.selectionAfter, at: edit.at }],
    undone: [],
    open: true,
  };
}

/** Ends a session or a run of nudges: the next edit is an entry of its own, whatever its key. */
export function endMerging(history: EditHistory): EditHistory {
  return history.open ? { ...history, open: false } : history;
}

/** Takes the newest edit back; null when there is none. */
export function undo(history: EditHistory): HistoryStep | null {
  const entry = history.done.at(-1);
  if (entry === undefined) return null;
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, entry], open: false },
    diff: reverseDiff(entry.diff),
    selection: entry.selectionBefore,
    label: entry.label,
  };
}

/** Does again what was taken back last; null when there is nothing. */
export function redo(history: EditHistory): HistoryStep | null {
  const entry = history.undone.at(-1);
  if (entry === undefined) return null;
  return {
    history: { done: [...history.done, entry], undone: history.undone.slice(0, -1), open: false },
    diff: entry.diff,
    selection: entry.selectionAfter,
    label: entry.label,
  };
}

/** Whether an edit becomes part of the newest entry. */
export function joinsNewest(history: EditHistory, edit: Pick<RecordedEdit, 'at' | 'merging'>): boolean {
  const newest = history.done.at(-1);
  if (newest === undefined || !history.open) return false;
  if (edit.merging === null || edit.merging.key !== newest.mergeKey) return false;
  return edit.merging.within === null || edit.at - newest.at <= edit.merging.within;
}

function newEntry({ label, diff, selectionBefore, selectionAfter, at, merging }: RecordedEdit): HistoryEntry {
  return { label, diff, selectionBefore, selectionAfter, at, mergeKey: merging?.key ?? null };
}
