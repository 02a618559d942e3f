import type { Hit } from '../../shared/layout/hitTest.ts';
import { placeOfHit, type Selectable, selectionOf } from '../editing/place.ts';
import { CardDragTool } from './cardDragTool.ts';
import { FeelingDragTool, openFeelingAt } from './feelingDragTool.ts';
import { HeadDragTool } from './headDragTool.ts';
import { MarqueeTool } from './marqueeTool.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** A press becomes a drag after this many CSS px: less is a trembling hand. */
const DRAG_AFTER = 4;

/** The button is down and nothing has moved yet: a click when it is let go, a drag when it moves. */
export class PressTool implements Tool {
  private readonly context: ToolContext;
  private readonly hit: Hit | null;
  private readonly from: ToolPointer;

  constructor(context: ToolContext, hit: Hit | null, from: ToolPointer) {
    this.context = context;
    this.hit = hit;
    this.from = from;
  }

  move(pointer: ToolPointer): Tool {
    const { from } = this;
    if (Math.hypot(pointer.viewX - from.viewX, pointer.viewY - from.viewY) < DRAG_AFTER) return this;
    const tool = this.startDrag();
    return tool === null ? this : tool.move(pointer);
  }

  release(pointer: ToolPointer): void {
    const { editor, editing } = this.context;
    const place = placeOfHit(this.hit);
    const [id] = selectionOf(place);
    if (id !== undefined && (pointer.shift || pointer.mod)) editor.toggle(id);
    else if (place !== null || editing.getState().selection.length > 0) editor.goTo(place);
  }

  cancel(): void {
    // A press that is given up has done nothing yet.
  }

  private startDrag(): Tool | null {
    const { context, hit, from } = this;
    const { editor, editing } = context;
    switch (hit?.kind) {
      case 'card': {
        const { selection } = editing.getState();
        const carried = selection.includes(hit.card) ? selection.filter(isCard) : [hit.card];
        if (!selection.includes(hit.card)) editor.select([hit.card]);
        return new CardDragTool(context, hit.card, carried, from);
      }
      case 'emotion':
        editor.select([hit.emotion]);
        return new FeelingDragTool(context, { kind: 'point', emotion: hit.emotion }, from);
      case 'stageHead':
        return this.carryHead(hit.stage);
      case 'stepHead':
        return this.carryHead(hit.step);
      case 'laneLabel':
        return this.carryHead(hit.lane);
      case 'cell': {
        const layout = context.layout();
        const open = layout && openFeelingAt(layout, hit.lane, from.x, from.y);
        if (!open) return new MarqueeTool(context, from);
        return new FeelingDragTool(context, { kind: 'open', lane: hit.lane, step: open.step }, from);
      }
      case 'sheet':
        return new MarqueeTool(context, from);
      default:
        return null;
    }
  }

  private carryHead(id: Selectable & `${'stage' | 'step' | 'lane'}:${string}`): Tool {
    this.context.editor.select([id]);
    return new HeadDragTool(this.context, id, this.from);
  }
}

function isCard(id: Selectable): id is Selectable & `card:${string}` {
  return id.startsWith('card:');
}
