import { curveMonotoneX, line } from 'd3-shape';

/** A place on the sheet in px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const monotone = line<Point>()
  .x((point) => point.x)
  .y((point) => point.y)
  .curve(curveMonotoneX)
  .digits(2);

/**
 * Path data of a curve through points sorted by x, that never leaves the range of two neighbours (monotone cubic:
 * M. Steffen, "A simple method for monotonic interpolation in one dimension", 1990). Empty for no points.
 */
export function curvePath(points: readonly Point[]): string {
  return monotone(points) ?? '';
}

/**
 * The points with one more at either border, so that the curve runs through the whole width. The ends lean on, a
 * third of the way, in the direction in which the curve was going.
 */
export function runToBorders(
  points: readonly Point[],
  left: number,
  right: number,
  lowest: number,
  highest: number,
): readonly Point[] {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const held = (y: number): number => Math.min(lowest, Math.max(highest, y));
  const second = points[1] ?? first;
  const lastButOne = points.at(-2) ?? last;
  const start = { x: left, y: held(first.y + (first.y - second.y) * 0.35) };
  const end = { x: right, y: held(last.y + (last.y - lastButOne.y) * 0.15) };
  return [...(first.x > left ? [start] : []), ...points, ...(last.x < right ? [end] : [])];
}
