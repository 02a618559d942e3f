import type { CardBox } from '../layout/cardLane.ts';
import { type CardSize, hasPin } from '../layout/cardSize.ts';
import { TOKEN, type TouchpointSize } from '../layout/touchpoint.ts';
import type { AssetRecord } from '../records/asset.ts';
import type { CardRecord } from '../records/card.ts';
import {
  atLevel,
  icon,
  iconNamed,
  PLAIN_BELOW,
  rule,
  shape,
  textLines,
  WHEN_DETAILED,
  WHEN_PINNED,
  ZOOM_LEVELS,
} from './draw.ts';
import { cardOutline } from './outlines.ts';
import { evidenceMark, KIND_COLOURS, KIND_TINTS, pinItems, severityBars } from './pins.ts';
import type { Paint, SceneItem } from './scene.ts';

/** Finds the picture a card shows. */
export type FindAsset = (id: AssetRecord['id']) => AssetRecord | undefined;

/** Where a card's pin stands: on the top edge, this far from its left. */
const PIN_X = 22;

/**
 * Everything of a card, in its lane's coordinates. A text that is being edited is left out: it would be painted with
 * each letter, and lies under its text box.
 */
export function cardItems(box: CardBox, findAsset: FindAsset): readonly SceneItem[] {
  const { content } = box;
  return content.kind === 'touchpoint'
    ? touchpointItems(box, content.size)
    : plainCardItems(box, content.size, findAsset);
}

function plainCardItems(box: CardBox, size: CardSize, findAsset: FindAsset): readonly SceneItem[] {
  const { card, x, y } = box;
  const items: SceneItem[] = [...groundItems(box)];
  if (size.picture !== null) items.push(...pictureItems(box, size.picture.height, findAsset));
  if (card.kind === 'companyAction') {
    items.push(rule(x + 6, y + 6, x + 6, y + box.height - 6, { stroke: 'k-company', strokeWidth: 2.5, cap: 'round' }));
  }
  if (card.kind === 'goal') items.push({ ...icon('flag', x + 14, y + 13, 16, 'k-goal'), level: WHEN_PINNED });
  if (size.figure !== null)
    items.push(...textLines(size.figure.block, x + size.figure.x, y + size.figure.y, { fill: 'k-metric' }));
  const textFill = card.kind === 'measure' || card.kind === 'picture' ? 'ink-2' : 'ink';
  if (!box.content.edited) items.push(...textLines(size.text, x + size.textX, y + size.textY, { fill: textFill }));
  items.push(...atLevel(WHEN_DETAILED, evidenceItems(box, size)));
  if (card.kind === 'pain')
    items.push(...atLevel(WHEN_PINNED, severityBars(card.severity, x + box.width - 44, y + 17)));
  if (hasPin(card.kind)) items.push(...pinLevels(box));
  if (card.locked)
    items.push({ ...icon('lock', x + box.width - 22, y + box.height - 22, 14, 'ink-3'), level: WHEN_DETAILED });
  return items;
}

/** The flat shadow and the outlined ground. A dashed edge says assumption and nothing else. */
function groundItems({ card, x, y, width, height }: CardBox): readonly SceneItem[] {
  const d = cardOutline(card.kind, width, height);
  const light = card.kind === 'goal' || card.kind === 'measure';
  const paint: Paint = {
    fill: KIND_TINTS[card.kind],
    stroke: card.kind === 'action' ? 'card-edge' : KIND_COLOURS[card.kind],
    strokeWidth: light ? 1.25 : 1.4,
    strokeOpacity: light ? 0.55 : card.kind === 'action' ? 1 : 0.8,
    join: 'round',
    ...(card.evidence === 'assumption' ? { dash: [5, 4] } : {}),
  };
  const ground: readonly SceneItem[] = [
    { ...shape(d, x, y, paint), level: { from: PLAIN_BELOW } },
    { kind: 'rect', x, y, width, height, fill: KIND_TINTS[card.kind], level: { below: PLAIN_BELOW } },
  ];
  if (light) return ground;
  return [{ ...shape(d, x, y + 2, { fill: 'ink', fillOpacity: 0.07 }), level: WHEN_PINNED }, ...ground];
}

function evidenceItems({ card, x, y, width }: CardBox, size: CardSize): readonly SceneItem[] {
  if (card.kind === 'action') return evidenceMark(card.evidence, x + width - 13, y + 16, 5, 'ink-3');
  if (size.evidence === null) return [];
  const { block, x: textX, y: baseline } = size.evidence;
  return [
    ...evidenceMark(card.evidence, x + size.textX + 5.5, y + baseline - 4.5, 5.5, 'ink-3'),
    ...textLines(block, x + textX, y + baseline, { fill: 'ink-3' }),
  ];
}

/** On the edge while words are shown; larger and inside the card below that, where only shapes are left. */
function pinLevels({ card, x, y, height }: CardBox): readonly SceneItem[] {
  const ring = KIND_TINTS[card.kind];
  const big = Math.min(26, height / 2 - 4);
  return [
    ...atLevel({ from: ZOOM_LEVELS.words }, pinItems(card.kind, x + PIN_X, y, ring, card.priority)),
    ...atLevel(
      { from: ZOOM_LEVELS.pins, below: ZOOM_LEVELS.words },
      pinItems(card.kind, x + 16 + big, y + height / 2, ring, card.priority, big),
    ),
  ];
}

function pictureItems({ card, x, y, width }: CardBox, height: number, findAsset: FindAsset): readonly SceneItem[] {
  const asset = card.asset === null ? undefined : findAsset(card.asset);
  if (asset === undefined) {
    return [{ ...icon('image', x + width / 2 - 14, y + height / 2 - 14, 28, 'ink-3', 1.75), level: WHEN_PINNED }];
  }
  return [
    {
      kind: 'image',
      x,
      y,
      width,
      height,
      hash: asset.hash,
      pixelWidth: asset.width,
      pixelHeight: asset.height,
      description: asset.description,
      radius: 10,
    },
  ];
}

function touchpointItems(box: CardBox, size: TouchpointSize): readonly SceneItem[] {
  const cx = box.x + TOKEN.x;
  const cy = box.y + TOKEN.y;
  const token: SceneItem = size.online
    ? { kind: 'circle', cx, cy, radius: TOKEN.radius, fill: 'k-touch', ...assumed(box.card, 'card') }
    : {
        kind: 'rect',
        x: cx - 19,
        y: cy - 19,
        width: 38,
        height: 38,
        radius: 9,
        fill: 'card',
        stroke: 'ink',
        strokeWidth: 2.2,
        ...assumed(box.card, 'ink'),
      };
  const name = iconNamed(size.icon, 'waypoints');
  return [
    token,
    { ...icon(name, cx - 10, cy - 10, 20, size.online ? 'on-solid' : 'ink', 1.9), level: WHEN_PINNED },
    ...(box.content.edited ? [] : textLines(size.name, box.x + 2, box.y + size.nameY, { fill: 'ink' })),
    ...textLines(size.channels, box.x + 2, box.y + size.channelsY, { fill: 'ink-3', level: WHEN_DETAILED }),
  ];
}

function assumed(card: CardRecord, stroke: 'card' | 'ink'): Paint {
  return card.evidence === 'assumption' ? { stroke, strokeWidth: 2, dash: [5, 4] } : {};
}
