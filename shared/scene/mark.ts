import { shape } from './draw.ts';
import type { SceneItem } from './scene.ts';
import type { ThemeColour } from './theme.ts';

/** The application's mark, a bend of a river from its source to its mouth, in a box of 24 by 24. */
export const MARK = {
  path: 'M3 16.5C3 9 9.2 6.2 10.6 11.2C12 16.4 12.6 19.6 15.4 18.4C18.6 17 16.8 7.5 21 7.5',
  strokeWidth: 2.6,
  mouth: { x: 21, y: 7.5, radius: 2.4 },
} as const;

/** The mark as items, its box at (x, y). */
export function markItems(x: number, y: number, size: number, colour: ThemeColour): readonly SceneItem[] {
  const scale = size / 24;
  const d = MARK.path.replace(/-?\d+(\.\d+)?/g, (number) => String(Math.round(Number(number) * scale * 100) / 100));
  return [
    shape(d, x, y, { stroke: colour, strokeWidth: MARK.strokeWidth * scale, cap: 'round' }),
    {
      kind: 'circle',
      cx: x + MARK.mouth.x * scale,
      cy: y + MARK.mouth.y * scale,
      radius: MARK.mouth.radius * scale,
      fill: colour,
    },
  ];
}
