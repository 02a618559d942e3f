import type { Id } from '../records/ids.ts';
import { KINDS_OF_LANE, type LaneRecord } from '../records/lane.ts';
import type { Box } from './box.ts';
import type { CardBox } from './cardLane.ts';
import { hasPin } from './cardSize.ts';
import type { Column, Columns } from './columns.ts';
import { type TextMeasurer, uprightFont } from './font.ts';
import { GRID } from './metrics.ts';
import { type TextBlock, wrapText } from './textLayout.ts';
import { TOKEN } from './touchpoint.ts';

/** A question where a card could be; the box as of a CardBox. */
export interface GhostBox extends Box {
  readonly step: Id<'step'>;
  readonly question: string;
  /** A touchpoint's: a round token, the question below it. */
  readonly token: boolean;
  readonly text: TextBlock;
  readonly textX: number;
  /** First baseline. */
  readonly textY: number;
}

/** px; as high as a card with two lines. */
const LEAST_HEIGHT = 64;
const PADDING = { left: 14, right: 12, top: 12, bottom: 12 } as const;
/** As the names of touchpoints (touchpoint.ts). */
const BELOW_TOKEN = 64;
/** From a line's top to its baseline, for 15 px on 20. */
const ASCENT = 14;

/** The questions of a lane: in its first steps while it is empty, then the last of several behind what is written. */
export function layGhosts(
  lane: LaneRecord,
  cards: readonly CardBox[],
  columns: Columns,
  questions: readonly string[],
  top: number,
  measurer: TextMeasurer,
): readonly GhostBox[] {
  if (lane.locked) return [];
  const place = (question: string, column: Column | undefined): readonly GhostBox[] =>
    column === undefined ? [] : [layGhost(lane, question, column, top, measurer)];
  if (cards.length === 0) return questions.flatMap((question, at) => place(question, columns.columns[at]));
  const last = questions.length > 1 ? questions.at(-1) : undefined;
  const next = cards.reduce((most, card) => Math.max(most, card.lastColumn + 1), 0);
  return last === undefined ? [] : place(last, columns.columns[next]);
}

function layGhost(lane: LaneRecord, question: string, column: Column, top: number, measurer: TextMeasurer): GhostBox {
  const token = lane.kind === 'touchpoints';
  const [kind] = KINDS_OF_LANE[lane.kind];
  const width = column.width - 2 * GRID.inset;
  const room = token ? width - 2 : width - PADDING.left - PADDING.right;
  const text = wrapText(question, { width: room, font: uprightFont(15), lineHeight: 20, measurer });
  const box = { x: column.x + GRID.inset, y: top + (kind !== undefined && hasPin(kind) ? GRID.pinRoom : 0), width };
  const asked = { step: column.step.id, question, token, text };
  if (token) {
    const height = BELOW_TOKEN + Math.max(0, text.height - text.lineHeight) + 4;
    return { ...box, ...asked, height, textX: box.x, textY: box.y + BELOW_TOKEN };
  }
  const height = Math.max(LEAST_HEIGHT, PADDING.top + text.height + PADDING.bottom);
  const [textX, textY] = [box.x + PADDING.left, box.y + PADDING.top + ASCENT];
  return { ...box, ...asked, height, textX, textY };
}

/** The middle and radius of a ghost's token, as of a touchpoint's. */
export function ghostToken({ x, y }: GhostBox): { readonly x: number; readonly y: number; readonly radius: number } {
  return { x: x + TOKEN.x, y: y + TOKEN.y, radius: TOKEN.radius };
}
