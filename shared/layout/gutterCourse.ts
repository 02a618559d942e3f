import type { Box } from './box.ts';
import type { Point } from './curve.ts';
import { GRID } from './metrics.ts';

/** Between an arrow's head and the card. px */
const END_GAP = 1;
/** A turn counts as this many px of way; a way on the left, where a card's text begins, as a few more. */
const TURN = 40;
const LEFT = 10;

/** A way between cards: its corners from the first card's edge to the other's, and how long it seems. */
export interface GutterCourse {
  readonly corners: readonly Point[];
  readonly cost: number;
}

/**
 * The ways from one card's side to another's through the gutters between columns and along the borders of lanes, where
 * no card stands unless it spans steps. `borders` are the heights between lanes, those beside both cards among them.
 */
export function gutterCourses(from: Box, to: Box, borders: readonly number[]): readonly GutterCourse[] {
  const courses: GutterCourse[] = [];
  for (const start of sidesOf(from)) {
    for (const end of sidesOf(to)) {
      const leave = { x: start.edge, y: from.y + from.height / 2 };
      const enter = { x: end.edge + Math.sign(end.gutter - end.edge) * END_GAP, y: to.y + to.height / 2 };
      const [first, last] = [start.gutter, end.gutter];
      if (Math.abs(first - last) < 1) {
        courses.push(courseOf([leave, { x: last, y: leave.y }, { x: last, y: enter.y }, enter]));
        continue;
      }
      for (const y of borders) {
        const there = [
          { x: first, y: leave.y },
          { x: first, y },
        ];
        courses.push(courseOf([leave, ...there, { x: last, y }, { x: last, y: enter.y }, enter]));
      }
    }
  }
  return courses;
}

function sidesOf({ x, width }: Box): readonly { readonly edge: number; readonly gutter: number }[] {
  return [
    { edge: x + width, gutter: x + width + GRID.inset },
    { edge: x, gutter: x - GRID.inset },
  ];
}

function courseOf(bends: readonly Point[]): GutterCourse {
  const corners = bends.filter((bend, at) => {
    const before = bends[at - 1];
    return before === undefined || Math.abs(before.x - bend.x) + Math.abs(before.y - bend.y) > 0.5;
  });
  let cost = TURN * corners.length + ((bends[1]?.x ?? 0) < (bends[0]?.x ?? 0) ? LEFT : 0);
  corners.forEach((corner, at) => {
    const before = corners[at - 1] ?? corner;
    cost += Math.abs(before.x - corner.x) + Math.abs(before.y - corner.y);
  });
  return { corners, cost };
}
