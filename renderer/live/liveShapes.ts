import { growBox } from '../../shared/layout/box.ts';
import { findCard } from '../../shared/layout/findCard.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { PlacedLink } from '../../shared/scene/linkParts.ts';
import type { EditingState } from '../editing/editingState.ts';
import { boxOfSelected, type Selectable } from '../editing/place.ts';
import { gestureShapes } from './gestureShapes.ts';
import { cursorShapes, hoverShapes, plusShapes } from './hoverShapes.ts';
import { linkShapes } from './linkShapes.ts';
import { type LiveShape, type LiveWords, outlineOf, RING, rect, unionOf } from './liveShape.ts';

/** A ring stands this far from what it surrounds (UI.md section 5). */
const RING_GAP = 4;

/** Everything alive on the map but what is carried: rings, handles, ghost, marks, guides and frames. */
export function liveShapes(
  layout: MapLayout,
  links: readonly PlacedLink[],
  editing: EditingState,
  words: LiveWords,
): readonly LiveShape[] {
  return [
    ...editing.found.flatMap((id) => foundShapes(layout, id)),
    ...hoverShapes(layout, editing, words),
    ...cursorShapes(layout, editing, words),
    ...(editing.gesture?.kind === 'cards' ? [] : editing.selection.flatMap((id) => ringShapes(layout, id))),
    ...(editing.gesture?.kind === 'cards' ? [] : frameShapes(layout, editing)),
    ...linkShapes(layout, links, editing),
    ...linkingShapes(layout, editing),
    ...handleShapes(layout, editing),
    ...editing.flash.flatMap((id) => flashShapes(layout, id)),
    ...plusShapes(editing),
    ...gestureShapes(layout, editing),
  ];
}

function ringShapes(layout: MapLayout, id: Selectable): readonly LiveShape[] {
  const outline = outlineOf(layout, id, RING_GAP);
  if (outline === null) return [];
  const { d, box } = outline;
  return [{ kind: 'outline', d, x: box.x, y: box.y, stroke: 'tool', width: RING }];
}

/** What says the words sought is tinted, so that one sees at a glance where on the map they are. */
function foundShapes(layout: MapLayout, id: Selectable): readonly LiveShape[] {
  const outline = outlineOf(layout, id, 0);
  if (outline === null) return [];
  const { d, box } = outline;
  return [{ kind: 'outline', d, x: box.x, y: box.y, stroke: 'tool', width: 1.5, fill: 'tool', opacity: 0.14 }];
}

/** A second ring, further out, that fades: undo, redo and "go there" led here. */
function flashShapes(layout: MapLayout, id: Selectable): readonly LiveShape[] {
  const outline = outlineOf(layout, id, RING_GAP + 6);
  if (outline === null) return [];
  const { d, box } = outline;
  return [{ kind: 'outline', d, x: box.x, y: box.y, stroke: 'tool', width: 5, flash: true }];
}

/** The card from which an arrow is being drawn. */
function linkingShapes(layout: MapLayout, { linking, selection }: EditingState): readonly LiveShape[] {
  return linking === null || selection.includes(linking) ? [] : ringShapes(layout, linking);
}

/** Several things: one dotted frame round them all. */
function frameShapes(layout: MapLayout, { selection }: EditingState): readonly LiveShape[] {
  if (selection.length < 2) return [];
  const boxes = selection.flatMap((id) => boxOfSelected(layout, id) ?? []);
  const frame = unionOf(boxes);
  if (frame === null) return [];
  const box = growBox(frame, 12);
  return [{ kind: 'outline', d: rect(box, 14), x: box.x, y: box.y, stroke: 'tool', width: 1.5, dash: [2, 5] }];
}

/** Two handles at the sides of a single card: how many steps it covers. */
function handleShapes(layout: MapLayout, { selection, text, gesture }: EditingState): readonly LiveShape[] {
  const [only] = selection;
  if (selection.length !== 1 || !only?.startsWith('card:') || text !== null || gesture?.kind === 'cards') return [];
  const found = findCard(layout, only as Id<'card'>);
  if (found === undefined || found.card.card.locked) return [];
  const { x, y, width, height } = found.box;
  return [x - RING_GAP, x + width + RING_GAP].map(
    (at): LiveShape => ({
      kind: 'bar',
      box: { x: at - 3.5, y: y + height / 2 - 9, width: 7, height: 18 },
      fill: 'card',
      stroke: 'tool',
      radius: 3.5,
    }),
  );
}
