import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Columns } from '../../shared/layout/columns.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { useApplication } from '../ApplicationContext.ts';
import { joinNames } from '../controls/joinNames.ts';
import type { Place } from '../editing/place.ts';
import { useLater } from '../useLater.ts';
import { OutlineHeads } from './OutlineHeads.tsx';
import { OutlineRow } from './OutlineRow.tsx';
import styles from './outline.module.css';
import { outlineWindow } from './outlineWindow.ts';
import { placeElementId } from './placeElement.ts';
import { useRestingLayout } from './useRestingLayout.ts';

interface OutlineProps {
  /** The map, which has the focus and points to where the keyboard stands in here. */
  readonly canvas: RefObject<HTMLElement | null>;
}

/**
 * The map for those who do not see it: a grid of lanes and steps that is read aloud and never seen. The canvas keeps
 * the focus; the arrow keys move what it points to.
 */
export function Outline({ canvas }: OutlineProps) {
  // Hundreds of cells: they follow in the time that frames leave, so that editing does not wait for them.
  const layout = useRestingLayout();
  const { editing } = useApplication();
  const place = useLater([editing], () => editing.getState().place);
  useEffect(() => {
    const id = place === null ? null : placeElementId(place);
    const element = canvas.current;
    if (id !== null && document.getElementById(id) !== null) element?.setAttribute('aria-activedescendant', id);
    else element?.removeAttribute('aria-activedescendant');
  });
  return layout === null ? null : <Grid layout={layout} place={place} />;
}

function Grid({ layout, place }: { readonly layout: MapLayout; readonly place: Place | null }) {
  const { t } = useTranslation();
  const columns = useSameColumns(layout.columns);
  const shown = outlineWindow(layout, place);
  const { firstColumn, endColumn } = shown;
  return (
    <div className={joinNames('visually-hidden', styles.outline)}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the canvas walks it with arrow keys
        role="grid"
        aria-label={t('outline.label', { title: layout.map.title || t('left.untitledMap') })}
        aria-rowcount={layout.lanes.length + 2}
        aria-colcount={columns.columns.length + 1}
      >
        <OutlineHeads columns={columns} firstColumn={firstColumn} endColumn={endColumn} />
        <tbody>
          {layout.lanes.slice(shown.firstLane, shown.endLane).map(({ layout: lane }, offset) => (
            <OutlineRow
              key={lane.lane.id}
              lane={lane}
              columns={columns.columns}
              row={shown.firstLane + offset + 3}
              firstColumn={firstColumn}
              endColumn={endColumn}
              named={layout.personas.length > 1}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same object as long as the heads say the same: a layout makes them anew with every edit. */
function useSameColumns(columns: Columns): Columns {
  const last = useRef(columns);
  if (!sayTheSame(last.current, columns)) last.current = columns;
  return last.current;
}

function sayTheSame(a: Columns, b: Columns): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.stages.length === b.stages.length &&
    a.columns.every((column, at) => {
      const other = b.columns[at];
      return column.step === other?.step && column.number === other.number;
    }) &&
    a.stages.every((span, at) => {
      const other = b.stages[at];
      return span.stage === other?.stage && span.columnCount === other.columnCount;
    })
  );
}
