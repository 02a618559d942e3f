import type { TextMeasurer } from '../layout/font.ts';
import type { LayoutWords } from '../layout/layoutWords.ts';
import type { MapLayouter } from '../layout/mapLayout.ts';
import { POSTER_METRICS } from '../layout/metrics.ts';
import { layPosterHeader, type PosterHeader } from '../layout/posterHeader.ts';
import { fitPosterPage } from '../layout/posterPage.ts';
import type { AssetRecord } from '../records/asset.ts';
import type { Id } from '../records/ids.ts';
import { getRecord, type Records } from '../records/records.ts';
import type { SceneBuilder } from './buildScene.ts';
import { keep } from './laneParts.ts';
import { PAPER_SIZES, type PosterPaper } from './paper.ts';
import { footerItems, type KeyEntry, keyEntries, keyItems, layKey, type PosterFooter } from './posterFoot.ts';
import { posterHeaderItems } from './posterHeaderItems.ts';
import type { PosterWords } from './posterWords.ts';
import type { PrintedPage } from './printedPage.ts';
import type { SceneBand, SceneItem } from './scene.ts';

/** What a poster is made from. The layouter must have been made with POSTER_METRICS and the same words. */
export interface PosterRequest {
  readonly records: Records;
  readonly map: Id<'map'>;
  readonly paper: PosterPaper;
  /** Stands in the footer; empty for a document without a file. */
  readonly fileName: string;
  readonly layouter: MapLayouter;
  readonly scenes: SceneBuilder;
  readonly words: PosterWords;
  readonly layoutWords: LayoutWords;
  readonly measurer: TextMeasurer;
}

/** A poster as a display list and the page it is printed on. */
export interface Poster extends PrintedPage {
  /** The smallest text on paper, in points. */
  readonly smallestText: number;
}

/** mm of the longest side that PDF readers take (200 inches, ISO 32000-1, annex C.2), rounded down. */
const LONGEST_SIDE = 5000;

/** px of the smallest text style on a poster: evidence rows and the emotion scale. */
const SMALLEST_TEXT = 12.5;

/** Lays a map out as a poster: header, map, key and footer inside a neat line, at the paper's ratio. */
export function buildPoster(request: PosterRequest): Poster {
  const { records, layouter, measurer, words } = request;
  const map = getRecord(records, request.map);
  if (map === undefined) throw new Error(`There is no ${request.map}`);
  const { margin } = POSTER_METRICS;
  const paper = request.paper === 'fit' ? null : PAPER_SIZES[request.paper];
  const personas = map.personas.flatMap((id) =>
    map.hiddenPersonas.includes(id) ? [] : (getRecord(records, id) ?? []),
  );
  const header = (width: number): PosterHeader =>
    layPosterHeader(map, personas, request.layoutWords, width, margin, measurer);
  const entries = keyEntries(records, map, personas, words);
  const footer = (width: number, smallest: string): PosterFooter => ({
    width,
    margin,
    version: words.version(map),
    madeBy: words.madeBy(map),
    fileName: request.fileName,
    paper: request.paper === 'fit' ? '' : words.paper(request.paper),
    smallest,
  });
  const surroundings = {
    headerHeight: (width: number) => header(width).height,
    footHeight: (width: number) => {
      const foot = footerItems(footer(width, words.smallestText(10)), 0, measurer);
      return (
        GAP_ABOVE_KEY + layKey(entries, words.key.title, width - 2 * margin, measurer).height + foot.height + FRAME_ROOM
      );
    },
  };
  const page = fitPosterPage(
    layouter,
    records,
    map.id,
    surroundings,
    paper === null ? null : paper.width / paper.height,
  );
  const { width: pageWidth, height: pageHeight } = paper ?? fittingPage(page.height / page.width);
  const smallestText = pointsOnPaper(SMALLEST_TEXT, pageWidth, page.width);
  const findAsset = (id: AssetRecord['id']): AssetRecord | undefined => getRecord(records, id);
  const scene = request.scenes.build(page.layout, records);
  const foot = footBand(entries, words.key.title, footer(page.width, words.smallestText(smallestText)), page, measurer);
  const top: SceneBand = {
    key: 'poster header',
    y: 0,
    height: page.layout.headsTop,
    parts: [
      keep('poster header', { x: 0, y: 0, width: page.width, height: page.layout.headsTop }, () =>
        posterHeaderItems(header(page.width), margin, words, findAsset),
      ),
    ],
  };
  return {
    scene: { ...scene, width: page.width, height: page.height, bands: [...scene.bands, top, foot] },
    pageWidth,
    pageHeight,
    smallestText,
  };
}

/** As wide as A1, and narrower where it would be longer than a PDF can be. */
function fittingPage(ratio: number): { readonly width: number; readonly height: number } {
  const width = Math.min(PAPER_SIZES.A1.width, LONGEST_SIDE / ratio);
  return { width, height: Math.min(LONGEST_SIDE, width * ratio) };
}

/** How large text of `px` on a sheet `sheetWidth` px wide is on paper `widthMm` wide, in points of 1/72 inch. */
export function pointsOnPaper(px: number, widthMm: number, sheetWidth: number): number {
  return ((px * widthMm) / sheetWidth / 25.4) * 72;
}

const GAP_ABOVE_KEY = 8;
/** From the footer's last line to the page's edge: the neat line and air on both sides of it. */
const FRAME_ROOM = 40;

function footBand(
  entries: readonly KeyEntry[],
  title: string,
  footer: PosterFooter,
  page: { readonly width: number; readonly height: number },
  measurer: TextMeasurer,
): SceneBand {
  const { margin } = footer;
  const key = layKey(entries, title, page.width - 2 * margin, measurer);
  const footHeight = footerItems(footer, 0, measurer).height;
  const footTop = page.height - FRAME_ROOM - footHeight;
  const keyTop = footTop - key.height;
  const items = (): readonly SceneItem[] => [
    ...frameItems(page.width, page.height),
    ...keyItems(key, margin, keyTop),
    ...footerItems(footer, footTop, measurer).items,
  ];
  return {
    key: 'poster foot',
    y: 0,
    height: page.height,
    parts: [keep('poster foot', { x: 0, y: 0, width: page.width, height: page.height }, items)],
  };
}

/** The neat line: a heavy and a fine one, as round a map sheet. */
function frameItems(width: number, height: number): readonly SceneItem[] {
  return [
    { kind: 'rect', x: 20, y: 20, width: width - 40, height: height - 40, radius: 4, stroke: 'ink', strokeWidth: 3 },
    { kind: 'rect', x: 29, y: 29, width: width - 58, height: height - 58, radius: 2, stroke: 'ink', strokeWidth: 1 },
  ];
}
