import type { CardRecord } from '../records/card.ts';
import type { Id } from '../records/ids.ts';
import type { LaneRecord } from '../records/lane.ts';
import type { MapRecord } from '../records/map.ts';
import type { PersonaRecord } from '../records/persona.ts';
import { getRecord, type Records } from '../records/records.ts';
import { indexRecords, type RecordIndex } from '../store/recordIndex.ts';
import { type CardBox, type CardContent, measureCard, stackCards } from './cardLane.ts';
import type { CardContext } from './cardSize.ts';
import { type Columns, layColumns, sameColumns, stretchColumns } from './columns.ts';
import { layEmotionLane, openFeelings } from './emotionLane.ts';
import type { TextMeasurer } from './font.ts';
import { layGhosts } from './ghosts.ts';
import { laySheetHeader, type SheetHeader } from './header.ts';
import { type Heads, layHeads } from './heads.ts';
import { labelColumnWidth, layLaneLabel } from './laneLabel.ts';
import type { LaneLayout, PlacedLane } from './laneLayout.ts';
import type { GuideWords, LayoutWords } from './layoutWords.ts';
import { GRID, type MapMetrics } from './metrics.ts';

/** How a poster fills its page; the sheet in the window uses none of it. */
export interface PageFit {
  /** The page in px; steps are stretched to fill it. */
  readonly width: number;
  /** px added above and below the content of each lane. */
  readonly lanePadding: number;
  /** px added to each emotion lane. */
  readonly emotionHeight: number;
  /** Height of whatever stands above the heads. */
  readonly headerHeight: number;
}

/** A map with every rectangle on it; px at 100 % from the sheet's top left corner unless said otherwise. */
export interface MapLayout {
  readonly metrics: MapMetrics;
  readonly map: MapRecord;
  readonly width: number;
  readonly height: number;
  /** Null on a poster, which has a header of its own. */
  readonly header: SheetHeader | null;
  readonly columns: Columns;
  readonly heads: Heads;
  readonly headsTop: number;
  readonly lanesTop: number;
  readonly lanes: readonly PlacedLane[];
  /** Where the territories end. */
  readonly bottom: number;
  /** The personas that are shown, in the map's order. */
  readonly personas: readonly PersonaRecord[];
}

/** What a layouter is made with: it keeps caches for one look at documents in one language. */
export interface LayoutEnvironment {
  readonly metrics: MapMetrics;
  readonly measurer: TextMeasurer;
  readonly words: LayoutWords;
}

/** What a layout hangs on besides the document. */
export interface LayoutOptions {
  readonly fit?: PageFit;
  /** The card whose text is being edited: wrapped as a text box wraps it. */
  readonly edited?: Id<'card'> | null;
  /** What the map asks where nothing is written; absent once it needs no guide. */
  readonly guide?: GuideWords | null;
}

/** Lays out maps, again and again as they change, doing only what changed. */
export interface MapLayouter {
  /** Throws when there is no such map. */
  layout(records: Records, map: Id<'map'>, options?: LayoutOptions): MapLayout;
}

interface LaneInputs {
  readonly lane: LaneRecord;
  readonly cards: readonly CardRecord[];
  readonly emotions: RecordIndex;
  readonly columns: Columns;
  readonly personas: readonly PersonaRecord[];
  readonly context: CardContext;
  readonly fit: PageFit | undefined;
  /** The card of this lane that is being edited. */
  readonly edited: CardRecord | undefined;
  readonly guide: GuideWords | null;
}

/** Makes a layouter. Its caches hang on the identity of records, so they die with the documents. */
export function createMapLayouter({ metrics, measurer, words }: LayoutEnvironment): MapLayouter {
  let index: RecordIndex | undefined;
  /** The columns as lanes are laid over them: kept while only names change. */
  let grid: Columns | undefined;
  let context: { readonly card: CardContext; readonly keys: readonly unknown[] } | undefined;
  let personas: readonly PersonaRecord[] = [];
  const lastColumns = keepLast<Columns>();
  const lastHeads = keepLast<Heads>();
  const lastLabelWidth = keepLast<number>();
  const lastHeader = keepLast<SheetHeader>();
  let measured = new WeakMap<CardRecord, Map<number, CardContent>>();
  const boxes = new WeakMap<CardRecord, CardBox>();
  const lanes = new Map<
    Id<'lane'>,
    { readonly inputs: LaneInputs; readonly emotionList: unknown; readonly layout: LaneLayout }
  >();

  return { layout };

  function layout(records: Records, mapId: Id<'map'>, { fit, edited, guide = null }: LayoutOptions = {}): MapLayout {
    const map = getRecord(records, mapId);
    if (map === undefined) throw new Error(`There is no ${mapId}`);
    index = indexRecords(records, index);
    personas = sameList(personas, shownPersonas(map, records));
    const cardContext = contextOf(records, index);
    const editedCard = edited ? getRecord(records, edited) : undefined;
    const shownLanes = index.children(mapId, 'lane').filter((lane) => !lane.hidden);
    const labelWidth = lastLabelWidth(shownLanes, () => labelColumnWidth(shownLanes, metrics.labelWidth, measurer));
    const left = metrics.margin + labelWidth;
    const columns = columnsOf(map, index, left, fit);
    grid = grid !== undefined && sameColumns(grid, columns) ? grid : columns;
    const width = Math.max(metrics.leastWidth, columns.right + metrics.margin);
    const header = fit === undefined ? headerOf(map, width, guide?.scenario) : null;
    const headsTop = metrics.margin + (header?.height ?? fit?.headerHeight ?? metrics.headerHeight);
    const heads = lastHeads([columns, guide], () => layHeads(columns, metrics, measurer, guide?.goal));
    const lanesTop = headsTop + heads.stageHeight + heads.stepHeight;
    const placed: PlacedLane[] = [];
    let y = lanesTop;
    for (const lane of shownLanes) {
      const cards = index.children(lane.id, 'card');
      const laneLayout = layLane({
        lane,
        cards,
        edited: editedCard?.lane === lane.id ? editedCard : undefined,
        emotions: index,
        columns: grid,
        personas,
        context: cardContext,
        fit,
        guide,
      });
      placed.push({ y, layout: laneLayout });
      y += laneLayout.height;
    }
    const bottom = y + GRID.foot;
    const height = bottom + metrics.margin;
    return { metrics, map, width, height, header, columns, heads, headsTop, lanesTop, lanes: placed, bottom, personas };
  }

  /** The same object as long as the same stages and steps stand there. */
  function columnsOf(map: MapRecord, current: RecordIndex, left: number, fit: PageFit | undefined): Columns {
    const stages = current.children(map.id, 'stage');
    const steps = stages.map((stage) => current.children(stage.id, 'step'));
    return lastColumns([left, fit?.width, stages, ...steps], () => {
      const natural = layColumns(map, current, left);
      return fit === undefined ? natural : stretchColumns(natural, fit.width - metrics.margin);
    });
  }

  function headerOf(map: MapRecord, width: number, scenario: string | undefined): SheetHeader {
    return lastHeader([map, personas, width, scenario], () =>
      laySheetHeader(map, personas, words, width, metrics, measurer, scenario),
    );
  }

  /** Cards show names of channels, sources and pictures: when one of those changes, every card is measured anew. */
  function contextOf(records: Records, current: RecordIndex): CardContext {
    const keys = [current.roots('channel'), current.roots('source'), current.roots('asset')];
    if (context !== undefined && keys.every((key, at) => key === context?.keys[at])) return context.card;
    measured = new WeakMap();
    const card: CardContext = {
      measurer,
      onlineWord: words.online,
      offlineWord: words.offline,
      assumptionWord: words.assumption,
      researchedWord: words.researched,
      channel: (id) => getRecord(records, id),
      source: (id) => getRecord(records, id),
      asset: (id) => getRecord(records, id),
    };
    context = { card, keys };
    return card;
  }

  function measure(card: CardRecord, width: number, cardContext: CardContext): CardContent {
    let widths = measured.get(card);
    if (widths === undefined) {
      widths = new Map();
      measured.set(card, widths);
    }
    let content = widths.get(width);
    if (content === undefined) {
      content = measureCard(card, width, cardContext);
      widths.set(width, content);
    }
    return content;
  }

  function layLane(inputs: LaneInputs): LaneLayout {
    const emotionList = inputs.emotions.children(inputs.lane.id, 'emotion');
    const known = lanes.get(inputs.lane.id);
    if (known !== undefined && known.emotionList === emotionList && sameInputs(known.inputs, inputs))
      return known.layout;
    const made = inputs.lane.kind === 'emotions' ? layEmotions(inputs) : layCards(inputs);
    lanes.set(inputs.lane.id, { inputs, emotionList, layout: made });
    return made;
  }

  function layCards({
    lane,
    cards,
    columns: laneColumns,
    personas: shown,
    context: cardContext,
    fit,
    edited,
    guide,
  }: LaneInputs): LaneLayout {
    const label = layLaneLabel(lane, laneColumns.left - metrics.margin, measurer);
    const visible = cards.filter(
      (card) => card.persona === null || shown.some((persona) => persona.id === card.persona),
    );
    const extra = fit?.lanePadding ?? 0;
    const padding =
      lane.kind === 'touchpoints'
        ? { top: 14 + extra, bottom: 8 + extra }
        : { top: metrics.lanePadding + extra, bottom: metrics.lanePadding + extra };
    const stacked = stackCards(visible, {
      columns: laneColumns,
      padding,
      equalHeights: lane.kind === 'actions',
      measure: (card, width) =>
        card === edited ? measureCard(card, width, cardContext, true) : measure(card, width, cardContext),
      boxes,
    });
    const questions = guide?.questions[lane.kind] ?? [];
    const ghosts = layGhosts(lane, stacked.cards, laneColumns, questions, padding.top, measurer);
    const lowest = ghosts.reduce((most, ghost) => Math.max(most, ghost.y + ghost.height), 0) + padding.bottom;
    const height = Math.max(stacked.height, lowest, label.height, lane.height, GRID.leastLane);
    const content = { kind: 'cards', cards: stacked.cards } as const;
    return { lane, label, height, content, ...(ghosts.length === 0 ? {} : { ghosts }) };
  }

  function layEmotions({
    lane,
    emotions: current,
    columns: laneColumns,
    personas: shown,
    fit,
    guide,
  }: LaneInputs): LaneLayout {
    const label = layLaneLabel(lane, laneColumns.left - metrics.margin, measurer);
    const points = current.children(lane.id, 'emotion');
    const curves = shown
      .map((persona) => ({ persona, emotions: points.filter((point) => point.persona === persona.id) }))
      .filter((curve) => curve.emotions.length > 0);
    // The scale begins below the lane's name, however many lines that takes.
    const lower = Math.max(0, label.name.height - label.name.lineHeight);
    const room = { ...metrics.emotion, top: metrics.emotion.top + lower };
    const usual = metrics.emotion.height + lower;
    const wished = Math.max(lane.height || usual, fit === undefined ? 0 : usual) + (fit?.emotionHeight ?? 0);
    const laid = layEmotionLane(curves, laneColumns, room, wished, measurer);
    const open = guide === null || lane.locked ? [] : openFeelings(laid, laneColumns);
    const emotions = open.length === 0 ? laid : { ...laid, open };
    return { lane, label, height: Math.max(emotions.height, label.height), content: { kind: 'emotions', emotions } };
  }
}

/** Gives what was made last again as long as it would be made of the same. */
function keepLast<Value>(): (inputs: readonly unknown[], make: () => Value) => Value {
  let last: { readonly inputs: readonly unknown[]; readonly value: Value } | undefined;
  return (inputs, make) => {
    const isSame = last?.inputs.length === inputs.length && inputs.every((input, at) => input === last?.inputs[at]);
    if (last === undefined || !isSame) last = { inputs, value: make() };
    return last.value;
  };
}

function shownPersonas(map: MapRecord, records: Records): readonly PersonaRecord[] {
  return map.personas.flatMap((id) => (map.hiddenPersonas.includes(id) ? [] : (getRecord(records, id) ?? [])));
}

function sameList<Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] {
  return before.length === now.length && before.every((item, at) => item === now[at]) ? before : now;
}

function sameInputs(a: LaneInputs, b: LaneInputs): boolean {
  return (
    a.lane === b.lane &&
    a.cards === b.cards &&
    a.columns === b.columns &&
    a.personas === b.personas &&
    a.context === b.context &&
    a.fit === b.fit &&
    a.edited === b.edited &&
    a.guide === b.guide
  );
}
