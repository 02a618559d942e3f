import { type Box, boxesMeet, boxHolds, growBox } from './box.ts';
import type { Point } from './curve.ts';
import { directCourse } from './directCourse.ts';
import type { FoundCard } from './findCard.ts';
import { type GutterCourse, gutterCourses } from './gutterCourse.ts';
import type { PlacedLane } from './laneLayout.ts';
import { curvedPath, type LinkPath } from './linkPath.ts';
import type { MapLayout } from './mapLayout.ts';
import { GRID } from './metrics.ts';

/** The way of an arrow from one card to another, before it makes room for others that run along the same gutters. */
export type LinkWay =
  | {
      readonly kind: 'direct';
      readonly path: LinkPath;
      readonly middle: Point;
      /** What its words take, 0 for none. px */
      readonly wordsWidth: number;
    }
  | {
      readonly kind: 'turning';
      /** Ways that are as good but for their length, along the middles of gutters. */
      readonly choices: readonly GutterCourse[];
      /** On which its words shall not stand. */
      readonly cards: readonly Box[];
      readonly wordsWidth: number;
    };

/** Pins stand out of the upper edges of cards. px */
const PIN = 13;

/** Points of a curve that are looked at to see what it runs behind. */
const SAMPLES = 32;

/** The lanes an arrow has to do with: those of its cards and all between. Its course hangs on nothing else. */
export function lanesBetween({ lanes }: MapLayout, from: FoundCard, to: FoundCard): readonly PlacedLane[] {
  const [one, other] = [lanes.indexOf(from.lane), lanes.indexOf(to.lane)];
  return lanes.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/**
 * The way of an arrow from one card to another. Arrows lie behind cards: where the direct way would run behind others,
 * it goes round them through the gutters, so that all of it is seen. `wordsWidth` is what its words take, 0 for none.
 */
export function linkWay(from: FoundCard, to: FoundCard, between: readonly PlacedLane[], wordsWidth: number): LinkWay {
  const { points, head, middle } = directCourse(from.box, to.box);
  const others = cardsBetween(from, to, between, wordsWidth);
  const hidden = others.filter((box) => samplesOf(points).some(({ x, y }) => boxHolds(box, x, y))).length;
  const choices = hidden === 0 ? [] : waysRound(from.box, to.box, between, others, hidden);
  return choices.length === 0
    ? { kind: 'direct', path: curvedPath(points, head), middle, wordsWidth }
    : { kind: 'turning', choices, cards: [...others, from.box, to.box].map(withPin), wordsWidth };
}

/** The ways through gutters that run behind the fewest cards, if these are fewer than `hidden`. */
function waysRound(
  from: Box,
  to: Box,
  between: readonly PlacedLane[],
  others: readonly Box[],
  hidden: number,
): readonly GutterCourse[] {
  const borders = between.flatMap(({ y, layout }, at) => (at === 0 ? [y, y + layout.height] : [y + layout.height]));
  const ways = gutterCourses(from, to, borders).map((course) => ({
    course,
    hidden: legsBehind(course.corners, others),
  }));
  const fewest = Math.min(...ways.map((way) => way.hidden));
  return fewest >= hidden ? [] : ways.flatMap((way) => (way.hidden === fewest ? [way.course] : []));
}

function withPin({ x, y, width, height }: Box): Box {
  return { x, y: y - PIN, width, height: height + PIN };
}

/** The boxes of all cards that stand in the way of an arrow, or could. Sheet px. */
function cardsBetween(
  from: FoundCard,
  to: FoundCard,
  between: readonly PlacedLane[],
  wordsWidth: number,
): readonly Box[] {
  const left = Math.min(from.box.x, to.box.x) - GRID.inset - wordsWidth;
  const right = Math.max(from.box.x + from.box.width, to.box.x + to.box.width) + GRID.inset + wordsWidth;
  return between.flatMap(({ y, layout: { content } }) =>
    content.kind !== 'cards'
      ? []
      : content.cards.flatMap((card) => {
          const isOther = card.card.id !== from.card.card.id && card.card.id !== to.card.card.id;
          const isNear = card.x <= right && card.x + card.width >= left;
          return isOther && isNear ? [{ x: card.x, y: y + card.y, width: card.width, height: card.height }] : [];
        }),
  );
}

function samplesOf([a, b, c, d]: readonly [Point, Point, Point, Point]): readonly Point[] {
  return Array.from({ length: SAMPLES + 1 }, (_, at) => {
    const t = at / SAMPLES;
    const u = 1 - t;
    const mix = (p: number, q: number, r: number, s: number): number =>
      u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
    return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
  });
}

/** How many cards a way of straight legs runs behind. */
function legsBehind(corners: readonly Point[], cards: readonly Box[]): number {
  const legs = corners.slice(1).map((end, at): Box => {
    const start = corners[at] ?? end;
    const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
    return { x, y, width: Math.abs(start.x - end.x), height: Math.abs(start.y - end.y) };
  });
  return cards.filter((card) => legs.some((leg) => boxesMeet(growBox(card, -1), leg))).length;
}
