import { copyCards } from '../../shared/edits/copyCards.ts';
import { moveCards } from '../../shared/edits/moveCards.ts';
import type { Id } from '../../shared/records/ids.ts';
import { getRecord } from '../../shared/records/records.ts';
import { findCardTarget } from '../editing/dropTarget.ts';
import type { CardTarget } from '../editing/editingState.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** Cards lifted and carried to another place; with Alt a copy of them is. */
export class CardDragTool implements Tool {
  private readonly context: ToolContext;
  private readonly cards: readonly Id<'card'>[];
  private readonly from: ToolPointer;

  constructor(context: ToolContext, cards: readonly Id<'card'>[], from: ToolPointer) {
    this.context = context;
    this.cards = cards;
    this.from = from;
  }

  move(pointer: ToolPointer): Tool {
    const by = { x: pointer.x - this.from.x, y: pointer.y - this.from.y };
    this.context.editing.setState({
      gesture: { kind: 'cards', cards: this.cards, by, copy: pointer.alt, target: this.targetAt(pointer) },
    });
    return this;
  }

  release(pointer: ToolPointer): void {
    const target = this.targetAt(pointer);
    const { editor, editing } = this.context;
    editing.setState({ gesture: null });
    if (target === null) return;
    if (target.refusal !== null) {
      editing.setState({ refusal: { code: target.refusal, ids: this.cards } });
      return;
    }
    const { cards } = this;
    const { lane, step, at } = target;
    if (pointer.alt) editor.edit(copyCards, { cards, lane, step }, { select: (copies) => copies });
    else editor.edit(moveCards, { cards, lane, step, at }, { select: () => cards });
  }

  cancel(): void {
    this.context.editing.setState({ gesture: null });
  }

  private targetAt(pointer: ToolPointer): CardTarget | null {
    const layout = this.context.layout();
    const { records } = this.context.editor;
    if (layout === null || records === undefined) return null;
    const kinds = this.cards.flatMap((id) => getRecord(records, id)?.kind ?? []);
    return findCardTarget(layout, { cards: this.cards, kinds }, pointer);
  }
}
