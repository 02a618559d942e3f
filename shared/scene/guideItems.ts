import type { EmotionLane, OpenFeeling } from '../layout/emotionLane.ts';
import { type TextMeasurer, uprightFont } from '../layout/font.ts';
import { type GhostBox, ghostToken } from '../layout/ghosts.ts';
import { atLevel, round, rule, shape, sign, textLines, WHEN_DETAILED, WHEN_PINNED } from './draw.ts';
import { roundedRect } from './outlines.ts';
import type { Paint, SceneItem } from './scene.ts';
import type { SceneWords } from './sceneWords.ts';

/** Dashed: not yet known (UI.md section 1). */
const DASHED = { stroke: 'line-3', strokeWidth: 1.4, dash: [5, 4] } as const;

/** The questions of a lane, each where a card could be. */
export function ghostItems(ghosts: readonly GhostBox[]): readonly SceneItem[] {
  return ghosts.flatMap((ghost): readonly SceneItem[] => {
    const { x, y, width, height, text, textX, textY } = ghost;
    const words = textLines(text, textX, textY, { fill: 'ink-3' });
    const outline = ghost.token
      ? tokenItems(ghost)
      : [shape(roundedRect(width, height, [10, 10, 10, 10]), x, y, { ...DASHED, fill: 'paper', fillOpacity: 0.35 })];
    return [...atLevel(WHEN_PINNED, outline), ...words];
  });
}

function tokenItems(ghost: GhostBox): readonly SceneItem[] {
  const { x, y, radius } = ghostToken(ghost);
  return [
    { kind: 'circle', cx: x, cy: y, radius: radius - 1, fill: 'paper', fillOpacity: 0.35, ...DASHED },
    shape('M-6 0H6M0 -6V6', x, y, { stroke: 'ink-3', strokeWidth: 1.8, cap: 'round' }),
  ];
}

/** The river while it lies flat, and every step from which a point could be lifted. */
export function openFeelingItems(
  lane: EmotionLane,
  open: readonly OpenFeeling[],
  words: SceneWords,
  measurer: TextMeasurer,
): readonly SceneItem[] {
  const isFlat = lane.curves.length === 0;
  const colour = lane.curves[0]?.persona.colour ?? 'river';
  const radius = lane.faceRadius * OPEN_RADIUS;
  const [first] = open;
  const course = (paint: Paint): SceneItem => rule(lane.left, lane.neutralY, lane.right, lane.neutralY, paint);
  // The neutral line of the scale would show between the dots.
  const flat = [
    course({ stroke: 'paper', strokeWidth: 5 }),
    course({ stroke: colour, strokeWidth: 2.8, dash: [2.5, 5.5], cap: 'round' }),
  ];
  const rings = open.map(
    ({ x, y }): SceneItem => ({
      kind: 'circle',
      cx: x,
      cy: y,
      radius,
      fill: 'paper',
      stroke: colour,
      strokeWidth: 1.8,
      dash: [3, 3.5],
      level: WHEN_PINNED,
    }),
  );
  if (!isFlat) return rings;
  return [...flat, ...rings, ...(first === undefined ? [] : invitation(lane, first, radius, words, measurer))];
}

/** As a share of a face's radius. */
const OPEN_RADIUS = 0.85;
const ARROW = 22;
const CAP = 22;

/** Up or down: arrows at the first point, and words beside them. */
function invitation(
  lane: EmotionLane,
  { x, y }: OpenFeeling,
  radius: number,
  words: SceneWords,
  measurer: TextMeasurer,
): readonly SceneItem[] {
  const paint = { stroke: 'ink-2', strokeWidth: 1.8, cap: 'round', join: 'round' } as const;
  const above = y - radius - 7;
  const below = y + radius + 7;
  const textX = x + 18;
  const font = uprightFont(14);
  const baseline = Math.round(lane.neutralY - lane.unit) + 5;
  const capX = textX + measurer.width(words.setPoint, font) + 8;
  const halo = { colour: 'paper', width: 5 } as const;
  const caps = ['+', '\u2212'].flatMap((key, at): readonly SceneItem[] => {
    const left = capX + at * (CAP + 4);
    const box = { x: round(left), y: baseline - 16, width: CAP, height: CAP, radius: 5 };
    return [
      { kind: 'rect', ...box, fill: 'card', stroke: 'line-2', strokeWidth: 1.2 },
      sign(key, round(left + CAP / 2), baseline, uprightFont(13, 600), { fill: 'ink-2', anchor: 'middle' }),
    ];
  });
  return atLevel(WHEN_DETAILED, [
    shape(`M0 0V${-ARROW}M-6 ${6 - ARROW}L0 ${-ARROW}L6 ${6 - ARROW}`, x, above, paint),
    shape(`M0 0V${ARROW}M-6 ${ARROW - 6}L0 ${ARROW}L6 ${ARROW - 6}`, x, below, paint),
    sign(words.setPoint, textX, baseline, font, { fill: 'ink-2', halo }),
    ...caps,
  ]);
}
