import { round } from './draw.ts';

const STRAIGHT = /^M(-?[\d.]+) (-?[\d.]+)L(-?[\d.]+) (-?[\d.]+)$/;

/**
 * The path data of each dash of a straight line that `rule` made, or null for any other path. Printing to PDF outlines
 * every dash of a pattern with curves, which for the dots between the lanes of a large map was half of the file's
 * content; dashes that are lines stay lines.
 */
export function drawnDashes(d: string, pattern: readonly number[]): string | null {
  const [x1, y1, x2, y2] = STRAIGHT.exec(d)?.slice(1).map(Number) ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null;
  const length = Math.hypot(x2 - x1, y2 - y1);
  const period = pattern.reduce((sum, part) => sum + part, 0);
  if (length === 0 || period === 0 || pattern.length % 2 === 1) return null;
  const point = (at: number): string =>
    `${round(x1 + ((x2 - x1) * at) / length)} ${round(y1 + ((y2 - y1) * at) / length)}`;
  let drawn = '';
  for (let at = 0, part = 0; at < length; part = (part + 1) % pattern.length) {
    const end = at + (pattern[part] ?? 0);
    if (part % 2 === 0) drawn += `M${point(at)}L${point(Math.min(end, length))}`;
    at = end;
  }
  return drawn;
}
