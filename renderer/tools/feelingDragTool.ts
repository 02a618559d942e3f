import { moveFeeling } from '../../shared/edits/emotions.ts';
import { feelingAt } from '../../shared/layout/hitTest.ts';
import type { Id } from '../../shared/records/ids.ts';
import { findFeeling } from '../editing/place.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** Feelings catch at every twentieth, so that a hand can hit "neutral". */
const CATCH = 0.05;

/** A point of the curve dragged up and down; the curve follows live through the preview. */
export class FeelingDragTool implements Tool {
  private readonly context: ToolContext;
  private readonly emotion: Id<'emotion'>;
  /** From the pointer to the point's middle when it was taken hold of. */
  private readonly reach: number;

  constructor(context: ToolContext, emotion: Id<'emotion'>, from: ToolPointer) {
    this.context = context;
    this.emotion = emotion;
    const layout = context.layout();
    const found = layout && findFeeling(layout, emotion);
    this.reach = found ? found.lane.y + found.mark.y - from.y : 0;
  }

  move(pointer: ToolPointer): Tool {
    const value = this.valueAt(pointer);
    const { editor, editing } = this.context;
    editing.setState({ gesture: { kind: 'feeling', emotion: this.emotion } });
    if (value !== null) editor.preview(moveFeeling, { emotion: this.emotion, value });
    return this;
  }

  release(pointer: ToolPointer): void {
    const value = this.valueAt(pointer);
    const { editor, editing } = this.context;
    editing.setState({ gesture: null });
    editor.forgetPreview();
    if (value !== null) editor.edit(moveFeeling, { emotion: this.emotion, value }, { select: () => [this.emotion] });
  }

  cancel(): void {
    this.context.editing.setState({ gesture: null });
    this.context.editor.forgetPreview();
  }

  private valueAt(pointer: ToolPointer): number | null {
    const layout = this.context.layout();
    const found = layout && findFeeling(layout, this.emotion);
    if (found?.lane.layout.content.kind !== 'emotions') return null;
    const feeling = feelingAt(found.lane.layout.content.emotions, pointer.y + this.reach - found.lane.y);
    const caught = Math.round(feeling / CATCH) * CATCH;
    return Math.round(caught * 100) / 100;
  }
}
