import { FONT_FAMILY } from '../../shared/scene/sceneToSvg.ts';
import type { ThemeColour } from '../../shared/scene/theme.ts';
import type { LiveShape } from './liveShape.ts';

type Colours = Readonly<Record<ThemeColour, string>>;

/**
 * Paints what is alive above the map. The context leads from px of the sheet to its pixels; rings and words keep
 * their weight on the screen when the map is small. `flash` is how much is left of what flashes, 1 to 0.
 */
export function paintLiveShapes(
  context: CanvasRenderingContext2D,
  shapes: readonly LiveShape[],
  colours: Colours,
  zoom: number,
  flash: number,
): void {
  const weight = Math.max(1, 0.75 / zoom);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const shape of shapes) {
    if (shape.kind === 'outline') paintOutline(context, shape, colours, weight, flash);
    else if (shape.kind === 'bar') paintBar(context, shape, colours);
    else paintWords(context, shape, colours, weight);
  }
}

function paintOutline(
  context: CanvasRenderingContext2D,
  { d, x, y, stroke, width, dash = [], fill, opacity = 1, flash }: Extract<LiveShape, { kind: 'outline' }>,
  colours: Colours,
  weight: number,
  left: number,
): void {
  const path = new Path2D(d);
  context.translate(x, y);
  if (fill !== undefined) {
    context.globalAlpha = opacity;
    context.fillStyle = colours[fill];
    context.fill(path);
    context.globalAlpha = 1;
  }
  if (width > 0) {
    context.strokeStyle = colours[stroke];
    context.lineWidth = width * weight;
    context.setLineDash(dash.map((length) => length * weight));
    if (flash) context.globalAlpha = 0.6 * left;
    context.stroke(path);
    context.globalAlpha = 1;
  }
  context.translate(-x, -y);
}

function paintBar(
  context: CanvasRenderingContext2D,
  { box, fill, radius, stroke, strokeWidth = 2 }: Extract<LiveShape, { kind: 'bar' }>,
  colours: Colours,
): void {
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, radius);
  context.fillStyle = colours[fill];
  context.fill();
  if (stroke === undefined) return;
  context.strokeStyle = colours[stroke];
  context.lineWidth = strokeWidth;
  context.setLineDash([]);
  context.stroke();
}

function paintWords(
  context: CanvasRenderingContext2D,
  { x, y, text, colour, size: at = 14, halo }: Extract<LiveShape, { kind: 'words' }>,
  colours: Colours,
  weight: number,
): void {
  const size = at * weight;
  context.font = `500 ${size}px ${FONT_FAMILY}`;
  context.textBaseline = 'middle';
  if (halo !== undefined) {
    context.strokeStyle = colours[halo];
    context.lineWidth = 4 * weight;
    context.setLineDash([]);
    context.strokeText(text, x, y + size / 2);
  }
  context.fillStyle = colours[colour];
  context.fillText(text, x, y + size / 2);
}
