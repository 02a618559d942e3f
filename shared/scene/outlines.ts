import type { CardKind } from '../records/card.ts';
import { round } from './draw.ts';

/** A rectangle with its own radius at every corner: top left, top right, bottom right, bottom left. */
export function roundedRect(width: number, height: number, radii: readonly [number, number, number, number]): string {
  const [a, b, c, d] = radii;
  const [w, h] = [round(width), round(height)];
  return [
    `M${a} 0H${w - b}`,
    b > 0 ? `Q${w} 0 ${w} ${b}` : '',
    `V${h - c}`,
    c > 0 ? `Q${w} ${h} ${w - c} ${h}` : '',
    `H${d}`,
    d > 0 ? `Q0 ${h} 0 ${h - d}` : '',
    `V${a}`,
    a > 0 ? `Q0 0 ${a} 0` : '',
    'Z',
  ].join('');
}

/** The outline of a card of a kind, from (0, 0) (UI.md section 4). Shape says the kind before colour does. */
export function cardOutline(kind: CardKind, width: number, height: number): string {
  const [w, h] = [round(width), round(height)];
  switch (kind) {
    case 'pain':
      return `M8 0H${w - 16}L${w} 16V${h - 8}Q${w} ${h} ${w - 8} ${h}H8Q0 ${h} 0 ${h - 8}V8Q0 0 8 0Z`;
    case 'opportunity':
      return `M8 0H${w - 13}L${w} ${round(h / 2)}L${w - 13} ${h}H8Q0 ${h} 0 ${h - 8}V8Q0 0 8 0Z`;
    case 'thought':
    case 'question':
    case 'quote':
      return `M14 0H${w - 14}Q${w} 0 ${w} 14V${h - 14}Q${w} ${h} ${w - 14} ${h}H38L22 ${h + 11}L23 ${h}H14Q0 ${h} 0 ${h - 14}V14Q0 0 14 0Z`;
    case 'dropOff':
      return brokenEdge(w, h);
    case 'goal':
      return roundedRect(w, h, [21, 21, 21, 21]);
    case 'companyAction':
      return roundedRect(w, h, [3, 3, 3, 3]);
    case 'measure':
      return roundedRect(w, h, [4, 4, 4, 4]);
    default:
      return roundedRect(w, h, [10, 10, 10, 10]);
  }
}

/** The right edge of a drop-off: teeth, as of something torn off. */
function brokenEdge(w: number, h: number): string {
  const teeth = Math.max(3, Math.round(h / 14));
  const step = h / teeth;
  let edge = '';
  for (let at = 0; at < teeth; at += 1) {
    edge += `L${w - 7} ${round((at + 0.5) * step)}L${w} ${round((at + 1) * step)}`;
  }
  return `M10 0H${w}${edge}H10Q0 ${h} 0 ${h - 10}V10Q0 0 10 0Z`;
}
