import type { PersonaColour } from '../records/persona.ts';
import type { StageColour } from '../records/stage.ts';
import { curvePath, type Point } from './curve.ts';
import type { MapLayout } from './mapLayout.ts';

/** A stage in the profile. */
export interface ProfileStage {
  readonly name: string;
  readonly colour: StageColour;
  readonly x: number;
  readonly width: number;
}

/** The whole journey as an elevation: what the lower rod and small pictures show. px of its own box. */
export interface Profile {
  readonly stages: readonly ProfileStage[];
  readonly neutralY: number;
  readonly curves: readonly { readonly colour: PersonaColour; readonly path: string }[];
  /** Moments of truth. */
  readonly moments: readonly Point[];
}

/** Room above, where the stages' names stand, and below, where their colours do. */
const TOP = 24;
const BOTTOM = 7;

/** Lays the profile of a map into a box; across, it is the map's columns to scale, so a part in view can be framed. */
export function layProfile(layout: MapLayout, width: number, height: number): Profile {
  const { columns } = layout;
  const scale = width / Math.max(columns.right - columns.left, 1);
  const across = (x: number): number => (x - columns.left) * scale;
  const unit = (height - TOP - BOTTOM) / 4;
  const level = (value: number): number => TOP + (2 - value) * unit;
  const curves = layout.lanes.flatMap(({ layout: { content } }) =>
    content.kind === 'emotions' ? content.emotions.curves : [],
  );
  return {
    stages: columns.stages.map(({ stage, x, width: stageWidth }) => ({
      name: stage.name,
      colour: stage.colour,
      x: across(x),
      width: stageWidth * scale,
    })),
    neutralY: level(0),
    curves: curves.map(({ persona, marks }) => {
      const points = marks.map((mark) => ({ x: across(mark.x), y: level(mark.emotion.value) }));
      const first = points[0];
      const last = points.at(-1);
      const ends =
        first === undefined || last === undefined
          ? points
          : [{ x: 2, y: first.y }, ...points, { x: width - 2, y: last.y }];
      return { colour: persona.colour, path: curvePath(ends) };
    }),
    moments: curves.flatMap(({ marks }) =>
      marks
        .filter((mark) => mark.emotion.momentOfTruth)
        .map((mark) => ({ x: across(mark.x), y: level(mark.emotion.value) })),
    ),
  };
}
