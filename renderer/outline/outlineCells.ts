import type { Column } from '../../shared/layout/columns.ts';
import type { FeelingMark } from '../../shared/layout/emotionLane.ts';
import type { LaneLayout } from '../../shared/layout/laneLayout.ts';
import type { CardRecord } from '../../shared/records/card.ts';
import type { PersonaRecord } from '../../shared/records/persona.ts';

/** One thing in a cell of the outline. */
export type OutlineItem =
  | { readonly kind: 'card'; readonly card: CardRecord; readonly y: number }
  | { readonly kind: 'emotion'; readonly mark: FeelingMark; readonly persona: PersonaRecord; readonly y: number };

const NOTHING: readonly OutlineItem[] = [];

/** What stands in each column of a lane, from top to bottom; a card that spans steps stands in the first of them. */
export function itemsByColumn(
  { content }: LaneLayout,
  columns: readonly Column[],
): ReadonlyMap<number, readonly OutlineItem[]> {
  const byColumn = new Map<number, OutlineItem[]>();
  const put = (column: number, item: OutlineItem): void => {
    const list = byColumn.get(column);
    if (list === undefined) byColumn.set(column, [item]);
    else list.push(item);
  };
  if (content.kind === 'cards') {
    for (const { card, firstColumn, y } of content.cards) put(firstColumn, { kind: 'card', card, y });
  } else {
    const columnOf = new Map(columns.map(({ step }, at) => [step.id, at]));
    for (const { persona, marks } of content.emotions.curves) {
      for (const mark of marks) {
        put(columnOf.get(mark.emotion.step) ?? -1, { kind: 'emotion', mark, persona, y: mark.y });
      }
    }
  }
  for (const list of byColumn.values()) list.sort((a, b) => a.y - b.y);
  return byColumn;
}

/** What stands in one cell. */
export function itemsOfCell(lane: LaneLayout, columns: readonly Column[], column: number): readonly OutlineItem[] {
  return itemsByColumn(lane, columns).get(column) ?? NOTHING;
}
