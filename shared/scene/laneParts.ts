import { type Box, growBox, sameBox } from '../layout/box.ts';
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
  /** Those of them that lead from card to card. */
  readonly links: readonly ScenePart[];
  /** What parts of cards were made of, by the card's id. */
  readonly cards: ReadonlyMap<Id<'card'>, CardScene>;
}

interface CardScene {
  readonly box: CardBox;
  readonly part: ScenePart;
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
  const cards = new Map<Id<'card'>, CardScene>();
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
    return { columns, parts: [label, curves], links: [], cards };
  }
  const parts: ScenePart[] = [label];
  const { ghosts } = layout;
  if (ghosts !== undefined) {
    const box = { x: columns.left, y: 0, width: columns.right - columns.left, height: layout.height };
    const part = keep(`${layout.lane.id} ghosts`, box, () => ghostItems(ghosts));
    parts.push(sameOrNew(before, part));
  }
  const oldLinks = new Map(before?.links.map((link) => [link.key, link]));
  const links = linkParts(layout.lane.kind, content.cards).map((link) => sameOrNewLink(oldLinks.get(link.key), link));
  parts.push(...links);
  for (const box of content.cards) {
    const old = before?.cards.get(box.card.id);
    const same = old?.box === box ? old : { box, part: sameOrNewCard(old, box, context.findAsset) };
    cards.set(box.card.id, same);
    parts.push(same.part);
  }
  return { columns, parts, links, cards };
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
  if (old === undefined || !sameBox(old.box, part.box)) return part;
  return JSON.stringify(old.items()) === JSON.stringify(part.items()) ? old : part;
}

function sameOrNewCard(old: CardScene | undefined, box: CardBox, findAsset: FindAsset): ScenePart {
  if (old !== undefined && sameCardBox(old.box, box)) return old.part;
  const part = cardPart(box, findAsset);
  // Most letters that are typed change nothing but the text, which is in its box.
  return box.content.edited ? sameOr(old?.part, part) : part;
}

/** What a link shows follows from where it lies and from its content. */
function sameOrNewLink(old: ScenePart | undefined, link: ScenePart): ScenePart {
  return old !== undefined && old.content === link.content && sameBox(old.box, link.box) ? old : link;
}

/** Content is measured anew when anything it shows changes, also the name of a channel or source. */
function sameCardBox(a: CardBox, b: CardBox): boolean {
  return sameBox(a, b) && a.card === b.card && a.content === b.content;
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
  return { ...keep(card.card.id, box, () => cardItems(card, () => asset)), content: card.content };
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

/** What leads from each card to the next, a part for each: they all move when their lane's cards grow. */
function linkParts(kind: LaneKind, cards: readonly CardBox[]): readonly ScenePart[] {
  const upper = cards.filter((box) => box.row === 0);
  const link = kind === 'actions' ? actionArrow : kind === 'touchpoints' ? touchpointLink : null;
  if (link === null) return [];
  return upper.flatMap((card, at): readonly ScenePart[] => {
    const next = upper[at + 1];
    const found = next === undefined ? null : link(card, next);
    if (found === null) return [];
    const part = keep(`${card.card.id} link`, found.box, () => [found.item]);
    return [{ ...part, content: found.content }];
  });
}

interface Link {
  readonly box: Box;
  readonly item: SceneItem;
  /** As of a part. */
  readonly content: object;
}

const ARROW = {};

/** An arrow in the gap between neighbouring actions. */
function actionArrow(box: CardBox, next: CardBox): Link | null {
  if (next.firstColumn !== box.lastColumn + 1) return null;
  const [x, y] = [box.x + box.width + 3, box.y + box.height / 2];
  const paint = { stroke: 'ink', strokeWidth: 1.7, cap: 'round', join: 'round' } as const;
  const item = { ...shape('M0 0H9M5.5 -4L9.5 0L5.5 4', x, y, paint), level: WHEN_PINNED };
  return { box: growBox({ x, y: y - 4, width: 9.5, height: 8 }, 1), item, content: ARROW };
}

const ONLINE_LINK = {};
const OFFLINE_LINK = {};

/** The way from token to token: solid while it stays online, dotted where it leaves the screen. */
function touchpointLink(box: CardBox, next: CardBox): Link | null {
  if (box.content.kind !== 'touchpoint' || next.content.kind !== 'touchpoint') return null;
  const online = box.content.size.online && next.content.size.online;
  const y = box.y + TOKEN.y;
  const [left, right] = [box.x + TOKEN.x + 26, next.x + TOKEN.x - 26];
  const paint = online
    ? ({ stroke: 'k-touch', strokeWidth: 2.5, strokeOpacity: 0.55, cap: 'round' } as const)
    : ({ stroke: 'ink-3', strokeWidth: 2.5, strokeOpacity: 0.9, dash: [2, 7], cap: 'round' } as const);
  const line = growBox({ x: left, y, width: right - left, height: 0 }, paint.strokeWidth);
  return { box: line, item: rule(left, y, right, y, paint), content: online ? ONLINE_LINK : OFFLINE_LINK };
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
