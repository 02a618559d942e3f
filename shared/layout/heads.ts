import type { Columns } from './columns.ts';
import { type TextMeasurer, uprightFont } from './font.ts';
import type { MapMetrics } from './metrics.ts';
import { type TextBlock, wrapText } from './textLayout.ts';

/** A stage's head; px from the heads' top (x from the sheet's left edge). */
export interface StageHead {
  readonly name: TextBlock;
  readonly nameY: number;
  readonly goal: TextBlock;
  readonly goalY: number;
  readonly textX: number;
}

/** A step's head; y in px from the top of the row of step heads. */
export interface StepHead {
  readonly numberX: number;
  readonly name: TextBlock;
  readonly nameX: number;
  readonly baseline: number;
}

/** The two rows above the lanes. */
export interface Heads {
  readonly stages: readonly StageHead[];
  readonly stageHeight: number;
  readonly steps: readonly StepHead[];
  readonly stepHeight: number;
}

/** Text of a head begins this far from its stage's or step's border. */
const INSET = 10;
const GOAL_INDENT = 23;
const NUMBER_FONT = uprightFont(13, 600);

/** Letter spacing of stage names in em. */
export const STAGE_TRACKING = -0.015;

/** Measures the heads; a row is as high as its highest head. */
export function layHeads(
  columns: Columns,
  metrics: MapMetrics,
  measurer: TextMeasurer,
  /** Stands in place of a goal that nobody has written. */
  goalWord = '',
): Heads {
  const { stageHead, stepHead } = metrics;
  const nameLine = Math.round(stageHead.nameSize * 1.18);
  const goalLine = stageHead.goalSize + 4;
  const stages = columns.stages.map((span) => {
    const textX = span.x + INSET;
    const nameFont = uprightFont(stageHead.nameSize, 700);
    const name = wrapText(span.stage.name, {
      width: span.width - 2 * INSET,
      font: nameFont,
      lineHeight: nameLine,
      measurer,
    });
    const goalFont = uprightFont(stageHead.goalSize, 500);
    const goalWidth = span.width - 2 * INSET - GOAL_INDENT;
    const goal = wrapText(span.stage.goal || goalWord, {
      width: goalWidth,
      font: goalFont,
      lineHeight: goalLine,
      measurer,
    });
    const nameY = stageHead.height / 2 - 4 + (stageHead.nameSize - 23) * 0.3;
    const goalY = stageHead.height - 15.5 + Math.max(0, name.lines.length - 1) * nameLine;
    const extra = Math.max(0, name.lines.length - 1) * nameLine + Math.max(0, goal.lines.length - 1) * goalLine;
    return { head: { name, nameY, goal, goalY, textX }, extra };
  });
  const steps = columns.columns.map((column): StepHead => {
    const numberX = column.x + INSET;
    const nameX = numberX + Math.max(29, measurer.width(column.number, NUMBER_FONT) + 8);
    const width = column.x + column.width - nameX - 6;
    const name = wrapText(column.step.name, {
      width,
      font: uprightFont(15.5, 600),
      lineHeight: stepHead.lineHeight + 2,
      measurer,
    });
    return { numberX, name, nameX, baseline: (stepHead.height + 12) / 2 };
  });
  const mostLines = steps.reduce((most, { name }) => Math.max(most, name.lines.length), 1);
  return {
    stages: stages.map(({ head }) => head),
    stageHeight: stageHead.height + stages.reduce((most, { extra }) => Math.max(most, extra), 0),
    steps,
    stepHeight: stepHead.height + (mostLines - 1) * (stepHead.lineHeight + 2),
  };
}
