import type { StoreApi } from 'zustand/vanilla';
import { kindOfKey } from '../../shared/commands/kindKeys.ts';
import { hitTest } from '../../shared/layout/hitTest.ts';
import type { EditingState, EditingStore, TextTarget } from '../editing/editingState.ts';
import type { Editor } from '../editing/editor.ts';
import { type HeadPlus, isOnPlus, plusNear } from '../editing/headPlus.ts';
import { type Direction, firstPlace, neighbour } from '../editing/navigate.ts';
import { type Selectable, selectionOf } from '../editing/place.ts';
import { type SessionClock, TextSessions } from '../editing/textSession.ts';
import type { MapSceneState } from '../state/mapScene.ts';
import { BorderTool, gripAt } from './borderTool.ts';
import { LinkActions } from './linkActions.ts';
import { MapActions } from './mapActions.ts';
import { PressTool } from './pressTool.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** A key on the map, as far as tools look at it. */
export interface ToolKey {
  readonly key: string;
  readonly shift: boolean;
  readonly mod: boolean;
  readonly alt: boolean;
}

/** What tools are made with. */
export interface MapToolsSources {
  readonly editor: Editor;
  readonly editing: EditingStore;
  readonly scene: StoreApi<MapSceneState>;
  readonly clock: SessionClock;
  /** Adds a stage, step or lane at a border and lets its name be typed. */
  readonly addHead: (plus: HeadPlus) => void;
  /** What somebody is called of whom nothing is known yet. */
  readonly newPersonaName: () => string;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What lies under the pointer. */
type Hovered = Pick<EditingState, 'hover' | 'plus'>;

const NOTHING: Hovered = { hover: null, plus: null };

/** Names a thing under the pointer, wherever on it the pointer is. */
function nameOf({ hover, plus }: Hovered): string {
  return JSON.stringify([hover?.kind === 'cell' ? { ...hover, feeling: null } : hover, plus]);
}

/**
 * Everything pointer and keyboard do on the map, without a browser: events come in as plain values, and what happens is
 * seen in the stores. One tool is at work while a button is down.
 */
export class MapTools {
  readonly actions: MapActions;
  /** Arrows between cards. */
  readonly links: LinkActions;
  readonly sessions: TextSessions;
  private readonly context: ToolContext;
  private readonly addHead: (plus: HeadPlus) => void;
  private tool: Tool | null = null;
  private seenPointer: ToolPointer | null = null;

  constructor({ editor, editing, scene, clock, addHead, newPersonaName }: MapToolsSources) {
    this.addHead = addHead;
    this.sessions = new TextSessions(editor, editing, clock);
    this.context = {
      editor,
      editing,
      layout: () => scene.getState().shown?.layout ?? null,
      startText: (target, typed) => this.startText(target, typed),
      endText: () => this.sessions.end(),
      newPersonaName,
    };
    this.actions = new MapActions(this.context, this.sessions);
    this.links = new LinkActions(this.context);
  }

  /** Where the pointer was last seen over the map; null when it is elsewhere, or the keyboard has gone on without it. */
  get pointer(): ToolPointer | null {
    return this.seenPointer;
  }

  /** A button goes down. */
  press(pointer: ToolPointer): void {
    this.seenPointer = pointer;
    const { editing, layout } = this.context;
    const map = layout();
    this.context.endText();
    if (editing.getState().choice !== null) editing.setState({ choice: null });
    if (map === null) return;
    if (editing.getState().linking !== null) {
      this.links.press(hitTest(map, pointer.x, pointer.y));
      return;
    }
    const plus = plusNear(map, pointer);
    if (plus !== null && isOnPlus(plus, pointer)) {
      editing.setState({ plus: null });
      this.addHead(plus);
      return;
    }
    const grip = gripAt(map, editing.getState(), pointer);
    this.tool = grip
      ? new BorderTool(this.context, grip)
      : new PressTool(this.context, hitTest(map, pointer.x, pointer.y), pointer);
  }

  /** The pointer moves, with a button down or without. */
  move(pointer: ToolPointer): void {
    this.seenPointer = pointer;
    if (this.tool !== null) {
      this.tool = this.tool.move(pointer);
      return;
    }
    this.hover(this.under(pointer));
  }

  /**
   * The map has moved or changed under a pointer that has not. While it is moving, what the pointer is no longer on is
   * let go, and nothing else is taken.
   */
  lookAgain(pointer: ToolPointer, isMoving: boolean): void {
    if (this.tool !== null) return;
    this.seenPointer = pointer;
    const under = this.under(pointer);
    const { hover, plus } = this.context.editing.getState();
    if (!isMoving) this.hover(under);
    else if (nameOf(under) !== nameOf({ hover, plus })) this.hover(NOTHING);
  }

  /** The button goes up. */
  release(pointer: ToolPointer): void {
    this.seenPointer = pointer;
    const { tool } = this;
    this.tool = null;
    tool?.release(pointer);
  }

  /** The pointer is gone, or means nothing until it moves. */
  leave(): void {
    this.seenPointer = null;
    this.hover(NOTHING);
  }

  /** Gives up what the pointer is doing. False when it was doing nothing. */
  cancel(): boolean {
    const { tool } = this;
    this.tool = null;
    tool?.cancel();
    return tool !== null;
  }

  /** A double click: edits the text under it, starts a card in an empty cell, a point in the river. */
  doubleClick(pointer: ToolPointer): void {
    const map = this.context.layout();
    const hit = map && hitTest(map, pointer.x, pointer.y);
    if (!map || !hit) return;
    if (hit.kind === 'title') this.startText({ kind: 'mapTitle', id: map.map.id });
    else if (hit.kind === 'scenario') this.startText({ kind: 'mapScenario', id: map.map.id });
    else if (hit.kind === 'stageHead') {
      const goal = pointer.y > hit.box.y + hit.box.height * 0.6;
      this.startText({ kind: goal ? 'stageGoal' : 'stageName', id: hit.stage });
    } else if (hit.kind === 'cell' && hit.feeling !== null) {
      const value = Math.round(hit.feeling * 4) / 4;
      this.actions.addFeelingIn({ kind: 'cell', lane: hit.lane, step: hit.step }, value, '');
    } else this.actions.editHere();
  }

  /** A key on the map, outside any text. True when it meant something here. Commands of the catalogue come elsewhere. */
  key({ key, shift, mod, alt }: ToolKey): boolean {
    const { editing } = this.context;
    if (editing.getState().choice !== null && !mod && !alt) return this.choose(key);
    if (key === 'Escape') return this.escape();
    const direction = ARROWS[key];
    if (direction !== undefined || key === 'Tab') this.leave();
    if (direction !== undefined) return this.arrow(direction, shift, mod, alt);
    if (mod || alt) return false;
    if (key === 'Tab') return this.actions.goOnReading(shift);
    if (key === 'Enter' && this.links.choose()) return true;
    const { place } = editing.getState();
    if (place === null) return false;
    if (key === 'Enter' || key === 'F2') {
      this.actions.editHere();
      return true;
    }
    // In an empty cell whatever is typed begins a card; N alone begins an empty one by its command.
    if (place.kind === 'cell' && [...key].length === 1 && key !== ' ') {
      this.actions.editHere(key);
      return true;
    }
    // An accent that waits for its letter: both are put together in the text box, so that has to be there.
    if (place.kind === 'cell' && key === 'Dead') {
      this.actions.editHere();
      return false;
    }
    const kind = kindOfKey(key);
    return kind !== undefined && this.actions.turnEmptyCard(kind);
  }

  /** Enter in a text box: ends, and goes on to where the next text would be written. */
  enterInText(): void {
    this.sessions.end();
    this.actions.goOn();
  }

  private under(pointer: ToolPointer): Hovered {
    const map = this.context.layout();
    return map === null ? NOTHING : { hover: hitTest(map, pointer.x, pointer.y), plus: plusNear(map, pointer) };
  }

  private hover({ hover, plus }: Hovered): void {
    const { editing } = this.context;
    const before = editing.getState();
    if (JSON.stringify([hover, plus]) !== JSON.stringify([before.hover, before.plus])) {
      editing.setState({ hover, plus });
    }
  }

  private startText(target: TextTarget, typed?: string): void {
    this.sessions.end();
    this.sessions.start(target, typed);
  }

  /** A key while the kind of a new card is asked for. Any that means nothing here waits for another. */
  private choose(key: string): boolean {
    const kind = kindOfKey(key);
    if (kind !== undefined) this.actions.addKind(kind);
    else if (key === 'Enter' || key === ' ' || key.toLowerCase() === 'n' || key === 'Insert') this.actions.addKind();
    else if (key === 'Escape' || key === 'Tab' || key in ARROWS) this.context.editing.setState({ choice: null });
    else return [...key].length === 1;
    return true;
  }

  private escape(): boolean {
    if (this.cancel() || this.links.cancel()) return true;
    const { selection, place } = this.context.editing.getState();
    if (selection.length === 0 && place === null) return false;
    this.context.editor.goTo(selection.length > 1 ? place : null);
    return true;
  }

  private arrow(direction: Direction, shift: boolean, mod: boolean, alt: boolean): boolean {
    const map = this.context.layout();
    const { editor, editing } = this.context;
    const { place, selection } = editing.getState();
    if (map === null || mod || (alt && shift)) return false;
    if (place === null) {
      if (alt || shift) return false;
      editor.goTo(firstPlace(map));
      return true;
    }
    if (alt) {
      this.actions.moveSelection(direction);
      return true;
    }
    const next = neighbour(map, place, direction);
    if (shift) {
      const added = selectionOf(next).filter((id): id is Selectable => !selection.includes(id));
      if (added.length > 0) editor.select([...selection, ...added]);
      else editing.setState({ place: next });
      return true;
    }
    editor.goTo(next);
    return true;
  }
}
