import type { PersonaColour } from '../records/persona.ts';
import { round, shape } from './draw.ts';
import type { SceneItem } from './scene.ts';
import type { ThemeColour } from './theme.ts';

/** How a persona's line is drawn, so that people can be told apart without colour. */
export const PERSONA_DASHES: Readonly<Record<PersonaColour, readonly number[] | undefined>> = {
  p1: undefined,
  p2: [12, 6],
  p3: [2, 7],
  p4: [14, 6, 2, 6],
  p5: [20, 8],
};

/** The outline of a persona's points round (0, 0). */
function markerOutline(colour: PersonaColour, r: number): string | null {
  const q = round;
  switch (colour) {
    case 'p1':
      return null;
    case 'p2':
      return `M${q(-r * 0.62)} ${q(-r * 0.95)}H${q(r * 0.62)}Q${q(r * 0.95)} ${q(-r * 0.95)} ${q(r * 0.95)} ${q(-r * 0.62)}V${q(r * 0.62)}Q${q(r * 0.95)} ${q(r * 0.95)} ${q(r * 0.62)} ${q(r * 0.95)}H${q(-r * 0.62)}Q${q(-r * 0.95)} ${q(r * 0.95)} ${q(-r * 0.95)} ${q(r * 0.62)}V${q(-r * 0.62)}Q${q(-r * 0.95)} ${q(-r * 0.95)} ${q(-r * 0.62)} ${q(-r * 0.95)}Z`;
    case 'p3':
      return `M0 ${q(-r * 1.35)}L${q(r * 1.3)} ${q(r * 0.9)}H${q(-r * 1.3)}Z`;
    case 'p4':
      return `M0 ${q(-r * 1.32)}L${q(r * 1.32)} 0L0 ${q(r * 1.32)}L${q(-r * 1.32)} 0Z`;
    case 'p5':
      return `M${q(-r * 0.58)} ${q(-r)}H${q(r * 0.58)}L${q(r * 1.15)} 0L${q(r * 0.58)} ${q(r)}H${q(-r * 0.58)}L${q(-r * 1.15)} 0Z`;
  }
}

/** A persona's empty marker: in keys and beside names. */
export function markerItem(
  colour: PersonaColour,
  x: number,
  y: number,
  radius: number,
  stroke: ThemeColour,
  strokeWidth: number,
): SceneItem {
  const d = markerOutline(colour, radius);
  const paint = { fill: 'card', stroke, strokeWidth, join: 'round' } as const;
  return d === null ? { kind: 'circle', cx: x, cy: y, radius, ...paint } : shape(d, x, y, paint);
}

/** A feeling beyond this bends the mouth no further. */
const FULL_BEND = 1.7;

/** A face for a feeling of -2 to +2, in the shape of the persona's marker; the mouth bends with the value. */
export function faceItems(
  colour: PersonaColour,
  value: number,
  x: number,
  y: number,
  radius: number,
  stroke: ThemeColour,
): readonly SceneItem[] {
  const eyeX = radius * 0.3;
  const eyeY = y - radius * 0.18;
  const half = round(radius * 0.42);
  const mouthY = radius * 0.3;
  const bend = Math.max(-1, Math.min(1, value / FULL_BEND)) * radius * 0.34;
  const mouth = `M${-half} ${round(mouthY - bend * 0.5)}Q0 ${round(mouthY + bend * 1.15)} ${half} ${round(mouthY - bend * 0.5)}`;
  return [
    markerItem(colour, x, y, radius, stroke, radius / 6),
    { kind: 'circle', cx: x - eyeX, cy: eyeY, radius: radius * 0.105, fill: stroke },
    { kind: 'circle', cx: x + eyeX, cy: eyeY, radius: radius * 0.105, fill: stroke },
    shape(mouth, x, y, { stroke, strokeWidth: radius * 0.15, cap: 'round' }),
  ];
}
