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

/** How high path data of curvePath runs at `x`; undefined beside it. */
export function curveHeight(path: string, x: number): number | undefined {
  const [startX, startY, ...rest] = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  if (startX === undefined || startY === undefined) return undefined;
  let from: Point = { x: startX, y: startY };
  for (let at = 0; at + 5 < rest.length; at += 6) {
    const [firstY, secondY] = [rest[at + 1] ?? 0, rest[at + 3] ?? 0];
    const to: Point = { x: rest[at + 4] ?? 0, y: rest[at + 5] ?? 0 };
    if (x >= from.x && x <= to.x) {
      // Both handles stand at a third of the way, so that the curve goes across evenly.
      const t = to.x === from.x ? 0 : (x - from.x) / (to.x - from.x);
      const u = 1 - t;
      return u ** 3 * from.y + 3 * u ** 2 * t * firstY + 3 * u * t ** 2 * secondY + t ** 3 * to.y;
    }
    from = to;
  }
  return undefined;
}
