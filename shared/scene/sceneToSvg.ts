import { drawnDashes } from './drawnDashes.ts';
import { ICONS } from './icons.ts';
import type { GroupItem, IconItem, ImageItem, Paint, PathItem, Scene, SceneItem, TextItem } from './scene.ts';
import { isDrawnAt } from './scene.ts';
import { THEMES, type ThemeColour, type ThemeName } from './theme.ts';

/** The families text is set in: Inter, then the computer's own fonts for scripts Inter lacks. */
export const FONT_FAMILY = "Inter, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Color Emoji', system-ui, sans-serif";

/** How a scene is written as SVG. */
export interface SvgOptions {
  readonly theme: ThemeName;
  /** Where a picture is found by its hash: an address, or its bytes as a data URL. Null leaves it out. */
  readonly imageUrl: (hash: string) => string | null;
  /** The size of the outermost element, such as `{ width: '841mm', height: '594mm' }`; px of the scene when absent. */
  readonly size?: { readonly width: string; readonly height: string };
  /** Writes straight dashed lines as their dashes, for a page that is printed. */
  readonly drawsDashes?: boolean;
}

/** Writes a display list as one SVG document: shapes, icons and text as they stand on the sheet, nothing rasterised. */
export function sceneToSvg(scene: Scene, options: SvgOptions): string {
  const writer = createSvgWriter(options);
  const body = scene.bands
    .map((band) => {
      const items = band.parts.map((part) => writer.items(part.items())).join('');
      return band.y === 0 ? items : `<g transform="translate(0 ${number(band.y)})">${items}</g>`;
    })
    .join('');
  const attributes = writeAttributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width: options.size?.width ?? scene.width,
    height: options.size?.height ?? scene.height,
    viewBox: `0 0 ${number(scene.width)} ${number(scene.height)}`,
    'font-family': FONT_FAMILY,
    'text-rendering': 'geometricPrecision',
  });
  const ground = `<rect width="${number(scene.width)}" height="${number(scene.height)}" fill="${THEMES[options.theme][scene.background]}"/>`;
  return `<svg ${attributes}>${ground}${body}</svg>`;
}

interface SvgWriter {
  items(items: readonly SceneItem[]): string;
}

function createSvgWriter(options: SvgOptions): SvgWriter {
  const colours = THEMES[options.theme];
  let clips = 0;
  return { items };

  function items(list: readonly SceneItem[]): string {
    return list.map((item) => (isDrawnAt(item, null) ? write(item) : '')).join('');
  }

  function write(item: SceneItem): string {
    switch (item.kind) {
      case 'path':
        return path(item);
      case 'rect':
        return element('rect', {
          x: item.x,
          y: item.y,
          width: item.width,
          height: item.height,
          rx: item.radius === undefined ? undefined : Math.min(item.radius, item.width / 2, item.height / 2),
          ...paint(item),
        });
      case 'circle':
        return element('circle', { cx: item.cx, cy: item.cy, r: item.radius, ...paint(item) });
      case 'icon':
        return icon(item);
      case 'text':
        return text(item);
      case 'image':
        return image(item);
      case 'group':
        return group(item);
    }
  }

  function path(item: PathItem): string {
    const dashes = options.drawsDashes && item.dash ? drawnDashes(item.d, item.dash) : null;
    const drawn = { d: dashes ?? item.d, transform: shift(item.x, item.y), ...paint(item) };
    return element('path', dashes === null ? drawn : { ...drawn, 'stroke-dasharray': undefined });
  }

  function paint(item: Paint): Attributes {
    return {
      fill: item.fill === undefined ? 'none' : colours[item.fill],
      'fill-opacity': item.fillOpacity,
      ...(item.stroke === undefined ? {} : stroke(item, item.stroke)),
    };
  }

  function stroke(item: Paint, colour: ThemeColour): Attributes {
    return {
      stroke: colours[colour],
      'stroke-opacity': item.strokeOpacity === 1 ? undefined : item.strokeOpacity,
      'stroke-width': item.strokeWidth ?? 1,
      'stroke-dasharray': item.dash?.join(' '),
      'stroke-linecap': item.cap,
      'stroke-linejoin': item.join,
    };
  }

  function icon({ icon: name, x, y, size, stroke: colour, strokeWidth }: IconItem): string {
    const scale = size / 24;
    return element('path', {
      d: ICONS[name],
      transform: `translate(${number(x)} ${number(y)}) scale(${number(scale, 4)})`,
      fill: 'none',
      stroke: colours[colour],
      'stroke-width': strokeWidth / scale,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    });
  }

  function text(item: TextItem): string {
    const attributes = {
      x: item.x,
      y: item.y,
      'font-size': item.font.size,
      'font-weight': item.font.weight,
      'font-style': item.font.italic ? 'italic' : undefined,
      'text-anchor': item.anchor === 'start' ? undefined : item.anchor,
      direction: item.rightToLeft ? 'rtl' : undefined,
      'letter-spacing': item.tracking === undefined ? undefined : item.tracking * item.font.size,
      opacity: item.opacity,
    };
    const words = escapeXml(item.text);
    const fill = { ...attributes, fill: colours[item.fill], 'xml:space': 'preserve' };
    if (item.halo === undefined) return `<text ${writeAttributes(fill)}>${words}</text>`;
    const halo = {
      stroke: colours[item.halo.colour],
      'stroke-width': item.halo.width,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    };
    return `<text ${writeAttributes({ ...fill, ...halo })}>${words}</text>`;
  }

  function image(item: ImageItem): string {
    const href = options.imageUrl(item.hash);
    if (href === null) return '';
    const id = nextClip();
    const clip = element('rect', { x: item.x, y: item.y, width: item.width, height: item.height, rx: item.radius });
    const picture = element('image', {
      href,
      x: item.x,
      y: item.y,
      width: item.width,
      height: item.height,
      preserveAspectRatio: 'xMidYMid slice',
      'clip-path': `url(#${id})`,
    });
    return `<clipPath id="${id}">${clip}</clipPath>${picture}`;
  }

  function group(item: GroupItem): string {
    const inner = items(item.items);
    const opacity = item.opacity === undefined ? '' : ` opacity="${number(item.opacity)}"`;
    if (item.clip === undefined) return `<g${opacity}>${inner}</g>`;
    const id = nextClip();
    return `<clipPath id="${id}"><path d="${item.clip}"/></clipPath><g clip-path="url(#${id})"${opacity}>${inner}</g>`;
  }

  function nextClip(): string {
    clips += 1;
    return `clip${clips}`;
  }
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function element(name: string, attributes: Attributes): string {
  return `<${name} ${writeAttributes(attributes)}/>`;
}

/** In one pass: a large map is written with a hundred thousand attributes. */
function writeAttributes(attributes: Attributes): string {
  let written = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined) continue;
    if (written !== '') written += ' ';
    written += `${name}="${typeof value === 'number' ? number(value) : escapeXml(value)}"`;
  }
  return written;
}

function shift(x = 0, y = 0): string | undefined {
  return x === 0 && y === 0 ? undefined : `translate(${number(x)} ${number(y)})`;
}

function number(value: number, digits = 2): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(digits)));
}

const SPECIAL = /[&<>"]/;

function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
