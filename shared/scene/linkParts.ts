import type { Box } from '../layout/box.ts';
import { cardJoints } from '../layout/cardJoints.ts';
import { type FoundCard, findCard } from '../layout/findCard.ts';
import { type TextMeasurer, uprightFont } from '../layout/font.ts';
import type { PlacedLane } from '../layout/laneLayout.ts';
import { lanesBetween, linkCourse } from '../layout/linkCourse.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Records } from '../records/records.ts';
import { round, shape, sign, WHEN_PINNED } from './draw.ts';
import { keep, sameOr } from './laneParts.ts';
import type { ScenePart } from './scene.ts';

const LABEL_FONT = uprightFont(13, 500);

/** An arrow on the map, with what it was made of. */
interface Link {
  readonly from: FoundCard;
  readonly to: FoundCard;
  readonly between: readonly PlacedLane[];
  readonly arrow: ScenePart;
  readonly words: ScenePart | null;
}

/** The arrows between cards, and the words on them, which lie above the cards. */
export interface LinkParts {
  readonly arrows: readonly ScenePart[];
  readonly words: readonly ScenePart[];
}

/** Makes the arrows of a map, again and again; one stays the same part while its lanes do. */
export function createLinkParts(measurer: TextMeasurer): (layout: MapLayout, records: Records) => LinkParts {
  let known: ReadonlyMap<string, Link> = new Map();
  let last: LinkParts = { arrows: [], words: [] };
  return (layout, records) => {
    const links = new Map<string, Link>();
    for (const { from, to, label } of cardJoints(layout, records)) {
      const [start, end] = [findCard(layout, from), findCard(layout, to)];
      if (start === undefined || end === undefined) continue;
      const between = lanesBetween(layout, start, end);
      const key = `${from} ${to} ${label}`;
      const before = known.get(key);
      const isSame = before !== undefined && isSameWay(before, { from: start, to: end, between });
      links.set(key, isSame ? before : linkOf(key, { from: start, to: end, between }, label, measurer, before));
    }
    known = links;
    const made = [...links.values()];
    last = {
      arrows: sameParts(
        last.arrows,
        made.map(({ arrow }) => arrow),
      ),
      words: sameParts(
        last.words,
        made.flatMap(({ words }) => words ?? []),
      ),
    };
    return last;
  };
}

/** What the course of an arrow hangs on. */
type Way = Pick<Link, 'from' | 'to' | 'between'>;

/** A link, with the parts of before where it looks the same. */
function linkOf(key: string, way: Way, label: string, measurer: TextMeasurer, before: Link | undefined): Link {
  const width = label === '' ? 0 : measurer.width(label, LABEL_FONT);
  const { path, words: at } = linkCourse(way.from, way.to, way.between, width);
  const { d, x, y, box } = path;
  const paint = { stroke: 'ink-3', strokeWidth: 1.6, cap: 'round', join: 'round' } as const;
  const items = [{ ...shape(d, round(x), round(y), paint), level: WHEN_PINNED }];
  const arrow = sameOr(
    before?.arrow,
    keep(`${key} arrow`, box, () => items),
  );
  if (label === '') return { ...way, arrow, words: null };
  const wordsBox = { x: at.x - 4, y: at.y - 12, width: width + 8, height: 24 };
  const halo = { colour: 'paper', width: 4 } as const;
  const says = sign(label, round(at.x), round(at.y + 4), LABEL_FONT, { fill: 'ink-2', halo });
  const words = sameOr(
    before?.words ?? undefined,
    keep(`${key} words`, wordsBox, () => [says]),
  );
  return { ...way, arrow, words };
}

function isSameWay(a: Way, b: Way): boolean {
  const sameLanes =
    a.between.length === b.between.length &&
    a.between.every(({ y, layout }, at) => b.between[at]?.y === y && b.between[at]?.layout === layout);
  return sameLanes && sameBox(a.from.box, b.from.box) && sameBox(a.to.box, b.to.box);
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function sameParts(before: readonly ScenePart[], now: readonly ScenePart[]): readonly ScenePart[] {
  return before.length === now.length && now.every((part, at) => part === before[at]) ? before : now;
}
