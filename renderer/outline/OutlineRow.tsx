import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../shared/layout/columns.ts';
import type { LaneLayout } from '../../shared/layout/laneLayout.ts';
import { useSettings } from '../ApplicationContext.ts';
import { itemsByColumn, type OutlineItem } from './outlineCells.ts';
import { cardWords, emptyCellWords, feelingMarkWords, laneWords, type Speaker } from './outlineWords.ts';
import { placeElementId } from './placeElement.ts';

interface OutlineRowProps {
  /** Stays the same object while nothing in the lane changes, so that an edit renders its own row alone. */
  readonly lane: LaneLayout;
  readonly columns: readonly Column[];
  /** Counted from 1, with the two rows of heads. */
  readonly row: number;
  readonly firstColumn: number;
  readonly endColumn: number;
  /** Whether a feeling says whose it is. */
  readonly named: boolean;
}

/** A lane of the outline. */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { lane, columns, row, firstColumn, endColumn, named } = props;
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const speaker: Speaker = { t, language };
  const items = itemsByColumn(lane, columns);
  return (
    <tr aria-rowindex={row}>
      <th scope="row" id={placeElementId({ kind: 'lane', id: lane.lane.id })} aria-colindex={1}>
        {laneWords(t, lane)}
      </th>
      {columns.slice(firstColumn, endColumn).map((column, offset) => {
        const at = firstColumn + offset;
        const there = items.get(at) ?? [];
        return (
          <td
            key={column.step.id}
            id={placeElementId({ kind: 'cell', lane: lane.lane.id, step: column.step.id })}
            aria-colindex={at + 2}
            {...(there.length === 0 && { 'aria-label': emptyCellWords(t, lane, column) })}
          >
            {there.map((item, index) => {
              const place = { at: index + 1, count: there.length };
              const words = itemWords(speaker, item, column, place, named);
              const id = item.kind === 'card' ? item.card.id : item.mark.emotion.id;
              return (
                // biome-ignore lint/a11y/useSemanticElements: a thing on the map is no set of form fields
                <div key={id} id={`at-${id}`} role="group" aria-label={words} />
              );
            })}
          </td>
        );
      })}
    </tr>
  );
});

function itemWords(
  speaker: Speaker,
  item: OutlineItem,
  column: Column,
  place: { readonly at: number; readonly count: number },
  named: boolean,
): string {
  return item.kind === 'card'
    ? cardWords(speaker, item.card, column, place)
    : feelingMarkWords(speaker, item.mark, column, named ? item.persona.name : null);
}
