import type { Box } from '../../shared/layout/box.ts';
import type { Point } from '../../shared/layout/curve.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { Records } from '../../shared/records/records.ts';
import { indexRecords } from '../../shared/store/recordIndex.ts';
import type { EditingState } from '../editing/editingState.ts';
import { findCard } from '../editing/place.ts';
import type { LiveShape } from './liveShape.ts';

/** From a card's edge to where an arrow begins, and before the other where it ends: clear of ring and pin. */
const GAP = { from: 7, to: 5 } as const;
/** Cards that share at least this many px of width are joined straight down. */
const STRAIGHT = 28;
const HEAD = 6;
/** Less px than this between cards beside each other is too narrow for an arrow; below them it sags by this much. */
const NARROW = 40;
const SAG = 28;

/** What joins the selected card, or two of them, to others; and the arrow being drawn. Sheet px. */
export function linkShapes(layout: MapLayout, records: Records, editing: EditingState): readonly LiveShape[] {
  const { selection, linking, hover, place, gesture } = editing;
  if (gesture?.kind === 'cards') return [];
  if (linking !== null) {
    const sought = hover?.kind === 'card' && hover.card !== linking ? hover.card : undefined;
    const stands = place?.kind === 'card' && place.id !== linking ? place.id : undefined;
    const to = sought ?? stands;
    return to === undefined ? [] : arrowShapes(layout, linking, to, '');
  }
  const cards = selection.filter((id): id is Id<'card'> => id.startsWith('card:'));
  if (cards.length !== selection.length || cards.length > 2) return [];
  return [...joints(layout, records, cards)].flatMap(({ from, to, label }) => arrowShapes(layout, from, to, label));
}

interface Joint {
  readonly from: Id<'card'>;
  readonly to: Id<'card'>;
  readonly label: string;
}

function joints(layout: MapLayout, records: Records, cards: readonly Id<'card'>[]): readonly Joint[] {
  if (cards.length === 0) return [];
  const chosen = new Set<Id>(cards);
  const links = layout.lanes.flatMap(({ layout: { content } }): readonly Joint[] =>
    content.kind !== 'cards'
      ? []
      : content.cards.flatMap(({ card }) =>
          card.links
            .filter((to) => chosen.has(card.id) || chosen.has(to))
            .map((to) => ({ from: card.id, to, label: '' })),
        ),
  );
  const arrows = indexRecords(records)
    .children(layout.map.id, 'arrow')
    .flatMap(({ from, to, label }): readonly Joint[] =>
      from !== null && to !== null && (chosen.has(from) || chosen.has(to)) ? [{ from, to, label }] : [],
    );
  return [...links, ...arrows];
}

function arrowShapes(layout: MapLayout, from: Id<'card'>, to: Id<'card'>, label: string): readonly LiveShape[] {
  const [start, end] = [findCard(layout, from)?.box, findCard(layout, to)?.box];
  if (start === undefined || end === undefined) return [];
  const { points, head, middle } = arrowCourse(start, end);
  const corners = [...points, ...head];
  const x = Math.min(...corners.map((point) => point.x));
  const y = Math.min(...corners.map((point) => point.y));
  const at = (point: Point): string => `${round(point.x - x)} ${round(point.y - y)}`;
  const [a, b, c, d] = points;
  if (!a || !b || !c || !d) return [];
  const [left, right] = head;
  const path = `M${at(a)}C${at(b)} ${at(c)} ${at(d)}M${at(left)}L${at(d)}L${at(right)}`;
  const arrow: LiveShape = { kind: 'outline', d: path, x, y, stroke: 'tool', width: 1.8 };
  if (label === '') return [arrow];
  return [
    arrow,
    { kind: 'words', x: middle.x + 8, y: middle.y - 8, text: label, colour: 'tool', size: 13, halo: 'paper' },
  ];
}

/** An arrow as a cubic curve, the two barbs of its head, and its middle. */
interface Course {
  readonly points: readonly Point[];
  readonly head: readonly [Point, Point];
  readonly middle: Point;
}

function arrowCourse(from: Box, to: Box): Course {
  const left = Math.max(from.x, to.x);
  const right = Math.min(from.x + from.width, to.x + to.width);
  const isAbove = from.y + from.height <= to.y;
  const isBelow = to.y + to.height <= from.y;
  if (right - left >= STRAIGHT && (isAbove || isBelow)) {
    const x = (left + right) / 2;
    const start = { x, y: isAbove ? from.y + from.height + GAP.from : from.y - GAP.from };
    const end = { x, y: isAbove ? to.y - GAP.to : to.y + to.height + GAP.to };
    const way = isAbove ? -HEAD : HEAD;
    return {
      points: [start, start, end, end],
      head: [
        { x: x - HEAD, y: end.y + way },
        { x: x + HEAD, y: end.y + way },
      ],
      middle: { x, y: (start.y + end.y) / 2 },
    };
  }
  const between = Math.max(to.x - from.x - from.width, from.x - to.x - to.width);
  if (between < NARROW && !isAbove && !isBelow) return courseBelow(from, to);
  const goesRight = to.x + to.width / 2 >= from.x + from.width / 2;
  const start = { x: goesRight ? from.x + from.width + GAP.from : from.x - GAP.from, y: from.y + from.height / 2 };
  const end = { x: goesRight ? to.x - GAP.to : to.x + to.width + GAP.to, y: to.y + to.height / 2 };
  const bend = Math.max(14, Math.abs(end.x - start.x) / 2) * (goesRight ? 1 : -1);
  const way = goesRight ? -HEAD : HEAD;
  return {
    points: [start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end],
    head: [
      { x: end.x + way, y: end.y - HEAD },
      { x: end.x + way, y: end.y + HEAD },
    ],
    middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 },
  };
}

/** Neighbours leave no room between them: the arrow hangs below both. */
function courseBelow(from: Box, to: Box): Course {
  const start = { x: from.x + from.width / 2, y: from.y + from.height + GAP.from };
  const end = { x: to.x + to.width / 2, y: to.y + to.height + GAP.to };
  const lowest = Math.max(start.y, end.y) + SAG;
  return {
    points: [start, { x: start.x, y: lowest }, { x: end.x, y: lowest }, end],
    head: [
      { x: end.x - HEAD, y: end.y + HEAD },
      { x: end.x + HEAD, y: end.y + HEAD },
    ],
    middle: { x: (start.x + end.x) / 2, y: lowest - SAG / 4 },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
