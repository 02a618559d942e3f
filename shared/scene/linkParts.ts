import { type Box, growBox } from '../layout/box.ts';
import { cardJoints } from '../layout/cardJoints.ts';
import { findCard } from '../layout/findCard.ts';
import { type TextMeasurer, uprightFont } from '../layout/font.ts';
import { linkCourse, linkPath } from '../layout/linkCourse.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Records } from '../records/records.ts';
import { round, shape, sign, WHEN_PINNED } from './draw.ts';
import { keep } from './laneParts.ts';
import type { ScenePart } from './scene.ts';

const LABEL_FONT = uprightFont(13, 500);

/** An arrow on the map, with what it was made of. */
interface Link {
  readonly from: Box;
  readonly to: Box;
  readonly label: string;
  readonly arrow: ScenePart;
  readonly words: ScenePart | null;
}

/** The arrows between cards, and the words on them, which lie above the cards. */
export interface LinkParts {
  readonly arrows: readonly ScenePart[];
  readonly words: readonly ScenePart[];
}

/** Makes the arrows of a map, again and again; one between cards that stayed where they were stays the same part. */
export function createLinkParts(measurer: TextMeasurer): (layout: MapLayout, records: Records) => LinkParts {
  let known: ReadonlyMap<string, Link> = new Map();
  let last: LinkParts = { arrows: [], words: [] };
  return (layout, records) => {
    const links = new Map<string, Link>();
    for (const { from, to, label } of cardJoints(layout, records)) {
      const [start, end] = [findCard(layout, from)?.box, findCard(layout, to)?.box];
      if (start === undefined || end === undefined) continue;
      const key = `${from} ${to} ${label}`;
      const before = known.get(key);
      const isSame = before !== undefined && sameBox(before.from, start) && sameBox(before.to, end);
      links.set(key, isSame ? before : linkOf(key, start, end, label, measurer));
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

function linkOf(key: string, from: Box, to: Box, label: string, measurer: TextMeasurer): Link {
  const course = linkCourse(from, to);
  const { d, x, y } = linkPath(course);
  const corners = [...course.points, ...course.head];
  const right = Math.max(...corners.map((corner) => corner.x));
  const bottom = Math.max(...corners.map((corner) => corner.y));
  const box = growBox({ x, y, width: right - x, height: bottom - y }, 2);
  const paint = { stroke: 'ink-3', strokeWidth: 1.6, cap: 'round', join: 'round' } as const;
  const arrow = keep(`${key} arrow`, box, () => [{ ...shape(d, round(x), round(y), paint), level: WHEN_PINNED }]);
  if (label === '') return { from, to, label, arrow, words: null };
  const at = { x: course.middle.x + 8, y: course.middle.y + 4 };
  const wordsBox = { x: at.x - 4, y: at.y - 16, width: measurer.width(label, LABEL_FONT) + 8, height: 24 };
  const halo = { colour: 'paper', width: 4 } as const;
  const words = keep(`${key} words`, wordsBox, () => [
    sign(label, round(at.x), round(at.y), LABEL_FONT, { fill: 'ink-2', halo }),
  ]);
  return { from, to, label, arrow, words };
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function sameParts(before: readonly ScenePart[], now: readonly ScenePart[]): readonly ScenePart[] {
  return before.length === now.length && now.every((part, at) => part === before[at]) ? before : now;
}
