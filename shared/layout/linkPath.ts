import { type Box, growBox } from './box.ts';
import type { Point } from './curve.ts';

/** From an arrow's end to its barbs, along it and across it. px */
export const ARROW_HEAD = 6;
/** Corners of an arrow that turns are this round where there is room. px */
const CORNER = 7;
/** Half of what the line is wide, and a little. px */
const STROKE_ROOM = 2;

/** A line to be drawn: path data from (x, y), its upper left corner, and the box of all of it. */
export interface LinkPath {
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

/** An arrow along a cubic curve. */
export function curvedPath(points: readonly [Point, Point, Point, Point], head: readonly [Point, Point]): LinkPath {
  const [start, one, other, end] = points;
  return pathOf(
    [...points, ...head],
    (at) => `M${at(start)}C${at(one)} ${at(other)} ${at(end)}${barbs(head, end, at)}`,
  );
}

/** An arrow along straight legs with round corners. Its last leg goes sideways. */
export function turningPath(corners: readonly Point[]): LinkPath {
  const [start, end] = [corners[0], corners.at(-1)];
  if (start === undefined || end === undefined) throw new Error('An arrow has two ends');
  const back = Math.sign((corners.at(-2)?.x ?? start.x) - end.x) * ARROW_HEAD;
  const head = [
    { x: end.x + back, y: end.y - ARROW_HEAD },
    { x: end.x + back, y: end.y + ARROW_HEAD },
  ] as const;
  return pathOf([...corners, ...head], (at) => {
    const turns = corners.slice(1, -1).map((corner, index) => {
      const [before, after] = [corners[index], corners[index + 2]];
      if (before === undefined || after === undefined) return '';
      const radius = Math.min(CORNER, distance(before, corner) / 2, distance(corner, after) / 2);
      return `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`;
    });
    return `M${at(start)}${turns.join('')}L${at(end)}${barbs(head, end, at)}`;
  });
}

type Place = (point: Point) => string;

function barbs([one, other]: readonly [Point, Point], end: Point, at: Place): string {
  return `M${at(one)}L${at(end)}L${at(other)}`;
}

function pathOf(points: readonly Point[], draw: (at: Place) => string): LinkPath {
  const x = Math.min(...points.map((point) => point.x));
  const y = Math.min(...points.map((point) => point.y));
  const width = Math.max(...points.map((point) => point.x)) - x;
  const height = Math.max(...points.map((point) => point.y)) - y;
  const d = draw((point) => `${round(point.x - x)} ${round(point.y - y)}`);
  return { d, x, y, box: growBox({ x, y, width, height }, STROKE_ROOM) };
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** The point `by` px from one on the way to another. */
function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
