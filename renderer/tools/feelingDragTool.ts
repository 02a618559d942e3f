import { addFeeling, moveFeeling } from '../../shared/edits/emotions.ts';
import type { EmotionLane, OpenFeeling } from '../../shared/layout/emotionLane.ts';
import { feelingAt } from '../../shared/layout/hitTest.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import { findFeeling } from '../editing/place.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';
import { walkerOf } from './walkerOf.ts';

/** Feelings catch at every twentieth, so that a hand can hit "neutral". */
const CATCH = 0.05;

/** What a hand has taken hold of: a point of a curve, or the place in the river where one could be. */
export type HeldFeeling =
  | { readonly kind: 'point'; readonly emotion: Id<'emotion'> }
  | { readonly kind: 'open'; readonly lane: Id<'lane'>; readonly step: Id<'step'> };

/** A point of the curve dragged up and down; the curve follows live through the preview. */
export class FeelingDragTool implements Tool {
  private readonly context: ToolContext;
  private readonly held: HeldFeeling;
  /** From the pointer to the point's middle when it was taken hold of. */
  private readonly reach: number;
  /** Found at the beginning: somebody who comes with the point walks on the map as soon as it is shown there. */
  private readonly whose: ReturnType<typeof walkerOf>;

  constructor(context: ToolContext, held: HeldFeeling, from: ToolPointer) {
    this.context = context;
    this.held = held;
    this.whose = walkerOf(context);
    const layout = context.layout();
    const middle = layout && middleOf(layout, held);
    this.reach = middle === null ? 0 : middle - from.y;
  }

  move(pointer: ToolPointer): Tool {
    const value = this.valueAt(pointer);
    this.context.editing.setState({ gesture: { kind: 'feeling' } });
    if (value !== null) this.write('preview', value);
    return this;
  }

  release(pointer: ToolPointer): void {
    const value = this.valueAt(pointer);
    this.context.editing.setState({ gesture: null });
    this.context.editor.forgetPreview();
    if (value !== null) this.write('edit', value);
  }

  cancel(): void {
    this.context.editing.setState({ gesture: null });
    this.context.editor.forgetPreview();
  }

  private write(how: 'preview' | 'edit', value: number): void {
    const { context, held } = this;
    const { editor } = context;
    if (held.kind === 'point') {
      const { emotion } = held;
      if (how === 'preview') editor.preview(moveFeeling, { emotion, value });
      else editor.edit(moveFeeling, { emotion, value }, { select: () => [emotion] });
      return;
    }
    const persona = this.whose;
    if (persona === null) {
      if (how === 'edit') context.editing.setState({ refusal: { code: 'nobodyWalks', ids: [] } });
      return;
    }
    const feeling = { lane: held.lane, step: held.step, persona, value };
    if (how === 'preview') editor.preview(addFeeling, feeling);
    else editor.edit(addFeeling, feeling, { select: ({ id }) => [id] });
  }

  private valueAt(pointer: ToolPointer): number | null {
    const layout = this.context.layout();
    const lane = layout && laneOf(layout, this.held);
    if (!lane) return null;
    const feeling = feelingAt(lane.emotions, pointer.y + this.reach - lane.y);
    const caught = Math.round(feeling / CATCH) * CATCH;
    return Math.round(caught * 100) / 100;
  }
}

/** The place in a river at (x, y) of the sheet from which a point could be lifted. */
export function openFeelingAt(layout: MapLayout, laneId: Id<'lane'>, x: number, y: number): OpenFeeling | undefined {
  const lane = riverOf(layout, laneId);
  const reach = lane === null ? 0 : lane.emotions.faceRadius + 4;
  return lane?.emotions.open?.find((each) => Math.hypot(each.x - x, lane.y + each.y - y) <= reach);
}

interface River {
  readonly y: number;
  readonly emotions: EmotionLane;
}

function riverOf({ lanes }: MapLayout, id: Id<'lane'>): River | null {
  const placed = lanes.find(({ layout }) => layout.lane.id === id);
  return placed?.layout.content.kind === 'emotions' ? { y: placed.y, emotions: placed.layout.content.emotions } : null;
}

function laneOf(layout: MapLayout, held: HeldFeeling): River | null {
  const lane = held.kind === 'open' ? held.lane : findFeeling(layout, held.emotion)?.lane.layout.lane.id;
  return lane === undefined ? null : riverOf(layout, lane);
}

/** px of the sheet; null when it is not there. */
function middleOf(layout: MapLayout, held: HeldFeeling): number | null {
  if (held.kind === 'point') {
    const found = findFeeling(layout, held.emotion);
    return found === undefined ? null : found.lane.y + found.mark.y;
  }
  const lane = riverOf(layout, held.lane);
  const open = lane?.emotions.open?.find(({ step }) => step === held.step);
  return lane === null || open === undefined ? null : lane.y + open.y;
}
