import { type Box, boxesMeet } from '../../shared/layout/box.ts';
import type { Point } from '../../shared/layout/curve.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Size } from '../canvas/camera.ts';

/** px at 100 % that a pin stands out. */
const PIN_REACH = 13;
/** CSS px between a thing and what is put beside it. */
const GAP = 10;

/** The places beside a box for something of a size, in the order in which they are tried. All in CSS px of the view. */
export function placesBeside(box: Box, { width, height }: Size): readonly Point[] {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  return [
    { x: right + GAP, y: box.y },
    { x: box.x, y: box.y - GAP - height },
    { x: box.x - GAP - width, y: box.y },
    { x: box.x, y: bottom + GAP },
  ];
}

/** Whether something at a place lies wholly in the view. */
export function isInView({ x, y }: Point, size: Size, view: Size): boolean {
  return x >= 0 && y >= 0 && x + size.width <= view.width && y + size.height <= view.height;
}

/** Whether a box of the sheet covers no card, feeling, head or label. */
export function isFree(layout: MapLayout, box: Box): boolean {
  if (box.x < layout.columns.left || box.y < layout.lanesTop) return false;
  return layout.lanes.every(({ y, layout: lane }) => {
    if (y + lane.height <= box.y || y >= box.y + box.height) return true;
    const inLane = { ...box, y: box.y - y };
    const { content } = lane;
    if (content.kind === 'cards') return !content.cards.some((card) => boxesMeet(withPin(card), inLane));
    const r = content.emotions.faceRadius;
    const marks = content.emotions.curves.flatMap((curve) => curve.marks);
    return !marks.some(({ x, y: at, label, labelY }) => {
      const reach = Math.max(2 * r, label.width) / 2;
      const [top, bottom] = [Math.min(at - r, labelY - label.font.size), Math.max(at + r, labelY + 6)];
      return boxesMeet({ x: x - reach, y: top, width: 2 * reach, height: bottom - top }, inLane);
    });
  });
}

/** A card with its pin, which stands out of its upper edge (shared/layout/hitTest.ts). */
export function withPin({ x, y, width, height }: Box): Box {
  return { x, y: y - PIN_REACH, width, height: height + PIN_REACH };
}
