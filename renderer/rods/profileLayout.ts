import { curvePath } from '../../shared/layout/curve.ts';
import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import { BEST_FEELING, WORST_FEELING } from '../../shared/records/emotion.ts';
import type { PersonaColour } from '../../shared/records/persona.ts';
import type { StageColour } from '../../shared/records/stage.ts';

/** The whole journey in a strip; CSS px. */
export interface Profile {
  readonly stages: readonly {
    readonly key: string;
    readonly name: string;
    readonly colour: StageColour;
    readonly x: number;
    readonly width: number;
  }[];
  readonly neutralY: number;
  readonly rivers: readonly { readonly key: string; readonly colour: PersonaColour; readonly path: string }[];
  /** Moments of truth. */
  readonly stars: readonly { readonly key: string; readonly x: number; readonly y: number }[];
}

/** Between the strip's upper edge and the best feeling: the stages' names stand there. */
const ABOVE = 20;
const BELOW = 11;

/** Draws a map's stages and rivers into a strip of `width` by `height` CSS px. */
export function layProfile({ columns, lanes }: MapLayout, width: number, height: number): Profile {
  const { left, right } = columns;
  const toX = (x: number): number => ((x - left) / Math.max(1, right - left)) * width;
  const unit = (height - ABOVE - BELOW) / (BEST_FEELING - WORST_FEELING);
  const toY = (value: number): number => ABOVE + (BEST_FEELING - value) * unit;
  const curves = lanes.flatMap(({ layout }) =>
    layout.content.kind === 'emotions' ? layout.content.emotions.curves : [],
  );
  return {
    stages: columns.stages.map(({ stage, x, width: span }) => ({
      key: stage.id,
      name: stage.name,
      colour: stage.colour,
      x: toX(x),
      width: toX(x + span) - toX(x),
    })),
    neutralY: toY(0),
    rivers: curves.map(({ persona, marks }) => {
      const points = marks.map(({ x, emotion }) => ({ x: toX(x), y: toY(emotion.value) }));
      const first = points[0];
      const last = points.at(-1);
      const ends =
        first === undefined || last === undefined ? [] : [{ x: 2, y: first.y }, ...points, { x: width - 2, y: last.y }];
      return { key: persona.id, colour: persona.colour, path: curvePath(ends) };
    }),
    stars: curves.flatMap(({ marks }) =>
      marks
        .filter(({ emotion }) => emotion.momentOfTruth)
        .map(({ x, emotion }) => ({ key: emotion.id, x: toX(x), y: toY(emotion.value) })),
    ),
  };
}
