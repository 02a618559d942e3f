import type { LaneRecord } from '../records/lane.ts';
import { type TextMeasurer, uprightFont } from './font.ts';
import { type TextBlock, wrapText } from './textLayout.ts';

/** A lane's name and hint in the column of labels; px from the lane's top. */
export interface LaneLabel {
  readonly name: TextBlock;
  readonly nameY: number;
  readonly hint: TextBlock;
  readonly hintY: number;
  /** What the label needs; the lane is at least this high. */
  readonly height: number;
}

/** Text of a label begins this far right of its icon's left edge. */
export const LABEL_INDENT = 28;

/** Room right of a label's text, before the first stage. */
const LABEL_GAP = 16;
const NAME_FONT = uprightFont(15, 600);
/** Beyond this a word of a lane's name is broken rather than the map pushed aside. */
const WIDEST_LABELS = 260;

/** The width of the label column: `least`, or more where a single word of a lane's name would not fit. */
export function labelColumnWidth(lanes: readonly LaneRecord[], least: number, measurer: TextMeasurer): number {
  let width = least;
  for (const word of lanes.flatMap((lane) => lane.name.split(/\s+/))) {
    width = Math.max(width, LABEL_INDENT + measurer.width(word, NAME_FONT) + LABEL_GAP);
  }
  return Math.ceil(Math.min(width, WIDEST_LABELS));
}

/** Measures a lane's label for a label column `width` px wide. An emotion lane shows its scale instead of a hint. */
export function layLaneLabel(lane: LaneRecord, width: number, measurer: TextMeasurer): LaneLabel {
  const wrap = (text: string, size: number, weight: 400 | 600, lineHeight: number): TextBlock =>
    wrapText(text, { width: width - LABEL_INDENT - LABEL_GAP, font: uprightFont(size, weight), lineHeight, measurer });
  const name = wrap(lane.name, 15, 600, 19);
  const hint = wrap(lane.kind === 'emotions' ? '' : lane.hint, 13, 400, 17);
  const nameY = 31;
  return { name, nameY, hint, hintY: nameY + name.height + 1, height: 22 + name.height + hint.height + 10 };
}
