import { type Box, boxesMeet, growBox } from '../../shared/layout/box.ts';
import type { Point } from '../../shared/layout/curve.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Size } from '../canvas/camera.ts';

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
    if (content.kind === 'cards') return !content.cards.some((card) => boxesMeet(growBox(card, 2), inLane));
    const r = content.emotions.faceRadius;
    const marks = content.emotions.curves.flatMap((curve) => curve.marks);
    return !marks.some((mark) => boxesMeet({ x: mark.x - r, y: mark.y - r, width: 2 * r, height: 2 * r }, inLane));
  });
}
