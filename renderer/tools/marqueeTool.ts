import { type Box, boxesMeet } from '../../shared/layout/box.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Selectable } from '../editing/place.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** A frame drawn over the map: every card and point it touches is selected; with Shift, besides what was. */
export class MarqueeTool implements Tool {
  private readonly context: ToolContext;
  private readonly from: ToolPointer;
  private readonly before: readonly Selectable[];

  constructor(context: ToolContext, from: ToolPointer) {
    this.context = context;
    this.from = from;
    this.before = from.shift ? context.editing.getState().selection : [];
  }

  move(pointer: ToolPointer): Tool {
    this.context.editing.setState({ gesture: { kind: 'marquee', box: this.boxTo(pointer) } });
    return this;
  }

  release(pointer: ToolPointer): void {
    const layout = this.context.layout();
    this.context.editing.setState({ gesture: null });
    if (layout === null) return;
    const touched = itemsMeeting(layout, this.boxTo(pointer));
    this.context.editor.select([...this.before.filter((id) => !touched.includes(id)), ...touched]);
  }

  cancel(): void {
    this.context.editing.setState({ gesture: null });
  }

  private boxTo(pointer: ToolPointer): Box {
    const { from } = this;
    return {
      x: Math.min(from.x, pointer.x),
      y: Math.min(from.y, pointer.y),
      width: Math.abs(pointer.x - from.x),
      height: Math.abs(pointer.y - from.y),
    };
  }
}

/** The cards and emotion points that a box touches, lane by lane. */
function itemsMeeting(layout: MapLayout, box: Box): readonly Selectable[] {
  return layout.lanes.flatMap(({ y, layout: lane }): readonly Selectable[] => {
    const inLane = { ...box, y: box.y - y };
    const { content } = lane;
    if (content.kind === 'cards')
      return content.cards.filter((card) => boxesMeet(card, inLane)).map(({ card }) => card.id);
    const r = content.emotions.faceRadius;
    return content.emotions.curves
      .flatMap((curve) => curve.marks)
      .filter((mark) => boxesMeet({ x: mark.x - r, y: mark.y - r, width: 2 * r, height: 2 * r }, inLane))
      .map((mark) => mark.emotion.id);
  });
}
