import { cardJoints } from '../../shared/layout/cardJoints.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import { lanesBetween, linkCourse } from '../../shared/layout/linkCourse.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { Records } from '../../shared/records/records.ts';
import type { EditingState } from '../editing/editingState.ts';
import type { LiveShape, LiveWords } from './liveShape.ts';

/** px of the words on an arrow. */
const LABEL_SIZE = 13;

/** What joins the selected card, or two of them, to others; and the arrow being drawn. Sheet px. */
export function linkShapes(
  layout: MapLayout,
  records: Records,
  editing: EditingState,
  words: Pick<LiveWords, 'width'>,
): readonly LiveShape[] {
  const { selection, linking, hover, place, gesture } = editing;
  if (gesture?.kind === 'cards') return [];
  if (linking !== null) {
    const sought = hover?.kind === 'card' && hover.card !== linking ? hover.card : undefined;
    const stands = place?.kind === 'card' && place.id !== linking ? place.id : undefined;
    const to = sought ?? stands;
    return to === undefined ? [] : arrowShapes(layout, linking, to, '', words);
  }
  const cards = selection.filter((id): id is Id<'card'> => id.startsWith('card:'));
  if (cards.length !== selection.length || cards.length > 2) return [];
  if (cards.length === 0) return [];
  return cardJoints(layout, records).flatMap(({ from, to, label }) =>
    cards.includes(from) || cards.includes(to) ? arrowShapes(layout, from, to, label, words) : [],
  );
}

function arrowShapes(
  layout: MapLayout,
  from: Id<'card'>,
  to: Id<'card'>,
  label: string,
  words: Pick<LiveWords, 'width'>,
): readonly LiveShape[] {
  const [start, end] = [findCard(layout, from), findCard(layout, to)];
  if (start === undefined || end === undefined) return [];
  const width = label === '' ? 0 : words.width(label, LABEL_SIZE);
  const { path, words: at } = linkCourse(start, end, lanesBetween(layout, start, end), width);
  const { d, x, y } = path;
  const arrow: LiveShape = { kind: 'outline', d, x, y, stroke: 'tool', width: 1.8 };
  if (label === '') return [arrow];
  return [arrow, { kind: 'words', x: at.x, y: at.y - 8, text: label, colour: 'tool', size: LABEL_SIZE, halo: 'paper' }];
}
