import type { Box } from './box.ts';
import type { Point } from './curve.ts';
import { GRID } from './metrics.ts';

/** Between an arrow's head and the card. px */
const END_GAP = 1;
/** Ways down and to the right keep this far from those that come back, px to each side of a gutter's middle. */
const APART = 2;
/** A turn counts as this many px of way; a way on the left, where a card's text begins, as a few more. */
const TURN = 40;
const LEFT = 10;

/** A way between cards: its corners from the first card's edge to the other's, and how long it seems. */
export interface GutterCourse {
  readonly corners: readonly Point[];
  readonly cost: number;
  /** Where words on it begin: along a border of lanes, or somewhere on its way up or down. */
  readonly words: Point | { readonly x: number; readonly from: number; readonly to: number };
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
      if (Math.abs(start.gutter - end.gutter) < 1) {
        const x = end.gutter + apart(enter.y - leave.y);
        const turns = [
          { x, y: leave.y },
          { x, y: enter.y },
        ];
        courses.push(courseOf([leave, ...turns, enter], { x, from: leave.y, to: enter.y }));
        continue;
      }
      for (const border of borders) {
        const y = border + apart(end.gutter - start.gutter);
        const [one, other] = [start.gutter + apart(y - leave.y), end.gutter + apart(enter.y - y)];
        const turns = [
          { x: one, y: leave.y },
          { x: one, y },
          { x: other, y },
          { x: other, y: enter.y },
        ];
        courses.push(courseOf([leave, ...turns, enter], { x: Math.min(one, other), y }));
      }
    }
  }
  return courses;
}

function apart(way: number): number {
  return way < 0 ? -APART : APART;
}

function sidesOf({ x, width }: Box): readonly { readonly edge: number; readonly gutter: number }[] {
  return [
    { edge: x + width, gutter: x + width + GRID.inset },
    { edge: x, gutter: x - GRID.inset },
  ];
}

function courseOf(bends: readonly Point[], words: GutterCourse['words']): GutterCourse {
  const corners = bends.filter((bend, at) => {
    const before = bends[at - 1];
    return before === undefined || Math.abs(before.x - bend.x) + Math.abs(before.y - bend.y) > 0.5;
  });
  let cost = TURN * corners.length + ((bends[1]?.x ?? 0) < (bends[0]?.x ?? 0) ? LEFT : 0);
  corners.forEach((corner, at) => {
    const before = corners[at - 1] ?? corner;
    cost += Math.abs(before.x - corner.x) + Math.abs(before.y - corner.y);
  });
  return { corners, cost, words };
}
