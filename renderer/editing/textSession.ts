import { removeCards, setCardText } from '../../shared/edits/cards.ts';
import type { EditVerb } from '../../shared/edits/defineEdit.ts';
import { changeFeelings } from '../../shared/edits/emotions.ts';
import { renameLane } from '../../shared/edits/lanes.ts';
import { changeMap, renameMap } from '../../shared/edits/maps.ts';
import { changeStage, renameStage } from '../../shared/edits/stages.ts';
import { renameStep } from '../../shared/edits/steps.ts';
import type { CardRecord } from '../../shared/records/card.ts';
import { getRecord } from '../../shared/records/records.ts';
import { type EditingStore, mayHaveLines, type TextTarget } from './editingState.ts';
import type { Editor } from './editor.ts';
import { textOf } from './textBox.ts';

/** Typing reaches the document this long after the last keystroke, in ms; until then it is only shown. */
const KEEP_AFTER = 250;

/** What a session needs of the window: its timers and frames, which tests replace. */
export interface SessionClock {
  setTimeout(callback: () => void, ms: number): number;
  clearTimeout(timer: number | undefined): void;
  /** Calls back once the next frame has been drawn; gives the way to call it off. */
  afterFrame(callback: () => void): () => void;
}

/**
 * Editing a text on the map. What is typed shows in its text box at once; the map makes room for it through the
 * preview, one frame later, and it is kept every quarter of a second. From beginning to end it is one entry of the
 * history. Nothing typed is ever thrown away: Escape ends like Enter.
 */
export class TextSessions {
  private readonly editor: Editor;
  private readonly editing: EditingStore;
  private readonly clock: SessionClock;
  private timer: number | null = null;
  private callOffPreview: (() => void) | null = null;
  private mergeKey = '';
  private count = 0;

  constructor(editor: Editor, editing: EditingStore, clock: SessionClock) {
    this.editor = editor;
    this.editing = editing;
    this.clock = clock;
  }

  /** The key under which edits of the next session are joined: a new card is added under it, then filled. */
  newMergeKey(): string {
    this.count += 1;
    return `text ${this.count}`;
  }

  /** Begins with what stands there, or with `typed` in its place. */
  start(target: TextTarget, typed?: string, mergeKey = this.newMergeKey()): void {
    const { records } = this.editor;
    const before = records && textOf(records, target);
    if (before === undefined || this.editing.getState().frozen !== null) return;
    this.mergeKey = mergeKey;
    this.editing.setState({ text: { target, text: typed ?? before, before } });
    if (typed === undefined || typed === before) return;
    this.type(typed);
    this.run('preview');
  }

  /** Takes over what stands in the text box. Not to be called while an input method is composing. */
  type(text: string): void {
    const session = this.editing.getState().text;
    if (session === null) return;
    this.editing.setState({ text: { ...session, text } });
    this.callOffPreview ??= this.clock.afterFrame(() => this.run('preview'));
    if (this.timer !== null) this.clock.clearTimeout(this.timer);
    this.timer = this.clock.setTimeout(() => this.keep(), KEEP_AFTER);
  }

  /** Keeps what was typed so far. */
  keep(): void {
    if (this.timer !== null) this.clock.clearTimeout(this.timer);
    this.timer = null;
    this.run('edit');
  }

  /** Ends; a card that was begun and never got a word goes again, but for one that waits for its picture. */
  end(): void {
    const session = this.editing.getState().text;
    if (session === null) return;
    this.keep();
    this.editing.setState({ text: null });
    const { target } = session;
    const { records } = this.editor;
    const card = target.kind === 'card' && records ? getRecord(records, target.id) : undefined;
    if (card !== undefined && session.before === '' && saysNothing(card)) {
      const place = { kind: 'cell', lane: card.lane, step: card.step } as const;
      this.editor.edit(removeCards, { cards: [card.id] }, { merging: this.merging(), select: () => [] });
      this.editing.setState({ place });
    }
    this.editor.endRun();
  }

  private merging(): { readonly key: string; readonly within: null } {
    return { key: this.mergeKey, within: null };
  }

  /** Writes what was typed so far where it belongs, or shows what that would be. */
  private run(how: 'edit' | 'preview'): void {
    this.callOffPreview?.();
    this.callOffPreview = null;
    const session = this.editing.getState().text;
    if (session === null) return;
    const { target } = session;
    const text = mayHaveLines(target) ? session.text : session.text.replace(/\s*\n\s*/g, ' ');
    const run = <Input, Value>(verb: EditVerb<Input, Value>, input: Input): void => {
      if (how === 'preview') this.editor.preview(verb, input);
      else this.editor.edit(verb, input, { merging: this.merging() });
    };
    switch (target.kind) {
      case 'card':
        run(setCardText, { card: target.id, text });
        break;
      case 'emotion':
        run(changeFeelings, { emotions: [target.id], fields: { label: text } });
        break;
      case 'stageName':
        run(renameStage, { stage: target.id, name: text });
        break;
      case 'stageGoal':
        run(changeStage, { stage: target.id, fields: { goal: text } });
        break;
      case 'stepName':
        run(renameStep, { step: target.id, name: text });
        break;
      case 'laneName':
        run(renameLane, { lane: target.id, name: text });
        break;
      case 'mapTitle':
        run(renameMap, { map: target.id, title: text });
        break;
      case 'mapScenario':
        run(changeMap, { map: target.id, fields: { scenario: text } });
        break;
    }
  }
}

function saysNothing({ text, kind, figure, asset }: CardRecord): boolean {
  return text.trim() === '' && kind !== 'picture' && figure === '' && asset === null;
}
