import type { CardKind, Evidence } from '../records/card.ts';
import { icon, numberSign, round, rule, shape } from './draw.ts';
import type { IconName } from './icons.ts';
import type { SceneItem } from './scene.ts';
import type { ThemeColour } from './theme.ts';

/** A kind's solid colour: pin and edge. */
export const KIND_COLOURS: Readonly<Record<CardKind, ThemeColour>> = {
  action: 'k-action',
  goal: 'k-goal',
  thought: 'k-thought',
  question: 'k-thought',
  quote: 'k-thought',
  touchpoint: 'k-touch',
  pain: 'k-pain',
  dropOff: 'k-pain',
  opportunity: 'k-opp',
  idea: 'k-idea',
  companyAction: 'k-company',
  measure: 'k-metric',
  picture: 'line-2',
};

/** A kind's ground. */
export const KIND_TINTS: Readonly<Record<CardKind, ThemeColour>> = {
  action: 'card',
  goal: 'card',
  thought: 'k-thought-tint',
  question: 'k-thought-tint',
  quote: 'k-thought-tint',
  touchpoint: 'k-touch-tint',
  pain: 'k-pain-tint',
  dropOff: 'k-pain-tint',
  opportunity: 'k-opp-tint',
  idea: 'k-idea-tint',
  companyAction: 'k-company-tint',
  measure: 'card',
  picture: 'card',
};

/** A kind's icon in its pin. */
const KIND_ICONS: Readonly<Record<CardKind, IconName>> = {
  action: 'footprints',
  goal: 'flag',
  thought: 'message-circle',
  question: 'circle-question-mark',
  quote: 'quote',
  touchpoint: 'waypoints',
  pain: 'triangle-exclamation-point',
  dropOff: 'door-open',
  opportunity: 'signpost',
  idea: 'lightbulb',
  companyAction: 'workflow',
  measure: 'gauge',
  picture: 'image',
};

/** The radius of a pin on a card. */
const PIN_RADIUS = 12.5;

/** A pin round (x, y); `priority` is written on an opportunity's (0 shows its icon), `ring` is the ground it stands on. */
export function pinItems(
  kind: CardKind,
  x: number,
  y: number,
  ring: ThemeColour,
  priority = 0,
  radius = PIN_RADIUS,
): readonly SceneItem[] {
  // The edge of a picture is too faint to carry a sign.
  const fill = kind === 'picture' ? 'ink-3' : KIND_COLOURS[kind];
  const edge = { fill, stroke: ring, strokeWidth: 2, join: 'round' } as const;
  if (kind === 'pain') return painPin(x, y, radius, edge);
  if (kind === 'opportunity') return signpostPin(x, y, radius, edge, priority);
  const square = kind === 'companyAction' || kind === 'measure';
  const base: SceneItem = square
    ? { kind: 'rect', x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, radius: 4, ...edge }
    : { kind: 'circle', cx: x, cy: y, radius, ...edge };
  if (kind === 'question') return [base, numberSign('?', x, y + radius * 0.4, radius * 1.2, 'on-solid')];
  return [base, icon(KIND_ICONS[kind], x - radius * 0.56, y - radius * 0.56, radius * 1.12, 'on-solid', 1.8)];
}

type Edge = {
  readonly fill: ThemeColour;
  readonly stroke: ThemeColour;
  readonly strokeWidth: number;
  readonly join: 'round';
};

function painPin(x: number, y: number, r: number, edge: Edge): readonly SceneItem[] {
  const q = round(r * 1.22);
  return [
    shape(`M0 ${-q}L${q} 0L0 ${q}L${-q} 0Z`, x, y, edge),
    rule(x, y - r * 0.52, x, y + r * 0.1, { stroke: 'on-solid', strokeWidth: r * 0.2, cap: 'round' }),
    { kind: 'circle', cx: x, cy: y + r * 0.5, radius: r * 0.125, fill: 'on-solid' },
  ];
}

function signpostPin(x: number, y: number, r: number, edge: Edge, priority: number): readonly SceneItem[] {
  const h = round(r * 0.98);
  const d = `M${-r} ${-h}L${round(r * 0.55)} ${-h}L${round(r * 1.35)} 0L${round(r * 0.55)} ${h}L${-r} ${h}Z`;
  const mark =
    priority > 0
      ? numberSign(String(priority), x - r * 0.08, y + r * 0.37, r * 1.06, 'on-solid')
      : icon('signpost', x - r * 0.62, y - r * 0.56, r * 1.12, 'on-solid', 1.8);
  return [shape(d, x, y, edge), mark];
}

/** The mark before evidence: a filled disc with a tick for researched, a dashed ring for an assumption. */
export function evidenceMark(
  evidence: Evidence,
  x: number,
  y: number,
  radius: number,
  colour: ThemeColour,
): readonly SceneItem[] {
  if (evidence === 'none') return [];
  if (evidence === 'assumption') {
    return [{ kind: 'circle', cx: x, cy: y, radius: radius - 0.5, stroke: colour, strokeWidth: 1.5, dash: [2.2, 2.2] }];
  }
  const r = radius;
  const tick = `M${round(-r * 0.45)} ${round(r * 0.05)}L${round(-r * 0.1)} ${round(r * 0.4)}L${round(r * 0.5)} ${round(-r * 0.38)}`;
  return [
    { kind: 'circle', cx: x, cy: y, radius, fill: colour },
    shape(tick, x, y, { stroke: 'card', strokeWidth: r * 0.27, cap: 'round', join: 'round' }),
  ];
}

/** Three rising bars, as many filled as a pain is severe (1 to 3); they stand on (x, y). */
export function severityBars(severity: number, x: number, y: number, scale = 1): readonly SceneItem[] {
  if (severity === 0) return [];
  return [0, 1, 2].map((at): SceneItem => {
    const height = (5 + at * 3) * scale;
    const bar = {
      kind: 'rect',
      x: x + at * 7 * scale,
      y: y - height,
      width: 4.5 * scale,
      height,
      radius: 1.2,
    } as const;
    return at < severity
      ? { ...bar, fill: 'k-pain' }
      : { ...bar, stroke: 'k-pain', strokeWidth: 1, strokeOpacity: 0.6 };
  });
}

/** The four-pointed compass star of a moment of truth. */
export function starItem(x: number, y: number, radius: number, fill: ThemeColour): SceneItem {
  const r = round(radius);
  const k = round(radius * 0.2);
  return shape(`M0 ${-r}Q${k} ${-k} ${r} 0Q${k} ${k} 0 ${r}Q${-k} ${k} ${-r} 0Q${-k} ${-k} 0 ${-r}Z`, x, y, {
    fill,
    join: 'round',
  });
}
