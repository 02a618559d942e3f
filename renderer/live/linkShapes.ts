import { findCard } from '../../shared/layout/findCard.ts';
import { type LinkCourse, layCourses } from '../../shared/layout/linkCourse.ts';
import { lanesBetween, linkWay } from '../../shared/layout/linkWay.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { PlacedLink } from '../../shared/scene/linkParts.ts';
import type { EditingState } from '../editing/editingState.ts';
import type { LiveShape } from './liveShape.ts';

/** px of the words on an arrow. */
const LABEL_SIZE = 13;

/** What joins the selected card, or two of them, to others; and the arrow being drawn. Sheet px. */
export function linkShapes(
  layout: MapLayout,
  links: readonly PlacedLink[],
  editing: EditingState,
): readonly LiveShape[] {
  const { selection, linking, hover, place, gesture } = editing;
  if (gesture?.kind === 'cards') return [];
  if (linking !== null) {
    const sought = hover?.kind === 'card' && hover.card !== linking ? hover.card : undefined;
    const stands = place?.kind === 'card' && place.id !== linking ? place.id : undefined;
    const to = sought ?? stands;
    return to === undefined ? [] : newArrow(layout, linking, to);
  }
  const cards = selection.filter((id): id is Id<'card'> => id.startsWith('card:'));
  if (cards.length !== selection.length || cards.length > 2) return [];
  return links.flatMap(({ from, to, label, course }) =>
    cards.includes(from) || cards.includes(to) ? arrowShapes(course, label) : [],
  );
}

function newArrow(layout: MapLayout, from: Id<'card'>, to: Id<'card'>): readonly LiveShape[] {
  const [start, end] = [findCard(layout, from), findCard(layout, to)];
  if (start === undefined || end === undefined) return [];
  return layCourses([linkWay(start, end, lanesBetween(layout, start, end), 0)]).flatMap((course) =>
    arrowShapes(course, ''),
  );
}

function arrowShapes({ path, words }: LinkCourse, label: string): readonly LiveShape[] {
  const { d, x, y } = path;
  const arrow: LiveShape = { kind: 'outline', d, x, y, stroke: 'tool', width: 1.8 };
  if (label === '') return [arrow];
  const { x: left, y: middle } = words;
  return [
    arrow,
    { kind: 'words', x: left, y: middle - 8, text: label, colour: 'tool', size: LABEL_SIZE, halo: 'paper' },
  ];
}
