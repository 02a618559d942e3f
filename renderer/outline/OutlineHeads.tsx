import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Columns } from '../../shared/layout/columns.ts';
import { stageWords, stepWords } from './outlineWords.ts';
import { placeElementId } from './placeElement.ts';

interface OutlineHeadsProps {
  readonly columns: Columns;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** The stages and steps at the head of the outline. */
export const OutlineHeads = memo(function OutlineHeads({ columns, firstColumn, endColumn }: OutlineHeadsProps) {
  const { t } = useTranslation();
  const stages = columns.stages.filter(
    (span) => span.firstColumn < endColumn && span.firstColumn + span.columnCount > firstColumn,
  );
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" aria-colindex={1}>
          {t('outline.corner')}
        </th>
        {stages.map((span) => (
          <th
            key={span.stage.id}
            scope="colgroup"
            id={placeElementId({ kind: 'stage', id: span.stage.id })}
            aria-colindex={Math.max(span.firstColumn, firstColumn) + 2}
            colSpan={Math.min(span.firstColumn + span.columnCount, endColumn) - Math.max(span.firstColumn, firstColumn)}
          >
            {stageWords(t, span.stage, span.number, span.columnCount)}
          </th>
        ))}
      </tr>
      <tr aria-rowindex={2}>
        <td aria-colindex={1} />
        {columns.columns.slice(firstColumn, endColumn).map((column, offset) => (
          <th
            key={column.step.id}
            scope="col"
            id={placeElementId({ kind: 'step', id: column.step.id })}
            aria-colindex={firstColumn + offset + 2}
          >
            {stepWords(t, column)}
          </th>
        ))}
      </tr>
    </thead>
  );
});
