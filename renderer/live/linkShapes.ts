import { cardJoints } from '../../shared/layout/cardJoints.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import { linkCourse, linkPath } from '../../shared/layout/linkCourse.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { Records } from '../../shared/records/records.ts';
import type { EditingState } from '../editing/editingState.ts';
import type { LiveShape } from './liveShape.ts';

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
  if (cards.length === 0) return [];
  return cardJoints(layout, records).flatMap(({ from, to, label }) =>
    cards.includes(from) || cards.includes(to) ? arrowShapes(layout, from, to, label) : [],
  );
}

function arrowShapes(layout: MapLayout, from: Id<'card'>, to: Id<'card'>, label: string): readonly LiveShape[] {
  const [start, end] = [findCard(layout, from)?.box, findCard(layout, to)?.box];
  if (start === undefined || end === undefined) return [];
  const course = linkCourse(start, end);
  const { middle } = course;
  const arrow: LiveShape = { kind: 'outline', ...linkPath(course), stroke: 'tool', width: 1.8 };
  if (label === '') return [arrow];
  return [
    arrow,
    { kind: 'words', x: middle.x + 8, y: middle.y - 8, text: label, colour: 'tool', size: 13, halo: 'paper' },
  ];
}
