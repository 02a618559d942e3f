import { type CardPosition, positionsOf } from '../../shared/edits/cardPositions.ts';
import { copyCards } from '../../shared/edits/copyCards.ts';
import { moveCards } from '../../shared/edits/moveCards.ts';
import type { Id } from '../../shared/records/ids.ts';
import { readDocument } from '../../shared/store/mapParts.ts';
import { findCardTarget } from '../editing/dropTarget.ts';
import type { CardTarget } from '../editing/editingState.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** Cards lifted by one of them and carried to another place in their arrangement; with Alt a copy of them is. */
export class CardDragTool implements Tool {
  private readonly context: ToolContext;
  private readonly held: Id<'card'>;
  private readonly cards: readonly Id<'card'>[];
  private readonly from: ToolPointer;
  private readonly positions: readonly CardPosition[];

  constructor(context: ToolContext, held: Id<'card'>, cards: readonly Id<'card'>[], from: ToolPointer) {
    this.context = context;
    this.held = held;
    this.cards = cards;
    this.from = from;
    const { records } = context.editor;
    this.positions = records === undefined ? [] : positionsOf(readDocument(records), cards);
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
    const { cards, held } = this;
    const { lane, step, at } = target;
    if (pointer.alt) editor.edit(copyCards, { cards, held, lane, step, at }, { select: (copies) => copies });
    else editor.edit(moveCards, { cards, held, lane, step, at }, { select: () => cards });
  }

  cancel(): void {
    this.context.editing.setState({ gesture: null });
  }

  private targetAt(pointer: ToolPointer): CardTarget | null {
    const layout = this.context.layout();
    const held = this.positions.find(({ card }) => card.id === this.held);
    if (layout === null || held === undefined) return null;
    return findCardTarget(layout, { cards: this.positions, held, copy: pointer.alt }, pointer);
  }
}
