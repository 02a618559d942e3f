import { round } from './draw.ts';

/** The river over a person's page as points of a curve: where it begins, then two handles and an end for each bend. */
const COURSE: readonly (readonly [x: number, y: number])[] = [
  [-20, 110],
  ...[[60, 70] as const, [90, 62] as const, [130, 62] as const],
  ...[[200, 62] as const, [230, 108] as const, [300, 108] as const],
  ...[[370, 108] as const, [400, 54] as const, [470, 54] as const],
  ...[[540, 54] as const, [570, 96] as const, [640, 96] as const],
  ...[[710, 96] as const, [740, 40] as const, [800, 40] as const],
  ...[[860, 40] as const, [890, 58] as const, [980, 78] as const],
];

/** px at which the course was drawn. */
export const RIVER_SIZE = { width: 940, height: 150 } as const;

/** px by which the contours run above and below the river. */
export const RIVER_CONTOURS: readonly number[] = [-39, -25, -12, 12, 25, 39];

/** The river's course over a head so many px wide, as path data. */
export function personaRiver(width: number): string {
  const [first, ...rest] = COURSE.map(([x, y]) => `${round((x * width) / RIVER_SIZE.width)} ${y}`);
  return `M${first}C${rest.join(' ')}`;
}
