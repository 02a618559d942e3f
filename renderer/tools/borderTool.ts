import { setCardSpan } from '../../shared/edits/cards.ts';
import { setLaneHeight } from '../../shared/edits/lanes.ts';
import { setStepWidth } from '../../shared/edits/steps.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import { columnAt } from '../../shared/layout/hitTest.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import { EMOTION_HEIGHT, STEP_WIDTH } from '../../shared/records/limits.ts';
import type { EditingState } from '../editing/editingState.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** An edge that can be dragged. */
export type Grip =
  | { readonly kind: 'step'; readonly step: Id<'step'> }
  | { readonly kind: 'lane'; readonly lane: Id<'lane'> }
  | { readonly kind: 'span'; readonly card: Id<'card'>; readonly edge: 'left' | 'right' };

/** A border may be taken hold of within this many CSS px. */
const REACH = 5;

/** The edge under a pointer: a step's right border in the heads, a lane's lower one at its label, a selected card's sides. */
export function gripAt(
  layout: MapLayout,
  { selection }: Pick<EditingState, 'selection'>,
  pointer: ToolPointer,
): Grip | null {
  const reach = REACH / pointer.zoom;
  const [only] = selection;
  if (selection.length === 1 && only?.startsWith('card:')) {
    const found = findCard(layout, only as Id<'card'>);
    if (found !== undefined && Math.abs(pointer.y - (found.box.y + found.box.height / 2)) <= 14) {
      const left = Math.abs(pointer.x - (found.box.x - 4)) <= reach;
      const right = Math.abs(pointer.x - (found.box.x + found.box.width + 4)) <= reach;
      if (left || right) return { kind: 'span', card: found.card.card.id, edge: right ? 'right' : 'left' };
    }
  }
  if (pointer.y > layout.headsTop + layout.heads.stageHeight && pointer.y < layout.lanesTop) {
    const column = layout.columns.columns.find((each) => Math.abs(each.x + each.width - pointer.x) <= reach);
    if (column !== undefined) return { kind: 'step', step: column.step.id };
  }
  if (pointer.x < layout.columns.left && pointer.y > layout.lanesTop) {
    const lane = layout.lanes.find((each) => Math.abs(each.y + each.layout.height - pointer.y) <= reach);
    if (lane !== undefined) return { kind: 'lane', lane: lane.layout.lane.id };
  }
  return null;
}

/** An edge being dragged. Widths and heights show a guide and are set once in the end; a card's reach is drawn live. */
export class BorderTool implements Tool {
  private readonly context: ToolContext;
  private readonly grip: Grip;

  constructor(context: ToolContext, grip: Grip) {
    this.context = context;
    this.grip = grip;
  }

  move(pointer: ToolPointer): Tool {
    const { editing, editor } = this.context;
    const layout = this.context.layout();
    const { grip } = this;
    if (layout === null) return this;
    if (grip.kind === 'step') {
      const width = widthAt(layout, grip.step, pointer);
      if (width !== null) editing.setState({ gesture: { kind: 'stepWidth', step: grip.step, ...width } });
    } else if (grip.kind === 'lane') {
      const height = heightAt(layout, grip.lane, pointer);
      if (height !== null) editing.setState({ gesture: { kind: 'laneHeight', lane: grip.lane, ...height } });
    } else {
      const span = spanAt(layout, grip, pointer);
      editing.setState({ gesture: { kind: 'span', card: grip.card } });
      if (span !== null) editor.preview(setCardSpan, span);
    }
    return this;
  }

  release(pointer: ToolPointer): void {
    const { editing, editor } = this.context;
    const layout = this.context.layout();
    const { grip } = this;
    editing.setState({ gesture: null });
    if (layout === null) return;
    if (grip.kind === 'step') {
      const width = widthAt(layout, grip.step, pointer);
      if (width !== null) editor.edit(setStepWidth, { step: grip.step, width: width.width });
    } else if (grip.kind === 'lane') {
      const height = heightAt(layout, grip.lane, pointer);
      if (height !== null) editor.edit(setLaneHeight, { lane: grip.lane, height: height.height });
    } else {
      const span = spanAt(layout, grip, pointer);
      editor.forgetPreview();
      if (span !== null) editor.edit(setCardSpan, span, { select: () => [grip.card] });
    }
  }

  cancel(): void {
    this.context.editing.setState({ gesture: null });
    this.context.editor.forgetPreview();
  }
}

function widthAt(layout: MapLayout, step: Id<'step'>, { x }: ToolPointer): { width: number; x: number } | null {
  const column = layout.columns.columns[layout.columns.indexOfStep.get(step) ?? -1];
  if (column === undefined) return null;
  const width = Math.round(Math.min(Math.max(x - column.x, STEP_WIDTH.least), STEP_WIDTH.most));
  return { width, x: column.x + width };
}

function heightAt(layout: MapLayout, lane: Id<'lane'>, { y }: ToolPointer): { height: number; y: number } | null {
  const placed = layout.lanes.find((each) => each.layout.lane.id === lane);
  if (placed === undefined) return null;
  const isRiver = placed.layout.content.kind === 'emotions';
  const [least, most] = isRiver ? [EMOTION_HEIGHT.least, EMOTION_HEIGHT.most] : [0, 2000];
  const height = Math.round(Math.min(Math.max(y - placed.y, least), most));
  return { height, y: placed.y + height };
}

function spanAt(
  layout: MapLayout,
  { card: id, edge }: Grip & { kind: 'span' },
  { x }: ToolPointer,
): { card: Id<'card'>; step?: Id<'step'>; span: number } | null {
  const found = findCard(layout, id);
  const column = columnAt(layout, Math.min(Math.max(x, layout.columns.left), layout.columns.right));
  if (found === undefined || column < 0) return null;
  const { firstColumn, lastColumn } = found.card;
  if (edge === 'right') return { card: id, span: Math.max(1, column - firstColumn + 1) };
  const first = Math.min(column, lastColumn);
  const step = layout.columns.columns[first]?.step.id;
  return step === undefined ? null : { card: id, step, span: lastColumn - first + 1 };
}
