import type { Id } from '../records/ids.ts';
import type { MapRecord } from '../records/map.ts';
import type { StageRecord } from '../records/stage.ts';
import type { StepRecord } from '../records/step.ts';
import type { RecordIndex } from '../store/recordIndex.ts';

/** A step as a column of the map. */
export interface Column {
  readonly step: StepRecord;
  readonly stage: StageRecord;
  /** Counted as people read it: "2.3" is the third step of the second stage. */
  readonly number: string;
  /** px from the sheet's left edge. */
  readonly x: number;
  readonly width: number;
}

/** A stage as a run of columns; a stage without steps stands as an empty column of its own. */
export interface StageSpan {
  readonly stage: StageRecord;
  readonly number: number;
  readonly x: number;
  readonly width: number;
  readonly firstColumn: number;
  readonly columnCount: number;
}

/** The columns of a map from left to right. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly stages: readonly StageSpan[];
  readonly indexOfStep: ReadonlyMap<Id<'step'>, number>;
  readonly left: number;
  readonly right: number;
}

/** The width of a stage that has no step yet. */
const EMPTY_STAGE_WIDTH = 180;

/** Lays stages and steps side by side, beginning at `left`. */
export function layColumns(map: MapRecord, index: RecordIndex, left: number): Columns {
  const columns: Column[] = [];
  const stages: StageSpan[] = [];
  const indexOfStep = new Map<Id<'step'>, number>();
  let x = left;
  index.children(map.id, 'stage').forEach((stage, stageAt) => {
    const stageX = x;
    const firstColumn = columns.length;
    const steps = index.children(stage.id, 'step');
    steps.forEach((step, stepAt) => {
      const width = step.width;
      indexOfStep.set(step.id, columns.length);
      columns.push({ step, stage, number: `${stageAt + 1}.${stepAt + 1}`, x, width });
      x += width;
    });
    if (steps.length === 0) x += EMPTY_STAGE_WIDTH;
    stages.push({ stage, number: stageAt + 1, x: stageX, width: x - stageX, firstColumn, columnCount: steps.length });
  });
  return { columns, stages, indexOfStep, left, right: x };
}

/** The same columns made wider or narrower alike, so that the last one ends at `right`. */
export function stretchColumns(natural: Columns, right: number): Columns {
  const { left } = natural;
  const stretch = (right - left) / Math.max(natural.right - left, 1);
  const place = (x: number): number => left + (x - left) * stretch;
  return {
    columns: natural.columns.map((column) => ({ ...column, x: place(column.x), width: column.width * stretch })),
    stages: natural.stages.map((span) => ({ ...span, x: place(span.x), width: span.width * stretch })),
    indexOfStep: natural.indexOfStep,
    left,
    right,
  };
}

/** Whether two column layouts put the same steps at the same places, so that lanes laid over one fit the other. */
export function sameColumns(a: Columns, b: Columns): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.left === b.left &&
    a.right === b.right &&
    a.columns.every((column, at) => {
      const other = b.columns[at];
      return (
        other !== undefined && column.step.id === other.step.id && column.x === other.x && column.width === other.width
      );
    })
  );
}

/** The columns a card covers: from its step, cut at the map's last step. */
export function coveredColumns(
  columns: Columns,
  step: Id<'step'>,
  span: number,
): { first: number; last: number } | null {
  const first = columns.indexOfStep.get(step);
  if (first === undefined) return null;
  return { first, last: Math.min(first + span, columns.columns.length) - 1 };
}
