import { type Box, boxesMeet, boxHolds, growBox } from './box.ts';
import type { Point } from './curve.ts';
import { directCourse } from './directCourse.ts';
import type { FoundCard } from './findCard.ts';
import { gutterCourses } from './gutterCourse.ts';
import type { PlacedLane } from './laneLayout.ts';
import { curvedPath, type LinkPath, turningPath } from './linkPath.ts';
import type { MapLayout } from './mapLayout.ts';
import { GRID } from './metrics.ts';

/** An arrow between cards, and where its words stand: where their line of text begins, at half its height. */
export interface LinkCourse {
  readonly path: LinkPath;
  readonly words: Point;
}

/** From the arrow to its words, and half of what these are high. px */
const WORDS = { gap: 8, half: 9 } as const;
/** Words are moved along an arrow by this until they stand clear of cards. px */
const STEP = 4;

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
export function linkCourse(
  from: FoundCard,
  to: FoundCard,
  between: readonly PlacedLane[],
  wordsWidth: number,
): LinkCourse {
  const { points, head, middle } = directCourse(from.box, to.box);
  const others = cardsBetween(from, to, between, wordsWidth);
  const hidden = others.filter((box) => samplesOf(points).some(({ x, y }) => boxHolds(box, x, y))).length;
  const best = hidden === 0 ? undefined : bestWay(from.box, to.box, between, others);
  if (best === undefined || best.hidden >= hidden) {
    return { path: curvedPath(points, head), words: { x: middle.x + WORDS.gap, y: middle.y } };
  }
  const { words, corners } = best;
  const y = 'y' in words ? words.y : clearOf([...others, from.box, to.box], words, wordsWidth);
  return { path: turningPath(corners), words: { x: words.x + WORDS.gap, y } };
}

/** The way through gutters that runs behind the fewest cards, and the shortest of these. */
function bestWay(from: Box, to: Box, between: readonly PlacedLane[], others: readonly Box[]) {
  const borders = between.flatMap(({ y, layout }, at) => (at === 0 ? [y, y + layout.height] : [y + layout.height]));
  return gutterCourses(from, to, borders)
    .map((way) => ({ ...way, hidden: legsBehind(way.corners, others) }))
    .sort((a, b) => a.hidden - b.hidden || a.cost - b.cost)[0];
}

/** The height nearest to the middle of a way up or down at which words stand beside it and on no card. */
function clearOf(
  cards: readonly Box[],
  { x, from, to }: { readonly x: number; readonly from: number; readonly to: number },
  width: number,
): number {
  const middle = (from + to) / 2;
  for (let off = 0; off <= Math.abs(to - from) / 2; off += STEP) {
    for (const y of [middle + off, middle - off]) {
      const box = { x: x + WORDS.gap, y: y - WORDS.half, width, height: 2 * WORDS.half };
      if (!cards.some((card) => boxesMeet(card, box))) return y;
    }
  }
  return middle;
}

/** The boxes of all cards that stand in the way of an arrow, or could. Sheet px. */
function cardsBetween(
  from: FoundCard,
  to: FoundCard,
  between: readonly PlacedLane[],
  wordsWidth: number,
): readonly Box[] {
  const left = Math.min(from.box.x, to.box.x) - GRID.inset;
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
