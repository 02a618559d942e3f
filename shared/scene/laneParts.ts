import type { CardBox } from '../layout/cardLane.ts';
import { hasPin, hasTail } from '../layout/cardSize.ts';
import type { Columns } from '../layout/columns.ts';
import { type TextMeasurer, uprightFont } from '../layout/font.ts';
import { LABEL_INDENT } from '../layout/laneLabel.ts';
import type { LaneLayout } from '../layout/laneLayout.ts';
import type { MapMetrics } from '../layout/metrics.ts';
import { TOKEN } from '../layout/touchpoint.ts';
import type { CardKind } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import type { LaneKind } from '../records/lane.ts';
import { cardItems, type FindAsset } from './cardItems.ts';
import { icon, round, rule, shape, sign, textLines, WHEN_DETAILED, WHEN_PINNED } from './draw.ts';
import { emotionItems, scaleItems, scaleLabelItems } from './emotionItems.ts';
import { ghostItems, openFeelingItems } from './guideItems.ts';
import type { IconName } from './icons.ts';
import type { SceneItem, ScenePart } from './scene.ts';
import type { SceneWords } from './sceneWords.ts';
import type { ThemeColour } from './theme.ts';

/** A lane's icon and its colour. */
export const LANE_LOOKS: Readonly<Record<LaneKind, { readonly icon: IconName; readonly colour: ThemeColour }>> = {
  goals: { icon: 'flag', colour: 'k-goal' },
  actions: { icon: 'footprints', colour: 'k-action' },
  touchpoints: { icon: 'waypoints', colour: 'k-touch' },
  thoughts: { icon: 'message-circle', colour: 'k-thought' },
  emotions: { icon: 'activity', colour: 'river' },
  pains: { icon: 'triangle-exclamation-point', colour: 'k-pain' },
  opportunities: { icon: 'signpost', colour: 'k-opp' },
  backstage: { icon: 'workflow', colour: 'k-company' },
  measures: { icon: 'gauge', colour: 'k-metric' },
  pictures: { icon: 'image', colour: 'ink-2' },
  text: { icon: 'text-align-start', colour: 'ink-2' },
};

/** What lane parts are made with. */
export interface LaneSceneContext {
  readonly metrics: MapMetrics;
  readonly words: SceneWords;
  readonly measurer: TextMeasurer;
  readonly findAsset: FindAsset;
}

/** px right of the last step for the words at a flat river. */
const GUIDE_REACH = 260;

/** How far pins, tails, shadows and strokes reach out of a card's box; what lies in it is painted with its neighbours. */
const OVERHANG = { side: 4, top: 4, pin: 18, bottom: 5, tail: 14 } as const;

/** A lane made into parts, with what the next making of it can take over. */
export interface LaneScene {
  readonly columns: Columns;
  readonly parts: readonly ScenePart[];
  /** What parts of cards were made of, by the card's id. */
  readonly cards: ReadonlyMap<Id<'card'>, { readonly box: CardBox; readonly part: ScenePart }>;
}

/**
 * A lane's parts in its own coordinates: label, what lies under the cards, every card or the curves. Whatever looks as
 * it did `before` stays the same object, so that an edit repaints a card and not its lane.
 */
export function laneScene(
  layout: LaneLayout,
  columns: Columns,
  context: LaneSceneContext,
  before?: LaneScene,
): LaneScene {
  const { content } = layout;
  const label = sameOrNew(before, labelPart(layout, columns, context));
  const cards = new Map<Id<'card'>, { box: CardBox; part: ScenePart }>();
  if (content.kind === 'emotions') {
    const { emotions } = content;
    const { words, measurer } = context;
    // Words of the guide may reach beyond the last step of a short map.
    const width = columns.right - columns.left + (emotions.open === undefined ? 0 : GUIDE_REACH);
    const box = { x: columns.left, y: 0, width, height: layout.height };
    const curves = keep(`${layout.lane.id} curves`, box, () => [
      ...scaleItems(emotions),
      ...emotionItems(emotions, words, measurer),
      ...(emotions.open === undefined ? [] : openFeelingItems(emotions, emotions.open, words, measurer)),
    ]);
    return { columns, parts: [label, curves], cards };
  }
  const parts: ScenePart[] = [label];
  const { ghosts } = layout;
  if (ghosts !== undefined) {
    const box = { x: columns.left, y: 0, width: columns.right - columns.left, height: layout.height };
    const part = keep(`${layout.lane.id} ghosts`, box, () => ghostItems(ghosts));
    parts.push(sameOrNew(before, part));
  }
  const links = linkItems(layout.lane.kind, content.cards);
  if (links.length > 0) {
    const box = { x: columns.left, y: 0, width: columns.right - columns.left, height: layout.height };
    const part = keep(`${layout.lane.id} links`, box, () => links);
    parts.push(sameOrNew(before, part));
  }
  for (const box of content.cards) {
    const old = before?.cards.get(box.card.id);
    const part = old !== undefined && sameCardBox(old.box, box) ? old.part : cardPart(box, context.findAsset);
    cards.set(box.card.id, { box, part });
    parts.push(part);
  }
  return { columns, parts, cards };
}

function sameOrNew(before: LaneScene | undefined, part: ScenePart): ScenePart {
  return sameOr(
    before?.parts.find(({ key }) => key === part.key),
    part,
  );
}

/** A part whose items are made when first painted. */
export function keep(key: string, box: ScenePart['box'], make: () => readonly SceneItem[]): ScenePart {
  let made: readonly SceneItem[] | undefined;
  // Let go once it has done its work: it may hold on to a whole document.
  let maker: typeof make | undefined = make;
  return {
    key,
    box,
    items: () => {
      made ??= maker?.() ?? [];
      maker = undefined;
      return made;
    },
  };
}

/** The part of the same key as it was before, or the new one where it looks different. Makes items: for parts with few. */
export function sameOr(old: ScenePart | undefined, part: ScenePart): ScenePart {
  if (old === undefined || JSON.stringify(old.box) !== JSON.stringify(part.box)) return part;
  return JSON.stringify(old.items()) === JSON.stringify(part.items()) ? old : part;
}

/** Content is measured anew when anything it shows changes, also the name of a channel or source. */
function sameCardBox(a: CardBox, b: CardBox): boolean {
  const samePlace = a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
  return samePlace && a.card === b.card && a.content === b.content;
}

/** How far what is drawn of a card reaches out of its box, px at 100 %: edge, pin, tail and shadow. */
export function overhangOf(kind: CardKind): { readonly side: number; readonly above: number; readonly below: number } {
  return {
    side: OVERHANG.side,
    above: hasPin(kind) ? OVERHANG.pin : OVERHANG.top,
    below: hasTail(kind) ? OVERHANG.tail : OVERHANG.bottom,
  };
}

function cardPart(card: CardBox, findAsset: FindAsset): ScenePart {
  const { side, above, below } = overhangOf(card.card.kind);
  const box = {
    x: card.x - side,
    y: card.y - above,
    width: card.width + 2 * side,
    height: card.height + above + below,
  };
  // Found now: the part may outlive this state of the document.
  const asset = card.card.asset === null ? undefined : findAsset(card.card.asset);
  return keep(card.card.id, box, () => cardItems(card, () => asset));
}

function labelPart(layout: LaneLayout, columns: Columns, context: LaneSceneContext): ScenePart {
  const { lane, label, content } = layout;
  const { metrics, words } = context;
  const look = LANE_LOOKS[lane.kind];
  // A lane that grows leaves its words where they are; a scale grows with it.
  const height = content.kind === 'emotions' ? layout.height : label.height;
  const box = { x: 0, y: 0, width: columns.left, height };
  return keep(`${lane.id} label`, box, () => [
    icon(look.icon, metrics.margin, 17, 18, look.colour, 2),
    ...textLines(label.name, metrics.margin + LABEL_INDENT, label.nameY, { fill: 'ink' }),
    ...textLines(label.hint, metrics.margin + LABEL_INDENT, label.hintY, { fill: 'ink-3', level: WHEN_DETAILED }),
    ...(content.kind === 'emotions' ? scaleLabelItems(content.emotions, words) : []),
  ]);
}

function linkItems(kind: LaneKind, cards: readonly CardBox[]): readonly SceneItem[] {
  const upper = cards.filter((box) => box.row === 0);
  if (kind === 'actions') return actionArrows(upper);
  return kind === 'touchpoints' ? touchpointLinks(upper) : [];
}

/** Arrows in the gap between neighbouring actions. */
function actionArrows(cards: readonly CardBox[]): readonly SceneItem[] {
  return cards.flatMap((box, at): readonly SceneItem[] => {
    if (cards[at + 1]?.firstColumn !== box.lastColumn + 1) return [];
    const arrow = shape('M0 0H9M5.5 -4L9.5 0L5.5 4', box.x + box.width + 3, box.y + box.height / 2, {
      stroke: 'ink',
      strokeWidth: 1.7,
      cap: 'round',
      join: 'round',
    });
    return [{ ...arrow, level: WHEN_PINNED }];
  });
}

/** The way from token to token: solid while it stays online, dotted where it leaves the screen. */
function touchpointLinks(cards: readonly CardBox[]): readonly SceneItem[] {
  return cards.flatMap((box, at): readonly SceneItem[] => {
    const next = cards[at + 1];
    if (next === undefined || box.content.kind !== 'touchpoint' || next.content.kind !== 'touchpoint') return [];
    const online = box.content.size.online && next.content.size.online;
    const y = box.y + TOKEN.y;
    const paint = online
      ? ({ stroke: 'k-touch', strokeWidth: 2.5, strokeOpacity: 0.55, cap: 'round' } as const)
      : ({ stroke: 'ink-3', strokeWidth: 2.5, strokeOpacity: 0.9, dash: [2, 7], cap: 'round' } as const);
    return [rule(box.x + TOKEN.x + 26, y, next.x + TOKEN.x - 26, y, paint)];
  });
}

/** The line of a service blueprint under a lane, with its name at the right. */
export function borderItems(name: string, y: number, left: number, right: number): readonly SceneItem[] {
  return [
    rule(left, round(y), right, round(y), { stroke: 'ink-2', strokeWidth: 1.6 }),
    sign(name, right - 8, y - 6, uprightFont(12.5, 600), {
      fill: 'ink-2',
      anchor: 'end',
      halo: { colour: 'paper', width: 4 },
    }),
  ];
}
