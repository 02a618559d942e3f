import type { EditName } from '../edits/nameEdit.ts';

/**
 * What has the keyboard, and so what keys mean: the start screen, a map, a thing or cell of it, or a text field on any
 * of these.
 */
export const COMMAND_CONTEXTS = ['start', 'map', 'item', 'text'] as const;
export type CommandContext = (typeof COMMAND_CONTEXTS)[number];

/** What a window tells of itself for its menus. */
export interface MenuFacts {
  readonly context: CommandContext;
  /** What undo and redo would do; null when there is nothing. */
  readonly undo: EditName | null;
  readonly redo: EditName | null;
}

/** The facts of a window that shows no project. */
export const NO_MENU_FACTS: MenuFacts = { context: 'start', undo: null, redo: null };
