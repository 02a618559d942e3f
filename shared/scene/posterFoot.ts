import { type TextMeasurer, uprightFont } from '../layout/font.ts';
import { wrapText } from '../layout/textLayout.ts';
import type { CardKind, CardRecord } from '../records/card.ts';
import type { MapRecord } from '../records/map.ts';
import type { PersonaRecord } from '../records/persona.ts';
import { getRecord, type Records } from '../records/records.ts';
import { indexRecords } from '../store/recordIndex.ts';
import { rule, shape, sign, textLines } from './draw.ts';
import { lineSample } from './headerItems.ts';
import { markItems } from './mark.ts';
import { cardOutline } from './outlines.ts';
import { evidenceMark, KIND_COLOURS, KIND_TINTS, pinItems, starItem } from './pins.ts';
import type { PosterWords } from './posterWords.ts';
import type { SceneItem } from './scene.ts';

/** One sign of the key and what it means. `width` is the sign's, in px. */
export interface KeyEntry {
  readonly text: string;
  readonly width: number;
  /** The sign, its middle line at y. */
  readonly sign: (x: number, y: number) => readonly SceneItem[];
}

/** The key in rows. */
export interface KeyLayout {
  readonly title: string;
  readonly places: readonly { readonly entry: KeyEntry; readonly x: number; readonly y: number }[];
  readonly height: number;
}

/** The kinds a reader may not know by their lane's name. */
const KEY_KINDS = ['action', 'thought', 'question', 'quote', 'pain', 'dropOff', 'opportunity', 'idea'] as const;
const ROW = 44;
const ENTRY_FONT = uprightFont(16, 500);

/** The entries a map needs: what does not occur on it is not explained. The first entry is the key's own title. */
export function keyEntries(
  records: Records,
  map: MapRecord,
  personas: readonly PersonaRecord[],
  words: PosterWords,
): readonly KeyEntry[] {
  const index = indexRecords(records);
  const lanes = index.children(map.id, 'lane').filter((lane) => !lane.hidden);
  const cards = lanes.flatMap((lane) => index.children(lane.id, 'card'));
  const truth = lanes.some((lane) => index.children(lane.id, 'emotion').some((point) => point.momentOfTruth));
  const { key } = words;
  const kinds = KEY_KINDS.filter((kind) => cards.some((card) => card.kind === kind)).flatMap(
    (kind): readonly KeyEntry[] => {
      const entry: KeyEntry = { text: key[kind], width: 46, sign: (x, y) => kindSign(kind, x, y) };
      const severe = kind === 'pain' && cards.some((card) => card.kind === 'pain' && card.severity > 0);
      return severe ? [entry, { text: key.severity, width: 24, sign: severitySign }] : [entry];
    },
  );
  return [
    ...kinds,
    ...touchpointEntries(records, cards, words),
    ...(cards.some((card) => card.evidence === 'researched')
      ? [
          {
            text: key.researched,
            width: 18,
            sign: (x: number, y: number) => evidenceMark('researched', x + 9, y, 9, 'ink-2'),
          },
        ]
      : []),
    ...(cards.some((card) => card.evidence === 'assumption')
      ? [{ text: key.assumption, width: 38, sign: assumptionSign }]
      : []),
    ...(truth ? [{ text: key.momentOfTruth, width: 28, sign: truthSign }] : []),
    ...(personas.length > 1
      ? personas.map(
          (persona): KeyEntry => ({ text: persona.name, width: 52, sign: (x, y) => lineSample(persona, x, y, 52) }),
        )
      : []),
  ];
}

function touchpointEntries(records: Records, cards: readonly CardRecord[], { key }: PosterWords): readonly KeyEntry[] {
  const touchpoints = cards.filter((card) => card.kind === 'touchpoint');
  const online = touchpoints.map((card) => {
    const first = card.channels[0];
    return first === undefined || (getRecord(records, first)?.online ?? true);
  });
  const entries: KeyEntry[] = [];
  if (online.includes(true)) {
    entries.push({
      text: key.online,
      width: 26,
      sign: (x, y) => [{ kind: 'circle', cx: x + 13, cy: y, radius: 13, fill: 'k-touch' }],
    });
  }
  if (online.includes(false)) {
    const square = {
      kind: 'rect',
      width: 24,
      height: 24,
      radius: 6,
      fill: 'card',
      stroke: 'ink',
      strokeWidth: 2,
    } as const;
    entries.push({ text: key.offline, width: 24, sign: (x, y) => [{ ...square, x, y: y - 12 }] });
  }
  return entries;
}

function kindSign(kind: CardKind, x: number, y: number): readonly SceneItem[] {
  const stroke = kind === 'action' ? 'line-3' : KIND_COLOURS[kind];
  const chip = shape(cardOutline(kind, 46, 26), x, y - 13, {
    fill: KIND_TINTS[kind],
    stroke,
    strokeWidth: 1.5,
    join: 'round',
  });
  return kind === 'action' ? [chip] : [chip, ...pinItems(kind, x + 18, y, 'paper', kind === 'opportunity' ? 1 : 0, 10)];
}

function severitySign(x: number, y: number): readonly SceneItem[] {
  return [0, 1, 2].map((at): SceneItem => {
    const height = 6 + at * 4.5;
    return { kind: 'rect', x: x + at * 9, y: y + 8 - height, width: 6, height, radius: 1.5, fill: 'k-pain' };
  });
}

function assumptionSign(x: number, y: number): readonly SceneItem[] {
  return [
    { kind: 'rect', x, y: y - 12, width: 38, height: 24, radius: 6, stroke: 'ink-2', strokeWidth: 1.6, dash: [5, 4] },
    ...evidenceMark('assumption', x + 19, y, 7, 'ink-2'),
  ];
}

function truthSign(x: number, y: number): readonly SceneItem[] {
  return [
    { kind: 'circle', cx: x + 14, cy: y, radius: 14, fill: 'truth-tint', stroke: 'truth', strokeWidth: 1.6 },
    starItem(x + 14, y, 10, 'truth'),
  ];
}

/** Puts the entries side by side, in as many rows as they need; px from the key's own top left corner. */
export function layKey(entries: readonly KeyEntry[], title: string, width: number, measurer: TextMeasurer): KeyLayout {
  const indent = title === '' ? 0 : measurer.width(title, uprightFont(17, 700)) + 26;
  const places: { entry: KeyEntry; x: number; y: number }[] = [];
  let x = indent;
  let y = 22;
  for (const entry of entries) {
    const wide = entry.width + 10 + measurer.width(entry.text, ENTRY_FONT);
    if (x + wide > width && x > indent) {
      x = indent;
      y += ROW;
    }
    places.push({ entry, x, y });
    x += wide + 34;
  }
  return { title, places, height: entries.length === 0 ? 0 : y + 30 };
}

/** The key's signs and words, its corner at (left, top). */
export function keyItems(key: KeyLayout, left: number, top: number): readonly SceneItem[] {
  if (key.places.length === 0) return [];
  return [
    sign(key.title, left, top + 27.5, uprightFont(17, 700), { fill: 'ink' }),
    ...key.places.flatMap(({ entry, x, y }) => [
      ...entry.sign(left + x, top + y),
      sign(entry.text, left + x + entry.width + 10, top + y + 5.5, ENTRY_FONT, { fill: 'ink-2' }),
    ]),
  ];
}

/** What the footer says. Empty texts are left out. */
export interface PosterFooter {
  readonly width: number;
  readonly margin: number;
  readonly version: string;
  readonly madeBy: string;
  readonly fileName: string;
  readonly paper: string;
  readonly smallest: string;
}

const FOOT_SIZE = 17;
const FOOT_LINE = 23;

/** The footer under its line; who made it wraps between what stands left and right, so its height may grow. */
export function footerItems(
  footer: PosterFooter,
  top: number,
  measurer: TextMeasurer,
): { readonly items: readonly SceneItem[]; readonly height: number } {
  const { width, margin } = footer;
  const baseline = top + 44;
  const strong = uprightFont(FOOT_SIZE, 600);
  const plain = uprightFont(FOOT_SIZE);
  const items: SceneItem[] = [
    rule(margin, top, width - margin, top, { stroke: 'ink', strokeWidth: 1, strokeOpacity: 0.5 }),
    ...markItems(margin, baseline - 23, 30, 'river'),
    sign('Meander', margin + 44, baseline, uprightFont(19, 700), { fill: 'ink' }),
  ];
  let left = margin + 150;
  if (footer.version !== '') {
    items.push(sign(footer.version, left, baseline, strong, { fill: 'ink' }));
    left += measurer.width(footer.version, strong) + 26;
  }
  let right = width - margin;
  for (const [text, font, fill] of [
    [footer.smallest, plain, 'ink-2'],
    [footer.paper, plain, 'ink-2'],
    [footer.fileName, strong, 'ink'],
  ] as const) {
    if (text === '') continue;
    items.push(sign(text, right, baseline, font, { fill, anchor: 'end' }));
    right -= measurer.width(text, font) + 36;
  }
  const madeBy = wrapText(footer.madeBy, {
    width: Math.max(right - left, 240),
    font: plain,
    lineHeight: FOOT_LINE,
    measurer,
  });
  items.push(...textLines(madeBy, left, baseline, { fill: 'ink-2' }));
  return { items, height: 44 + Math.max(0, madeBy.lines.length - 1) * FOOT_LINE + 14 };
}
