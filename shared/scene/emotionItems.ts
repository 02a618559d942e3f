import { type EmotionLane, type FeelingCurve, type FeelingMark, feelingY } from '../layout/emotionLane.ts';
import { type TextMeasurer, uprightFont } from '../layout/font.ts';
import { round, rule, shape, sign, textLines, WHEN_DETAILED, WHEN_PINNED } from './draw.ts';
import { faceItems, PERSONA_DASHES } from './faces.ts';
import { starItem } from './pins.ts';
import type { GroupItem, SceneItem } from './scene.ts';
import type { SceneWords } from './sceneWords.ts';
import type { ThemeColour } from './theme.ts';

/** Distance and opacity of the contour lines on either side of the river. */
const CONTOURS = [
  [9, 0.34],
  [18, 0.22],
  [28, 0.13],
  [39, 0.07],
] as const;

/** The scale behind the curves: five lines, the neutral one solid. */
export function scaleItems(lane: EmotionLane): readonly SceneItem[] {
  return [2, 1, 0, -1, -2].map((value) =>
    rule(lane.left, feelingY(lane, value), lane.right, feelingY(lane, value), {
      stroke: 'ink',
      strokeWidth: value === 0 ? 1.4 : 1,
      strokeOpacity: value === 0 ? 0.42 : 0.34,
      cap: 'round',
      ...(value === 0 ? {} : { dash: [1, 7] }),
    }),
  );
}

/** Figures and words of the scale, in the column of labels; right-aligned to the lane's left border. */
export function scaleLabelItems(lane: EmotionLane, words: SceneWords): readonly SceneItem[] {
  const named = new Map([
    [2, words.veryGood],
    [0, words.neutral],
    [-2, words.veryBad],
  ]);
  return [2, 1, 0, -1, -2].flatMap((value): readonly SceneItem[] => {
    const y = feelingY(lane, value) + 4.5;
    const figure = value > 0 ? `+${value}` : value < 0 ? `\u2212${-value}` : '0';
    const word = named.get(value);
    const items: SceneItem[] = [
      sign(figure, lane.left - 12, y, uprightFont(13, 600), { fill: 'ink-2', anchor: 'end' }),
    ];
    if (word !== undefined)
      items.push(sign(word, lane.left - 42, y, uprightFont(12.5, 500), { fill: 'ink-3', anchor: 'end' }));
    return items;
  });
}

/** The curves of a lane with everything on them, in painting order. */
export function emotionItems(lane: EmotionLane, words: SceneWords, measurer: TextMeasurer): readonly SceneItem[] {
  const alone = lane.curves.length === 1;
  const truths = lane.curves.flatMap((curve) => curve.marks.filter((mark) => mark.truthY !== null));
  return [
    ...(alone ? lane.curves.flatMap((curve) => riverItems(lane, curve)) : []),
    ...truths.flatMap((mark) => truthItems(mark, lane, words, measurer)),
    ...lane.curves.map((curve) => lineGroup(lane, curve)),
    ...lane.curves.flatMap((curve) => curve.marks.flatMap((mark) => markItems(mark, curve, lane, alone))),
  ];
}

function laneClip(lane: EmotionLane, top = 2, bottom = lane.height - 2): string {
  return `M${round(lane.left)} ${round(top)}H${round(lane.right)}V${round(bottom)}H${round(lane.left)}Z`;
}

/** What lies round a single river: water above neutral, hatched ground below it, contour lines. */
function riverItems(lane: EmotionLane, curve: FeelingCurve): readonly SceneItem[] {
  const colour = curve.persona.colour;
  const area = `${curve.path}L${round(lane.right)} ${round(lane.neutralY)}L${round(lane.left)} ${round(lane.neutralY)}Z`;
  const water: GroupItem = {
    kind: 'group',
    clip: laneClip(lane, 0, lane.neutralY),
    items: [{ kind: 'path', d: area, fill: colour, fillOpacity: 0.11 }],
  };
  const hatch: GroupItem = {
    kind: 'group',
    clip: laneClip(lane, lane.neutralY, lane.height),
    items: [
      {
        kind: 'group',
        clip: area,
        items: [{ kind: 'path', d: hatchLines(lane), stroke: 'below', strokeWidth: 1.6, strokeOpacity: 0.55 }],
      },
    ],
  };
  const contours: GroupItem = {
    kind: 'group',
    clip: laneClip(lane),
    level: WHEN_DETAILED,
    items: CONTOURS.flatMap(([distance, opacity]) =>
      [-distance, distance].map((dy) =>
        shape(curve.path, 0, dy, { stroke: colour, strokeWidth: 1.1, strokeOpacity: opacity }),
      ),
    ),
  };
  return [water, hatch, contours];
}

/** Slanting lines 9 px apart over the part of the lane below neutral. */
function hatchLines(lane: EmotionLane): string {
  const top = lane.neutralY - 10;
  const bottom = lane.height;
  const slant = bottom - top;
  let d = '';
  for (let x = lane.left - slant; x < lane.right + 9; x += 9)
    d += `M${round(x)} ${round(bottom)}L${round(x + slant)} ${round(top)}`;
  return d;
}

function lineGroup(lane: EmotionLane, curve: FeelingCurve): GroupItem {
  const dash = PERSONA_DASHES[curve.persona.colour];
  return {
    kind: 'group',
    clip: laneClip(lane),
    items: [
      { kind: 'path', d: curve.path, stroke: 'paper', strokeWidth: 8, strokeOpacity: 0.9 },
      {
        kind: 'path',
        d: curve.path,
        stroke: curve.persona.colour,
        strokeWidth: 4,
        cap: 'round',
        ...(dash === undefined ? {} : { dash }),
      },
    ],
  };
}

function markItems(mark: FeelingMark, curve: FeelingCurve, lane: EmotionLane, alone: boolean): readonly SceneItem[] {
  const truth = mark.truthY !== null;
  const stroke: ThemeColour = truth ? 'truth' : curve.persona.colour;
  const faces = faceItems(curve.persona.colour, mark.emotion.value, mark.x, mark.y, lane.faceRadius, stroke);
  return [
    ...faces.map((item) => ({ ...item, level: WHEN_PINNED })),
    ...textLines(mark.label, mark.x, mark.labelY, {
      anchor: 'middle',
      fill: alone ? 'ink' : curve.persona.colour,
      halo: { colour: 'paper', width: 5 },
    }),
  ];
}

/** Disc, dotted ring, meridian and named capsule of a moment of truth; a star is what stays of it from afar. */
function truthItems(
  mark: FeelingMark,
  lane: EmotionLane,
  words: SceneWords,
  measurer: TextMeasurer,
): readonly SceneItem[] {
  if (mark.truthY === null) return [];
  const font = uprightFont(14, 700);
  const width = measurer.width(words.momentOfTruth, font) + 48;
  const x = Math.max(lane.left + width / 2 + 6, Math.min(lane.right - width / 2 - 6, mark.x));
  const above = mark.truthY < mark.y;
  const edge = { stroke: 'truth', strokeWidth: 1.5 } as const;
  const capsule: readonly SceneItem[] = [
    { kind: 'rect', x: x - width / 2, y: mark.truthY - 15, width, height: 30, radius: 15, fill: 'truth-tint', ...edge },
    starItem(x - width / 2 + 20, mark.truthY, 10, 'truth'),
    sign(words.momentOfTruth, x - width / 2 + 34, mark.truthY + 5, font, { fill: 'ink' }),
  ];
  return [
    {
      kind: 'circle',
      cx: mark.x,
      cy: mark.y,
      radius: lane.faceRadius + 16,
      fill: 'truth-tint',
      ...edge,
      level: WHEN_PINNED,
    },
    {
      kind: 'circle',
      cx: mark.x,
      cy: mark.y,
      radius: lane.faceRadius + 23,
      stroke: 'truth',
      strokeWidth: 1,
      dash: [2, 4],
      level: WHEN_PINNED,
    },
    {
      ...rule(mark.x, mark.truthY + (above ? 15 : -15), mark.x, mark.y + (above ? -1 : 1) * (lane.faceRadius + 24), {
        ...edge,
        dash: [4, 4],
      }),
      level: WHEN_PINNED,
    },
    ...capsule.map((item) => ({ ...item, level: { from: 0.64 } })),
    { ...starItem(mark.x, mark.y, 44, 'truth'), level: { below: WHEN_PINNED.from ?? 0 } },
  ];
}
