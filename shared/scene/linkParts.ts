import { sameBox } from '../layout/box.ts';
import { type CardJoint, cardJoints } from '../layout/cardJoints.ts';
import { type FoundCard, findCard } from '../layout/findCard.ts';
import { type TextMeasurer, uprightFont } from '../layout/font.ts';
import type { PlacedLane } from '../layout/laneLayout.ts';
import { type LinkCourse, layCourses } from '../layout/linkCourse.ts';
import { type LinkWay, lanesBetween, linkWay } from '../layout/linkWay.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Records } from '../records/records.ts';
import { round, shape, sign, WHEN_PINNED } from './draw.ts';
import { keep, sameOr } from './laneParts.ts';
import type { ScenePart } from './scene.ts';

const LABEL_FONT = uprightFont(13, 500);

/** What joins two cards of the map, and how it runs. */
export interface PlacedLink extends CardJoint {
  readonly course: LinkCourse;
}

/** The arrows between cards, and the words on them, which lie above the cards. */
export interface LinkParts {
  readonly links: readonly PlacedLink[];
  readonly arrows: readonly ScenePart[];
  readonly words: readonly ScenePart[];
}

/** What the way of an arrow hangs on, and the way. */
interface KnownWay {
  readonly from: FoundCard;
  readonly to: FoundCard;
  readonly between: readonly PlacedLane[];
  readonly joint: CardJoint;
  readonly way: LinkWay;
}

/** Makes the arrows of a map, again and again; one that looks the same stays the same part. */
export function createLinkParts(measurer: TextMeasurer): (layout: MapLayout, records: Records) => LinkParts {
  let known: ReadonlyMap<string, KnownWay> = new Map();
  let last: LinkParts = { links: [], arrows: [], words: [] };
  return (layout, records) => {
    const ways = new Map<string, KnownWay>();
    for (const joint of cardJoints(layout, records)) {
      const [from, to] = [findCard(layout, joint.from), findCard(layout, joint.to)];
      if (from === undefined || to === undefined) continue;
      const between = lanesBetween(layout, from, to);
      const key = keyOf(joint);
      const before = known.get(key);
      const isSame = before !== undefined && isSameWay(before, { from, to, between });
      ways.set(key, isSame ? before : { from, to, between, joint, way: wayOf(from, to, between, joint.label) });
    }
    const now = [...ways.values()];
    const isUnchanged = now.length === known.size && [...known.values()].every((way, at) => way === now[at]);
    known = ways;
    if (!isUnchanged) last = partsOf(now, last);
    return last;
  };

  function wayOf(from: FoundCard, to: FoundCard, between: readonly PlacedLane[], label: string): LinkWay {
    return linkWay(from, to, between, label === '' ? 0 : measurer.width(label, LABEL_FONT));
  }
}

/** The parts of all arrows, with those of before that look the same. */
function partsOf(ways: readonly KnownWay[], before: LinkParts): LinkParts {
  const courses = layCourses(ways.map(({ way }) => way));
  const links = ways.flatMap(({ joint }, at): readonly PlacedLink[] => {
    const course = courses[at];
    return course === undefined ? [] : [{ ...joint, course }];
  });
  const named = ways.flatMap(({ joint, way: { wordsWidth } }, at) => {
    const course = courses[at];
    return course === undefined || joint.label === '' ? [] : [wordsPart(joint, course, wordsWidth)];
  });
  return { links, arrows: sameParts(before.arrows, links.map(arrowPart)), words: sameParts(before.words, named) };
}

function arrowPart({ course, ...joint }: PlacedLink): ScenePart {
  const { d, x, y, box } = course.path;
  const paint = { stroke: 'ink-3', strokeWidth: 1.6, cap: 'round', join: 'round' } as const;
  return keep(`${keyOf(joint)} arrow`, box, () => [{ ...shape(d, round(x), round(y), paint), level: WHEN_PINNED }]);
}

function wordsPart(joint: CardJoint, { words: at }: LinkCourse, width: number): ScenePart {
  const box = { x: at.x - 4, y: at.y - 12, width: width + 8, height: 24 };
  const halo = { colour: 'paper', width: 4 } as const;
  return keep(`${keyOf(joint)} words`, box, () => [
    sign(joint.label, round(at.x), round(at.y + 4), LABEL_FONT, { fill: 'ink-2', halo }),
  ]);
}

function keyOf({ from, to, label }: CardJoint): string {
  return `${from} ${to} ${label}`;
}

function isSameWay(a: KnownWay, b: Pick<KnownWay, 'from' | 'to' | 'between'>): boolean {
  const sameLanes =
    a.between.length === b.between.length &&
    a.between.every(({ y, layout }, at) => b.between[at]?.y === y && b.between[at]?.layout === layout);
  return sameLanes && sameBox(a.from.box, b.from.box) && sameBox(a.to.box, b.to.box);
}

function sameParts(before: readonly ScenePart[], now: readonly ScenePart[]): readonly ScenePart[] {
  const known = new Map(before.map((part) => [part.key, part]));
  const kept = now.map((part) => sameOr(known.get(part.key), part));
  return kept.length === before.length && kept.every((part, at) => part === before[at]) ? before : kept;
}
