// Writes shared/scene/icons.ts: the outlines of the Lucide icons that are drawn on a map. Panels take theirs from
// lucide-react directly. Run by hand after changing the list: node build/icons/makeIcons.ts
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const NAMES = [
  // kinds of cards and lanes
  'activity',
  'check',
  'circle-question-mark',
  'door-open',
  'flag',
  'footprints',
  'gauge',
  'image',
  'lightbulb',
  'message-circle',
  'quote',
  'signpost',
  'target',
  'text-align-start',
  'triangle-exclamation-point',
  'waypoints',
  'workflow',
  'x',
  'user',
  'users',
  'calendar',
  'link',
  'lock',
  'eye',
  'eye-off',
  'plus',
  'ban',
  'grip-vertical',
  'star',
  // channels and touchpoints
  'smartphone',
  'monitor',
  'mail',
  'bell',
  'message-square',
  'phone',
  'store',
  'package-open',
  'truck',
  'search',
  'megaphone',
  'credit-card',
  'headset',
  'shirt',
  'layout-grid',
  'ruler',
  'shopping-cart',
  'party-popper',
  'heart',
  'globe',
  'play',
  'video',
  'newspaper',
  'tv',
  'radio',
  'map-pin',
  'gift',
  'ticket',
  'percent',
  'tag',
  'camera',
  'thumbs-up',
  'share-2',
  'book-open',
  'calendar-check',
  'dumbbell',
  'flame',
  'house',
  'id-card',
  'key-round',
  'laptop',
  'monitor-smartphone',
  'package',
  'pen-line',
  'receipt',
  'rotate-ccw',
  'scale',
  'settings',
  'shopping-bag',
  'sliders-horizontal',
  'sparkles',
  'tablet',
  'trophy',
  'user-plus',
  'wallet',
  'bot',
  'qr-code',
  'handshake',
  'clock',
  'file-text',
  'bike',
  'car',
] as const;

type IconNode = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

const outlines: string[] = [];
for (const name of [...NAMES].sort()) {
  const module: { __iconData: { node: IconNode } } = await import(
    `../../node_modules/lucide-react/dist/esm/icons/${name}.mjs`
  );
  outlines.push(
    `  '${name}': '${module.__iconData.node.map(([tag, attributes]) => pathOf(tag, attributes)).join('')}',`,
  );
}

const text = `// Made by build/icons/makeIcons.ts from Lucide (ISC, assets/icons/LICENSE-lucide-ISC.txt). Not edited by hand.

/** Outlines of the icons a map can show, as path data in a box of 24 by 24, to be stroked. */
export const ICONS = {
${outlines.join('\n')}
} as const;

/** The name of an icon a map can show. */
export type IconName = keyof typeof ICONS;

/** Whether a stored name is one that can be drawn; a file may come from a Meander that knew more. */
export function isIconName(name: string): name is IconName {
  return Object.hasOwn(ICONS, name);
}
`;
await writeFile(fileURLToPath(new URL('../../shared/scene/icons.ts', import.meta.url)), text);

function pathOf(tag: string, attributes: Readonly<Record<string, string>>): string {
  const number = (name: string): number => Number(attributes[name] ?? 0);
  switch (tag) {
    case 'path':
      // A leading relative move would count from where the outline before it ended.
      return (attributes.d ?? '').replace(/^m/, 'M0 0m');
    case 'line':
      return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
    case 'polyline':
    case 'polygon':
      return `M${attributes.points ?? ''}${tag === 'polygon' ? 'Z' : ''}`;
    case 'circle':
    case 'ellipse': {
      const rx = number(tag === 'circle' ? 'r' : 'rx');
      const ry = number(tag === 'circle' ? 'r' : 'ry');
      const [cx, cy] = [number('cx'), number('cy')];
      return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
    }
    case 'rect':
      return roundedRect(number('x'), number('y'), number('width'), number('height'), number('rx') || number('ry'));
    default:
      throw new Error(`An icon uses <${tag}>, which this script does not know yet`);
  }
}

function roundedRect(x: number, y: number, width: number, height: number, r: number): string {
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}Z`;
}
