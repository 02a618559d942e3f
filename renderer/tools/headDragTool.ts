import { moveLane } from '../../shared/edits/lanes.ts';
import { moveStage } from '../../shared/edits/stages.ts';
import { moveStep } from '../../shared/edits/steps.ts';
import type { Id } from '../../shared/records/ids.ts';
import { findLaneTarget, findStageTarget, findStepTarget } from '../editing/dropTarget.ts';
import type { HeadTarget } from '../editing/editingState.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

type HeadId = Id<'stage' | 'step' | 'lane'>;

/** A stage, step or lane carried by its head to another place. */
export class HeadDragTool implements Tool {
  private readonly context: ToolContext;
  private readonly id: HeadId;
  private readonly from: ToolPointer;

  constructor(context: ToolContext, id: HeadId, from: ToolPointer) {
    this.context = context;
    this.id = id;
    this.from = from;
  }

  move(pointer: ToolPointer): Tool {
    const by = { x: pointer.x - this.from.x, y: pointer.y - this.from.y };
    this.context.editing.setState({ gesture: { kind: 'head', id: this.id, by, target: this.targetAt(pointer) } });
    return this;
  }

  release(pointer: ToolPointer): void {
    const { editor, editing } = this.context;
    const layout = this.context.layout();
    editing.setState({ gesture: null });
    const { id } = this;
    if (layout === null) return;
    if (isOf(id, 'stage')) editor.edit(moveStage, { stage: id, at: findStageTarget(layout, pointer.x).at });
    else if (isOf(id, 'lane')) editor.edit(moveLane, { lane: id, at: findLaneTarget(layout, pointer.y).at });
    else if (isOf(id, 'step')) {
      const { stage, at } = findStepTarget(layout, pointer.x);
      if (stage !== undefined) editor.edit(moveStep, { step: id, stage, at });
    }
  }

  cancel(): void {
    this.context.editing.setState({ gesture: null });
  }

  private targetAt(pointer: ToolPointer): HeadTarget | null {
    const layout = this.context.layout();
    if (layout === null) return null;
    if (isOf(this.id, 'stage')) return findStageTarget(layout, pointer.x);
    return isOf(this.id, 'step') ? findStepTarget(layout, pointer.x) : findLaneTarget(layout, pointer.y);
  }
}

function isOf<Type extends 'stage' | 'step' | 'lane'>(id: HeadId, type: Type): id is Id<Type> {
  return id.startsWith(`${type}:`);
}
