import { z } from 'zod';
import { CARD_KINDS, type CardRecord } from '../records/card.ts';
import { BEST_FEELING, WORST_FEELING } from '../records/emotion.ts';
import type { Id } from '../records/ids.ts';
import type { LaneRecord } from '../records/lane.ts';
import type { MapRecord } from '../records/map.ts';
import { PERSONA_COLOURS, type PersonaColour } from '../records/persona.ts';
import { getRecord, type Records } from '../records/records.ts';
import { STAGE_COLOURS } from '../records/stage.ts';
import { indexRecords, type RecordIndex } from '../store/recordIndex.ts';
import { type Columns, layColumns } from './columns.ts';
import { curvePath, runToBorders } from './curve.ts';

/** The size of every thumbnail, of the heads of its territories and of a block, in its own px: drawn at any size. */
export const THUMBNAIL = { width: 200, height: 132, head: 12, block: 9 } as const;

/** An emotion lane is this many times as high as another, as it is on the sheet. */
const RIVER_SHARE = 3;
/** More blocks than this are specks; of more only some are drawn. */
const MOST_BLOCKS = 300;
const MOST_RIVERS = 5;

const across = z
  .number()
  .min(-20)
  .max(THUMBNAIL.width + 20);
const down = z
  .number()
  .min(-20)
  .max(THUMBNAIL.height + 20);
/** What curvePath writes, and nothing else. */
const pathData = z
  .string()
  .max(40_000)
  .regex(/^[MLCZ\d,.-]*$/);

/** The form of a thumbnail where it was kept in a file. */
export const thumbnailSchema = z.strictObject({
  title: z.string().max(200),
  stages: z.array(z.strictObject({ colour: z.enum(STAGE_COLOURS), x: across, width: across })).max(200),
  lanes: z.array(down).max(60),
  blocks: z.array(z.strictObject({ kind: z.enum(CARD_KINDS), x: across, y: down, width: across })).max(MOST_BLOCKS),
  river: z
    .strictObject({
      top: down,
      height: down,
      lines: z.array(z.strictObject({ colour: z.enum(PERSONA_COLOURS), path: pathData })).max(MOST_RIVERS),
      stars: z.array(z.strictObject({ x: across, y: down })).max(40),
    })
    .nullable(),
});

/**
 * A map as it looks from far away (design/UI.md section 7): territories, the shapes of cards, the river and its stars.
 * Nothing in it is coloured yet or set in type, so it is drawn in any theme and needs no fonts.
 */
export type Thumbnail = z.infer<typeof thumbnailSchema>;

/** Draws the first map of a project from far away; null for a project without a map. */
export function layThumbnail(records: Records): Thumbnail | null {
  const index = indexRecords(records);
  const map = index.roots('map')[0];
  return map === undefined ? null : layMap(map, records, index);
}

function layMap(map: MapRecord, records: Records, index: RecordIndex): Thumbnail {
  const columns = layColumns(map, index, 0);
  const scale = THUMBNAIL.width / Math.max(1, columns.right);
  const lanes = layLanes(index.children(map.id, 'lane').filter(({ hidden }) => !hidden));
  const cards = lanes.flatMap(({ lane, top, height }) =>
    topCards(index.children(lane.id, 'card')).map((card) => ({ card, y: top + (height - THUMBNAIL.block) / 2 })),
  );
  const every = Math.ceil(cards.length / MOST_BLOCKS);
  const emotions = lanes.find(({ lane }) => lane.kind === 'emotions');
  return {
    title: map.title.slice(0, 200),
    stages: columns.stages
      .slice(0, 200)
      .map(({ stage, x, width }) => ({ colour: stage.colour, x: round(x * scale), width: round(width * scale) })),
    lanes: lanes.slice(0, 60).map(({ top, height }) => round(top + height / 2)),
    blocks: cards
      .filter((_, at) => at % every === 0)
      .flatMap(({ card, y }) => {
        const span = spanOf(card, columns);
        return span === null
          ? []
          : [{ kind: card.kind, x: round(span.x * scale), y: round(y), width: round(span.width * scale) }];
      }),
    river: emotions === undefined ? null : layRiver(map, emotions, records, index, columns, scale),
  };
}

interface PlacedLane {
  readonly lane: LaneRecord;
  readonly top: number;
  readonly height: number;
}

function layLanes(lanes: readonly LaneRecord[]): readonly PlacedLane[] {
  const shareOf = ({ kind }: LaneRecord): number => (kind === 'emotions' ? RIVER_SHARE : 1);
  const unit =
    (THUMBNAIL.height - THUMBNAIL.head) /
    Math.max(
      1,
      lanes.reduce((sum, lane) => sum + shareOf(lane), 0),
    );
  let top: number = THUMBNAIL.head;
  return lanes.map((lane) => {
    const placed = { lane, top, height: unit * shareOf(lane) };
    top += placed.height;
    return placed;
  });
}

/** Of every cell the card on top. */
function topCards(cards: readonly CardRecord[]): readonly CardRecord[] {
  const byStep = new Map<Id<'step'>, CardRecord>();
  for (const card of cards) if (!byStep.has(card.step)) byStep.set(card.step, card);
  return [...byStep.values()];
}

function spanOf(card: CardRecord, { columns, indexOfStep }: Columns): { x: number; width: number } | null {
  const first = indexOfStep.get(card.step);
  const start = first === undefined ? undefined : columns[first];
  if (first === undefined || start === undefined) return null;
  const end = columns[Math.min(columns.length - 1, first + card.span - 1)] ?? start;
  return { x: start.x, width: end.x + end.width - start.x };
}

function layRiver(
  map: MapRecord,
  { lane, top, height }: PlacedLane,
  records: Records,
  index: RecordIndex,
  { columns, indexOfStep, right }: Columns,
  scale: number,
): Thumbnail['river'] {
  const toY = (value: number): number =>
    top + 4 + ((BEST_FEELING - value) / (BEST_FEELING - WORST_FEELING)) * Math.max(1, height - 8);
  const marks = index.children(lane.id, 'emotion').flatMap((emotion) => {
    const column = columns[indexOfStep.get(emotion.step) ?? -1];
    if (column === undefined) return [];
    return [{ emotion, x: (column.x + emotion.offset * column.width) * scale, y: toY(emotion.value) }];
  });
  const shown = map.personas.filter((id) => !map.hiddenPersonas.includes(id));
  const lines = shown
    .slice(0, MOST_RIVERS)
    .flatMap((id): readonly { readonly colour: PersonaColour; readonly path: string }[] => {
      const points = marks.filter(({ emotion }) => emotion.persona === id).sort((a, b) => a.x - b.x);
      const persona = getRecord(records, id);
      if (persona === undefined || points.length === 0) return [];
      const path = curvePath(runToBorders(points, 0, right * scale, top + height, top));
      return path.length > 40_000 ? [] : [{ colour: persona.colour, path }];
    });
  return {
    top: round(top),
    height: round(height),
    lines,
    stars: marks
      .filter(({ emotion }) => emotion.momentOfTruth && shown.includes(emotion.persona))
      .slice(0, 40)
      .map(({ x, y }) => ({ x: round(x), y: round(y) })),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
