import { growBox } from '../layout/box.ts';
import { uprightFont } from '../layout/font.ts';
import { STAGE_TRACKING } from '../layout/heads.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { StageColour } from '../records/stage.ts';
import {
  atLevel,
  icon,
  numberSign,
  rule,
  STEP_NAMES_FROM,
  shape,
  sign,
  textLines,
  WHEN_DETAILED,
  ZOOM_LEVELS,
} from './draw.ts';
import { borderItems, keep } from './laneParts.ts';
import { roundedRect } from './outlines.ts';
import type { SceneItem, ScenePart } from './scene.ts';
import type { SceneWords } from './sceneWords.ts';
import type { ThemeColour } from './theme.ts';

/** Outer corners of the territories. */
const CORNER = 16;

function washOf(colour: StageColour): ThemeColour {
  return `${colour}-wash`;
}

function headOf(colour: StageColour): ThemeColour {
  return `${colour}-head`;
}

/**
 * Everything that lies under the lanes: territories, the emotion lanes' paper, borders; in sheet coordinates. Each is a
 * part, for a line of dots across the map is drawn in full for every tile it might meet.
 */
export function groundParts(layout: MapLayout, words: SceneWords): readonly ScenePart[] {
  return [
    ...territoryParts(layout),
    ...emotionGroundParts(layout),
    ...stageBorderParts(layout),
    ...laneRuleParts(layout, words),
  ];
}

function territoryParts(layout: MapLayout): readonly ScenePart[] {
  const { columns, heads, headsTop, bottom } = layout;
  return columns.stages.map(({ stage, x, width }, at): ScenePart => {
    const left = at === 0 ? CORNER : 0;
    const right = at === columns.stages.length - 1 ? CORNER : 0;
    const box = { x, y: headsTop, width, height: bottom - headsTop };
    const head = shape(roundedRect(width, heads.stageHeight, [left, right, 0, 0]), x, headsTop, {
      fill: headOf(stage.colour),
    });
    const part = keep(`${stage.id} territory`, box, () => [
      shape(roundedRect(width, box.height, [left, right, right, left]), x, headsTop, { fill: washOf(stage.colour) }),
      head,
    ]);
    return { ...part, steady: { look: JSON.stringify(head), above: bottom - CORNER } };
  });
}

function emotionGroundParts(layout: MapLayout): readonly ScenePart[] {
  const { left, right } = layout.columns;
  return layout.lanes
    .filter(({ layout: lane }) => lane.content.kind === 'emotions')
    .map(({ y, layout: { lane, height } }) => {
      const box = { x: left, y, width: right - left, height };
      return keep(`${lane.id} ground`, box, () => [{ kind: 'rect', ...box, fill: 'paper', fillOpacity: 0.78 }]);
    });
}

/** Dash-dot lines between territories, in the colour of the one that begins. */
function stageBorderParts({ headsTop, heads, columns, bottom }: MapLayout): readonly ScenePart[] {
  const top = headsTop + heads.stageHeight;
  return columns.stages.slice(1).map(({ stage, x }): ScenePart => {
    const paint = {
      stroke: stage.colour,
      strokeWidth: 1.4,
      strokeOpacity: 0.55,
      dash: [10, 4, 1.5, 4],
      cap: 'round',
    } as const;
    const box = growBox({ x, y: top, width: 0, height: bottom - top }, paint.strokeWidth);
    const part = keep(`${stage.id} border`, box, () => [rule(x, top, x, bottom, paint)]);
    return { ...part, steady: { look: `${stage.colour} ${x} ${top}`, above: bottom - paint.strokeWidth } };
  });
}

/** How far the name of a border stands above its line. */
const BORDER_NAME = 24;

/** Dots above every lane; the first line begins at the territories, the others under the labels too. */
function laneRuleParts({ columns, lanes, metrics }: MapLayout, words: SceneWords): readonly ScenePart[] {
  const { left, right } = columns;
  return lanes.flatMap(({ y, layout: { lane, height } }, at): readonly ScenePart[] => {
    const from = at === 0 ? left : metrics.margin;
    const line = { x: from, y, width: right - from, height: 0 };
    const dots = keep(`${lane.id} dots`, growBox(line, 1), () => [
      rule(from, y, right, y, { stroke: 'ink', strokeWidth: 1, strokeOpacity: 0.42, dash: [1, 5], cap: 'round' }),
    ]);
    const { border } = lane;
    if (border === 'none') return [dots];
    const end = y + height;
    const box = { x: left, y: end - BORDER_NAME, width: right - left, height: BORDER_NAME + 2 };
    return [dots, keep(`${lane.id} border`, box, () => borderItems(words.borders[border], end, left, right))];
  });
}

/** Names, numbers and goals in the two rows of heads; in sheet coordinates. */
export function headParts(layout: MapLayout): readonly ScenePart[] {
  const { columns, heads, headsTop } = layout;
  const stages = columns.stages.map(({ stage, x, width }, at) => {
    const box = { x, y: headsTop, width, height: heads.stageHeight };
    return keep(stage.id, box, () => stageHeadItems(layout, at));
  });
  const stepsTop = headsTop + heads.stageHeight;
  const steps = columns.columns.map(({ step, stage, number, x, width }, at) => {
    const box = { x, y: stepsTop, width, height: heads.stepHeight };
    return keep(step.id, box, () => {
      const head = heads.steps[at];
      if (head === undefined) return [];
      return [
        sign(number, head.numberX, stepsTop + head.baseline, uprightFont(13, 600), { fill: stage.colour }),
        ...textLines(head.name, head.nameX, stepsTop + head.baseline, {
          fill: 'ink',
          level: { from: STEP_NAMES_FROM },
        }),
      ];
    });
  });
  return [...stages, ...steps];
}

/** From afar a stage's name is set larger where it fits, and at last only its number stays. */
function stageHeadItems(layout: MapLayout, at: number): readonly SceneItem[] {
  const { columns, heads, headsTop } = layout;
  const span = columns.stages[at];
  const head = heads.stages[at];
  if (span === undefined || head === undefined) return [];
  const { name } = head;
  const middle = headsTop + heads.stageHeight / 2;
  const grown = Math.min(44, (name.font.size * (span.width - 20)) / Math.max(name.width, 1));
  const line = name.lines[0];
  const large =
    name.lines.length === 1 && line !== undefined && grown > name.font.size * 1.15
      ? [
          sign(line.text, head.textX, middle + grown * 0.36, uprightFont(grown, 700), {
            fill: 'ink',
            tracking: STAGE_TRACKING,
          }),
        ]
      : textLines(name, head.textX, headsTop + head.nameY + 8, { fill: 'ink', tracking: STAGE_TRACKING });
  return [
    ...atLevel(
      { from: ZOOM_LEVELS.details },
      textLines(name, head.textX, headsTop + head.nameY, { fill: 'ink', tracking: STAGE_TRACKING }),
    ),
    ...goalItems(layout, at),
    ...atLevel({ from: ZOOM_LEVELS.pins, below: ZOOM_LEVELS.details }, large),
    {
      ...numberSign(String(span.number), span.x + span.width / 2, middle + 29, 80, 'ink'),
      level: { below: ZOOM_LEVELS.pins },
    },
  ];
}

function goalItems(layout: MapLayout, at: number): readonly SceneItem[] {
  const span = layout.columns.stages[at];
  const head = layout.heads.stages[at];
  if (span === undefined || head === undefined || head.goal.lines.length === 0) return [];
  const baseline = layout.headsTop + head.goalY;
  return atLevel(WHEN_DETAILED, [
    icon('target', head.textX, baseline - 13, 16, span.stage.colour, 1.7),
    ...textLines(head.goal, head.textX + 23, baseline, { fill: 'ink-2' }),
  ]);
}
