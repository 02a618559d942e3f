import { BEST_FEELING, type EmotionRecord, WORST_FEELING } from '../records/emotion.ts';
import type { Id } from '../records/ids.ts';
import type { PersonaRecord } from '../records/persona.ts';
import type { Columns } from './columns.ts';
import { curveHeight, curvePath, type Point, runToBorders } from './curve.ts';
import { type TextMeasurer, uprightFont } from './font.ts';
import type { MapMetrics } from './metrics.ts';
import { type TextBlock, wrapText } from './textLayout.ts';

/** A point of a curve as drawn; px from the lane's top (x from the sheet's left edge). */
export interface FeelingMark {
  readonly emotion: EmotionRecord;
  readonly x: number;
  readonly y: number;
  readonly label: TextBlock;
  /** First baseline of the label. */
  readonly labelY: number;
  /** The capsule that names a moment of truth: its centre; null for an ordinary point. */
  readonly truthY: number | null;
}

/** One persona's curve. */
export interface FeelingCurve {
  readonly persona: PersonaRecord;
  readonly marks: readonly FeelingMark[];
  /** Through the points and on to the lane's borders. */
  readonly path: string;
}

/** The emotion lane: a scale and a curve for every persona that walks. */
export interface EmotionLane {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** px from the lane's top for a feeling of 0, and px for one step of the scale (downwards is worse). */
  readonly neutralY: number;
  readonly unit: number;
  readonly faceRadius: number;
  readonly curves: readonly FeelingCurve[];
  /** Where a point could be lifted out of the river; none once the map needs no guide. */
  readonly open?: readonly OpenFeeling[];
}

/** A step without a point, on the one curve there is or where there is none; px from the lane's top. */
export interface OpenFeeling extends Point {
  readonly step: Id<'step'>;
}

/** Where a feeling stands in the lane, px from its top. */
export function feelingY(lane: Pick<EmotionLane, 'neutralY' | 'unit'>, value: number): number {
  return lane.neutralY - value * lane.unit;
}

const LABEL_FONT = uprightFont(14.5, 600);
const LABEL_LINE = 17;
/** Room for the capsule and meridian of a moment of truth beyond the ring round its face. */
const TRUTH_LABEL_GAP = 30;
/** Where a moment of truth's capsule may stand, as feelings: far from its face, else wherever other people leave room. */
const TRUTH_CAPSULE_PLACES = [1.75, -1.75, 0.6, -0.6] as const;
/** A capsule this near to another point would cover it or its label: in feeling, and in px across. */
const TRUTH_CAPSULE_CLEAR = { value: 0.9, across: 90 } as const;

/** Lays out the curves of an emotion lane. `height` is the lane's wish; labels that need more make it higher. */
export function layEmotionLane(
  curves: readonly { readonly persona: PersonaRecord; readonly emotions: readonly EmotionRecord[] }[],
  columns: Columns,
  metrics: MapMetrics['emotion'],
  height: number,
  measurer: TextMeasurer,
): EmotionLane {
  const scale = { neutralY: 0, unit: (height - metrics.top - metrics.bottom) / (BEST_FEELING - WORST_FEELING) };
  const placed = setPeopleApart(curves.map(({ emotions }) => placeFeelings(emotions, columns)));
  const laid = curves.map(({ persona }, at) => ({
    persona,
    marks: markFeelings(placed, at, columns, scale, metrics.faceRadius, measurer),
  }));
  const marks = laid.flatMap((curve) => curve.marks);
  const up = marks.reduce(
    (most, mark) => Math.max(most, -topOf(mark, metrics.faceRadius)),
    -feelingY(scale, BEST_FEELING) + metrics.top,
  );
  const down = marks.reduce(
    (most, mark) => Math.max(most, bottomOf(mark, metrics.faceRadius)),
    feelingY(scale, WORST_FEELING) + metrics.bottom,
  );
  const neutralY = Math.round(up * 100) / 100;
  const right = columns.right;
  return {
    height: neutralY + down,
    left: columns.left,
    right,
    neutralY,
    unit: scale.unit,
    faceRadius: metrics.faceRadius,
    curves: laid.map((curve) => finishCurve(curve, columns.left, right, neutralY, scale.unit)),
  };
}

const CLEARANCE = 10;

function topOf(mark: FeelingMark, radius: number): number {
  return Math.min(mark.y - radius, mark.label.lines.length > 0 ? mark.labelY - LABEL_LINE : mark.y) - CLEARANCE;
}

function bottomOf(mark: FeelingMark, radius: number): number {
  const label = mark.labelY + (mark.label.lines.length - 1) * LABEL_LINE + 4;
  return Math.max(mark.y + radius, mark.label.lines.length > 0 ? label : mark.y) + CLEARANCE;
}

/** Moves marks that were laid round a neutral line of 0 to where that line is. */
function finishCurve(
  curve: { readonly persona: PersonaRecord; readonly marks: readonly FeelingMark[] },
  left: number,
  right: number,
  neutralY: number,
  unit: number,
): FeelingCurve {
  const marks = curve.marks.map((mark) => ({
    ...mark,
    y: mark.y + neutralY,
    labelY: mark.labelY + neutralY,
    truthY: mark.truthY === null ? null : mark.truthY + neutralY,
  }));
  const points: readonly Point[] = runToBorders(
    marks,
    left,
    right,
    neutralY - WORST_FEELING * unit,
    neutralY - BEST_FEELING * unit,
  );
  return { persona: curve.persona, marks, path: curvePath(points) };
}

interface PlacedFeeling {
  readonly emotion: EmotionRecord;
  readonly x: number;
}

/** A curve's points in their columns, from left to right. */
function placeFeelings(emotions: readonly EmotionRecord[], columns: Columns): readonly PlacedFeeling[] {
  return emotions
    .flatMap((emotion): PlacedFeeling[] => {
      const column = columns.columns[columns.indexOfStep.get(emotion.step) ?? -1];
      return column === undefined ? [] : [{ emotion, x: column.x + emotion.offset * column.width }];
    })
    .sort((a, b) => a.x - b.x || (a.emotion.id < b.emotion.id ? -1 : 1));
}

/** Points of two people closer than this in feeling would cover each other: they step aside (UI.md section 10). */
const TOO_CLOSE = 0.4;
const STEP_ASIDE = 13;
/** Points within this many px of each other stand at one place of the journey. */
const SAME_PLACE = 40;

function setPeopleApart(people: readonly (readonly PlacedFeeling[])[]): readonly (readonly PlacedFeeling[])[] {
  if (people.length < 2) return people;
  return people.map((points, at) =>
    points.map((point) => {
      const aside = people.reduce((sum, others, otherAt) => {
        if (otherAt === at) return sum;
        const close = others.some(
          (other) =>
            Math.abs(other.x - point.x) < SAME_PLACE && Math.abs(other.emotion.value - point.emotion.value) < TOO_CLOSE,
        );
        return close ? sum + (at < otherAt ? -STEP_ASIDE : STEP_ASIDE) : sum;
      }, 0);
      return aside === 0 ? point : { ...point, x: point.x + aside };
    }),
  );
}

function markFeelings(
  people: readonly (readonly PlacedFeeling[])[],
  at: number,
  columns: Columns,
  scale: { readonly neutralY: number; readonly unit: number },
  radius: number,
  measurer: TextMeasurer,
): readonly FeelingMark[] {
  const own = people[at] ?? [];
  return own.map(({ emotion, x }, index) => {
    const before = own[index - 1];
    const after = own[index + 1];
    const y = feelingY(scale, emotion.value);
    const gapBefore = x - (before?.x ?? x - 260);
    const gapAfter = (after?.x ?? x + 260) - x;
    const room = Math.min(gapBefore, gapAfter, 2 * (x - columns.left), 2 * (columns.right - x));
    const width = Math.max(room - 8, 64);
    const label = wrapText(emotion.label, { width, font: LABEL_FONT, lineHeight: LABEL_LINE, measurer });
    const above =
      rankAmongPeople(people, at, emotion.value, x) ??
      labelStandsAbove(emotion.value, before?.emotion.value, after?.emotion.value);
    const truth = emotion.momentOfTruth;
    const gap = above
      ? -(radius + (truth ? TRUTH_LABEL_GAP : 9)) - (label.lines.length - 1) * LABEL_LINE
      : radius + (truth ? 40 : 20);
    const truthY = truth ? feelingY(scale, truthCapsuleAt(people, at, emotion.value, x)) : null;
    return { emotion, x, y, label, labelY: y + gap, truthY };
  });
}

/** The feeling at which a moment of truth is named: on the other side of neutral from its face when nobody is there. */
function truthCapsuleAt(people: readonly (readonly PlacedFeeling[])[], at: number, value: number, x: number): number {
  const away = value > 0.25 ? -1 : 1;
  const others = people.flatMap((points, otherAt) =>
    otherAt === at ? [] : points.filter((point) => Math.abs(point.x - x) < TRUTH_CAPSULE_CLEAR.across),
  );
  const places = TRUTH_CAPSULE_PLACES.map((place) => place * away).filter((place) => Math.abs(place - value) > 0.9);
  const room = (place: number): number =>
    others.reduce((least, { emotion }) => Math.min(least, Math.abs(emotion.value - place)), Number.POSITIVE_INFINITY);
  const clear = places.find((place) => room(place) > TRUTH_CAPSULE_CLEAR.value);
  return clear ?? places.reduce((best, place) => (room(place) > room(best) ? place : best));
}

/** With several people the best feeling at a place is labelled above, the worst below; undefined when neither. */
function rankAmongPeople(
  people: readonly (readonly PlacedFeeling[])[],
  at: number,
  value: number,
  x: number,
): boolean | undefined {
  const others = people.flatMap((points, otherAt) =>
    otherAt === at
      ? []
      : points
          .filter((point) => Math.abs(point.x - x) < SAME_PLACE)
          .map((point) => (point.emotion.value === value ? otherAt - at : value - point.emotion.value)),
  );
  if (others.length === 0) return undefined;
  if (others.every((lead) => lead > 0)) return true;
  return others.every((lead) => lead < 0) ? false : undefined;
}

/** Above a good feeling, below a valley or a bad one: where the curve leaves room. */
function labelStandsAbove(value: number, before = value, after = value): boolean {
  if (value > 0.35) return !(before > value + 0.4 && after > value + 0.4);
  return value >= 0 && value >= (before + after) / 2 - 0.05;
}

/** The steps that have no point yet. With several curves nobody could say to whose one would come: none. */
export function openFeelings(lane: EmotionLane, columns: Columns): readonly OpenFeeling[] {
  const [curve, ...others] = lane.curves;
  if (others.length > 0) return [];
  const taken = new Set(curve?.marks.map(({ emotion }) => emotion.step));
  return columns.columns.flatMap(({ step, x: left, width }): readonly OpenFeeling[] => {
    const x = left + width / 2;
    const y = curve === undefined ? lane.neutralY : (curveHeight(curve.path, x) ?? lane.neutralY);
    return taken.has(step.id) ? [] : [{ step: step.id, x, y }];
  });
}
