import { type Box, boxesMeet } from './box.ts';
import type { Point } from './curve.ts';
import { type LinkPath, turningPath } from './linkPath.ts';
import type { LinkWay } from './linkWay.ts';

/** An arrow between cards, and where its words stand: where their line of text begins, at half its height. */
export interface LinkCourse {
  readonly path: LinkPath;
  readonly words: Point;
}

/** A part of a gutter's middle that an arrow runs along, px to one side of it. */
interface Track {
  readonly offset: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Where arrows run in a gutter that others use too: px from its middle, the first that is free; for those that come
 * back, on the other side. Cards begin at 8, and in the middle may be a border.
 */
const TRACKS = [2, -2, 5, -5];
/** Where arrows leave and reach the side of a card: px from the middle of its height. */
const ENDS = [0, 8, -8, 16, -16];
/** An arrow goes this many px further for each other that it does not run beside then. */
const CROWD = 8;
/** Arrows one behind the other on one track stand at least this far apart. px */
const CLEAR = 8;
/** From the arrow to its words, and half of what these are high. px */
const WORDS = { gap: 8, half: 9 } as const;
/** Words are moved along an arrow by this until they stand clear of cards and other words. px */
const STEP = 4;

/**
 * Lays arrows so that those in one gutter run beside each other, as long as there is room for that, and words on none
 * of the others. Earlier ones do not make way for later ones, so that an arrow which is added moves no other.
 */
export function layCourses(ways: readonly LinkWay[]): readonly LinkCourse[] {
  const gutters = new Map<string, Track[]>();
  const taken: Box[] = [];
  return ways.map((way) => {
    const course = way.kind === 'turning' ? turningCourse(way, gutters, taken) : directCourse(way);
    if (way.wordsWidth > 0) taken.push(boxOfWords(course.words, way.wordsWidth));
    return course;
  });
}

function directCourse({ path, middle }: Extract<LinkWay, { kind: 'direct' }>): LinkCourse {
  return { path, words: { x: middle.x + WORDS.gap, y: middle.y } };
}

/** The shortest way to where the fewest others run, with a track of its own for each leg. */
function turningCourse(
  { choices, cards, wordsWidth }: Extract<LinkWay, { kind: 'turning' }>,
  gutters: Map<string, Track[]>,
  taken: readonly Box[],
): LinkCourse {
  const crowded = choices.map(({ corners, cost }) => {
    const others = legsOf(corners).reduce((sum, leg) => sum + sharing(gutters.get(leg.gutter) ?? [], leg).length, 0);
    return { corners, cost: cost + CROWD * others };
  });
  const least = Math.min(...crowded.map(({ cost }) => cost));
  const corners = onTracks(crowded.find(({ cost }) => cost === least)?.corners ?? [], gutters);
  return { path: turningPath(corners), words: wordsAlong(corners, wordsWidth, cards, taken) };
}

/** A straight part of a way: in which gutter, or on which side of a card, and what it takes of that. */
interface Leg {
  readonly gutter: string;
  readonly tracks: readonly number[];
  /** The axis on which its track moves it. */
  readonly across: 'x' | 'y';
  readonly from: number;
  readonly to: number;
}

function legsOf(corners: readonly Point[]): readonly Leg[] {
  const last = corners.length - 2;
  return corners.slice(1).map((end, at): Leg => {
    const start = corners[at] ?? end;
    if (at === 0 || at === last) {
      const [edge, gutter] = at === 0 ? [start, end] : [end, start];
      const side = edge.x < gutter.x ? 'right' : 'left';
      return { gutter: `${side} ${Math.round(gutter.x)} ${edge.y}`, tracks: ENDS, across: 'y', from: 0, to: 0 };
    }
    const [across, along] = isUpright(start, end) ? (['x', 'y'] as const) : (['y', 'x'] as const);
    const [from, to] = [Math.min(start[along], end[along]), Math.max(start[along], end[along])];
    const tracks = end[along] < start[along] ? TRACKS.map((offset) => -offset) : TRACKS;
    return { gutter: `${across} ${Math.round(start[across])}`, tracks, across, from, to };
  });
}

/** The corners of a way when each of its legs has a track. */
function onTracks(corners: readonly Point[], gutters: Map<string, Track[]>): readonly Point[] {
  const moved = corners.map(({ x, y }) => ({ x, y }));
  for (const [at, leg] of legsOf(corners).entries()) {
    const known = gutters.get(leg.gutter) ?? [];
    const offset = freeTrack(known, leg);
    gutters.set(leg.gutter, [...known, { offset, from: leg.from, to: leg.to }]);
    for (const corner of moved.slice(at, at + 2)) corner[leg.across] += offset;
  }
  return moved;
}

/** The first track that is free all the way, else the first of those on which the fewest others run. */
function freeTrack(known: readonly Track[], leg: Leg): number {
  const near = sharing(known, leg);
  const counts = leg.tracks.map((track) => near.filter(({ offset }) => offset === track).length);
  return leg.tracks[counts.indexOf(Math.min(...counts))] ?? 0;
}

function sharing(known: readonly Track[], { from, to }: Leg): readonly Track[] {
  return known.filter((track) => track.from < to + CLEAR && from < track.to + CLEAR);
}

function isUpright(start: Point, end: Point): boolean {
  return Math.abs(start.x - end.x) < Math.abs(start.y - end.y);
}

/** Where words stand along the middle leg of a way: on no card and no other words if that can be, else on no card. */
function wordsAlong(corners: readonly Point[], width: number, cards: readonly Box[], taken: readonly Box[]): Point {
  const middle = Math.floor((corners.length - 1) / 2);
  const [start, end] = [corners[middle], corners[middle + 1]];
  if (start === undefined || end === undefined) throw new Error('A way that turns has legs');
  const places = isUpright(start, end) ? placesBeside(start, end, width) : placesOn(start, end, width);
  const isClear = (place: Point, of: readonly Box[]): boolean =>
    !of.some((box) => boxesMeet(box, boxOfWords(place, width)));
  const offCards = places.filter((place) => isClear(place, cards));
  const found = offCards.find((place) => isClear(place, taken)) ?? offCards[0] ?? places[0];
  return found ?? start;
}

/** On both sides of a leg up or down: first at its middle, then further and further from that. */
function placesBeside(start: Point, end: Point, width: number): readonly Point[] {
  const middle = (start.y + end.y) / 2;
  const places: Point[] = [];
  for (let off = 0; off <= Math.abs(end.y - start.y) / 2; off += STEP) {
    for (const x of [start.x + WORDS.gap, start.x - WORDS.gap - width]) {
      for (const y of [middle + off, middle - off]) places.push({ x, y });
    }
  }
  return places;
}

/** On a leg to the side, from its left end on. */
function placesOn(start: Point, end: Point, width: number): readonly Point[] {
  const first = Math.min(start.x, end.x) + WORDS.gap;
  const places = [{ x: first, y: start.y }];
  for (let x = first + STEP; x + width <= Math.max(start.x, end.x) - WORDS.gap; x += STEP)
    places.push({ x, y: start.y });
  return places;
}

function boxOfWords({ x, y }: Point, width: number): Box {
  return { x, y: y - WORDS.half, width, height: 2 * WORDS.half };
}
