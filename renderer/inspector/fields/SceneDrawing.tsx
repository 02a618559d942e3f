import { ICONS, isIconName } from '../../../shared/scene/icons.ts';
import type { Paint, SceneItem } from '../../../shared/scene/scene.ts';
import type { ThemeColour } from '../../../shared/scene/theme.ts';

interface SceneDrawingProps {
  readonly items: readonly SceneItem[];
  /** In the items' own px; the drawing is `width` CSS px wide. */
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  readonly width: number;
}

/** Signs of the map as they stand in the panels: pins, marks, bars. They follow the theme by themselves. */
export function SceneDrawing({ items, viewBox, width }: SceneDrawingProps) {
  const [, , w, h] = viewBox;
  return (
    <svg
      viewBox={viewBox.join(' ')}
      width={width}
      height={(width * h) / w}
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sign's parts have no names and never change places
        <Item key={at} item={item} />
      ))}
    </svg>
  );
}

function Item({ item }: { readonly item: SceneItem }) {
  switch (item.kind) {
    case 'path':
      return <path d={item.d} transform={`translate(${item.x ?? 0} ${item.y ?? 0})`} {...paint(item)} />;
    case 'rect':
      return (
        <rect x={item.x} y={item.y} width={item.width} height={item.height} rx={item.radius ?? 0} {...paint(item)} />
      );
    case 'circle':
      return <circle cx={item.cx} cy={item.cy} r={item.radius} {...paint(item)} />;
    case 'icon': {
      const scale = item.size / 24;
      return (
        <path
          d={ICONS[item.icon]}
          transform={`translate(${item.x} ${item.y}) scale(${scale})`}
          stroke={colourOf(item.stroke)}
          strokeWidth={item.strokeWidth / scale}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      );
    }
    case 'text':
      return (
        <text
          x={item.x}
          y={item.y}
          textAnchor={item.anchor ?? 'start'}
          fill={colourOf(item.fill)}
          fontSize={item.font.size}
          fontWeight={item.font.weight}
        >
          {item.text}
        </text>
      );
    default:
      return null;
  }
}

function paint({ fill, stroke, strokeWidth, strokeOpacity, fillOpacity, dash, cap, join }: Paint) {
  return {
    fill: fill === undefined ? 'none' : colourOf(fill),
    ...(fillOpacity !== undefined && { fillOpacity }),
    ...(stroke !== undefined && { stroke: colourOf(stroke), strokeWidth: strokeWidth ?? 1 }),
    ...(strokeOpacity !== undefined && { strokeOpacity }),
    ...(dash !== undefined && { strokeDasharray: dash.join(' ') }),
    ...(cap !== undefined && { strokeLinecap: cap }),
    ...(join !== undefined && { strokeLinejoin: join }),
  };
}

function colourOf(colour: ThemeColour): string {
  return `var(--${colour})`;
}

/** An icon of the map by its stored name; nothing when this Meander does not know it. */
export function MapIcon({ name, size = 16 }: { readonly name: string; readonly size?: number }) {
  if (!isIconName(name)) return null;
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
