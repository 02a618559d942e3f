import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { EditingStore, TextTarget } from '../editing/editingState.ts';
import type { Editor } from '../editing/editor.ts';

/** A pointer over the map. */
export interface ToolPointer {
  /** px of the sheet at 100 %. */
  readonly x: number;
  readonly y: number;
  /** CSS px of the view, for what must not hang on the zoom: when a press becomes a drag. */
  readonly viewX: number;
  readonly viewY: number;
  readonly zoom: number;
  readonly shift: boolean;
  /** Ctrl, or Cmd on macOS. */
  readonly mod: boolean;
  readonly alt: boolean;
}

/** What tools work on. */
export interface ToolContext {
  readonly editor: Editor;
  readonly editing: EditingStore;
  /** The map as it is drawn; null while none is. */
  readonly layout: () => MapLayout | null;
  /** Begins editing a text; `typed` replaces what stands there. */
  readonly startText: (target: TextTarget, typed?: string) => void;
  /** Ends editing a text, keeping what was typed. */
  readonly endText: () => void;
  /** What somebody is called of whom nothing is known yet. */
  readonly newPersonaName: () => string;
}

/** What the pointer is doing: one object per press, entered and left once. */
export interface Tool {
  /** The pointer moved. Gives the tool that goes on, usually itself. */
  move(pointer: ToolPointer): Tool;
  /** The pointer was let go: the gesture is done. */
  release(pointer: ToolPointer): void;
  /** Escape, or the window lost the pointer: nothing happened. */
  cancel(): void;
}
