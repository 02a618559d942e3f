import type { Box } from './box.ts';
import type { Point } from './curve.ts';
import { ARROW_HEAD } from './linkPath.ts';

/** From a card's edge to where an arrow begins, and before the other where it ends: clear of ring and pin. */
const GAP = { from: 7, to: 5 } as const;
/** Cards that share at least this many px of width are joined straight down. */
const STRAIGHT = 28;
/** Less px than this between cards beside each other is too narrow for an arrow; below them it sags by this much. */
const NARROW = 40;
const SAG = 28;

/** An arrow as a cubic curve, the two barbs of its head, and its middle. */
export interface DirectCourse {
  readonly points: readonly [Point, Point, Point, Point];
  readonly head: readonly [Point, Point];
  readonly middle: Point;
}

/** The shortest way of an arrow from one card's box to another's, whatever stands between them. */
export function directCourse(from: Box, to: Box): DirectCourse {
  const left = Math.max(from.x, to.x);
  const right = Math.min(from.x + from.width, to.x + to.width);
  const isAbove = from.y + from.height <= to.y;
  const isBelow = to.y + to.height <= from.y;
  if (right - left >= STRAIGHT && (isAbove || isBelow)) {
    const x = (left + right) / 2;
    const start = { x, y: isAbove ? from.y + from.height + GAP.from : from.y - GAP.from };
    const end = { x, y: isAbove ? to.y - GAP.to : to.y + to.height + GAP.to };
    const way = isAbove ? -ARROW_HEAD : ARROW_HEAD;
    return {
      points: [start, start, end, end],
      head: [
        { x: x - ARROW_HEAD, y: end.y + way },
        { x: x + ARROW_HEAD, y: end.y + way },
      ],
      middle: { x, y: (start.y + end.y) / 2 },
    };
  }
  const between = Math.max(to.x - from.x - from.width, from.x - to.x - to.width);
  if (between < NARROW && !isAbove && !isBelow) return courseBelow(from, to);
  const goesRight = to.x + to.width / 2 >= from.x + from.width / 2;
  const start = { x: goesRight ? from.x + from.width + GAP.from : from.x - GAP.from, y: from.y + from.height / 2 };
  const end = { x: goesRight ? to.x - GAP.to : to.x + to.width + GAP.to, y: to.y + to.height / 2 };
  const bend = Math.max(14, Math.abs(end.x - start.x) / 2) * (goesRight ? 1 : -1);
  const way = goesRight ? -ARROW_HEAD : ARROW_HEAD;
  return {
    points: [start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end],
    head: [
      { x: end.x + way, y: end.y - ARROW_HEAD },
      { x: end.x + way, y: end.y + ARROW_HEAD },
    ],
    middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 },
  };
}

/** Neighbours leave no room between them: the arrow hangs below both. */
function courseBelow(from: Box, to: Box): DirectCourse {
  const start = { x: from.x + from.width / 2, y: from.y + from.height + GAP.from };
  const end = { x: to.x + to.width / 2, y: to.y + to.height + GAP.to };
  const lowest = Math.max(start.y, end.y) + SAG;
  return {
    points: [start, { x: start.x, y: lowest }, { x: end.x, y: lowest }, end],
    head: [
      { x: end.x - ARROW_HEAD, y: end.y + ARROW_HEAD },
      { x: end.x + ARROW_HEAD, y: end.y + ARROW_HEAD },
    ],
    middle: { x: (start.x + end.x) / 2, y: lowest - SAG / 4 },
  };
}
