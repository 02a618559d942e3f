import type { Id } from '../records/ids.ts';
import type { Records } from '../records/records.ts';
import { indexRecords } from '../store/recordIndex.ts';
import type { MapLayout, MapLayouter, PageFit } from './mapLayout.ts';
import { POSTER_METRICS } from './metrics.ts';

/** A poster's page in px, and the map laid out to fill it. */
export interface PosterPage {
  readonly layout: MapLayout;
  readonly width: number;
  readonly height: number;
}

/** What a page must hold besides the map, for a width in px. */
export interface PosterSurroundings {
  headerHeight(width: number): number;
  /** From the end of the territories to the page's lower edge. */
  footHeight(width: number): number;
}

/** Least width of a poster: a short map on a narrow sheet would leave its header no room. */
const LEAST_WIDTH = 2000;
/** Twelve steps of the usual 180 px fill a sheet of 2400 px: the mock-up's measure. */
const STEP_SCALE = (2400 - 2 * POSTER_METRICS.margin - POSTER_METRICS.labelWidth) / (12 * 180);
/** What a page higher than its map may add to lanes and to emotion lanes. */
const MOST_LANE_PADDING = 16;
const MOST_EMOTION_GROWTH = 180;
const SEARCH_STEPS = 5;

/**
 * Finds the page for a map: as wide as its steps need, and wider while the map would be too high for the paper's
 * ratio (width : height; null lets the height follow the map). Wider steps wrap less, so the search ends.
 */
export function fitPosterPage(
  layouter: MapLayouter,
  records: Records,
  map: Id<'map'>,
  surroundings: PosterSurroundings,
  ratio: number | null,
): PosterPage {
  const steps = stepsWidth(records, map);
  const sides = 2 * POSTER_METRICS.margin + POSTER_METRICS.labelWidth;
  const lay = (
    width: number,
    more: Pick<PageFit, 'lanePadding' | 'emotionHeight'> = { lanePadding: 0, emotionHeight: 0 },
  ) => {
    const layout = layouter.layout(records, map, {
      fit: { width, ...more, headerHeight: surroundings.headerHeight(width) },
    });
    return { layout, width, needed: layout.bottom + surroundings.footHeight(width) };
  };

  let best = lay(Math.max(LEAST_WIDTH, Math.round(steps * STEP_SCALE + sides)));
  if (ratio === null) return { layout: best.layout, width: best.width, height: best.needed };
  if (best.needed > best.width / ratio) {
    let narrow = best.width;
    best = lay(Math.ceil(best.needed * ratio));
    for (let step = 0; step < SEARCH_STEPS; step += 1) {
      const tried = lay(Math.round((narrow + best.width) / 2));
      if (tried.needed <= tried.width / ratio) best = tried;
      else narrow = tried.width;
    }
  }
  const height = best.width / ratio;
  const filled = lay(best.width, spread(height - best.needed, best.layout));
  const fits = filled.needed <= height;
  return { layout: fits ? filled.layout : best.layout, width: best.width, height };
}

/** Gives what is left of the page to the river first, then to every lane. */
function spread(slack: number, layout: MapLayout): Pick<PageFit, 'lanePadding' | 'emotionHeight'> {
  const rivers = layout.lanes.filter(({ layout: lane }) => lane.content.kind === 'emotions').length;
  const others = layout.lanes.length - rivers;
  const emotionHeight = rivers === 0 ? 0 : Math.min(MOST_EMOTION_GROWTH, (slack * 0.4) / rivers);
  const left = slack - emotionHeight * rivers;
  const lanePadding = others === 0 ? 0 : Math.min(MOST_LANE_PADDING, left / (2 * others));
  return { lanePadding: Math.floor(lanePadding * 2) / 2, emotionHeight: Math.floor(emotionHeight) };
}

function stepsWidth(records: Records, map: Id<'map'>): number {
  const index = indexRecords(records);
  let width = 0;
  for (const stage of index.children(map, 'stage')) {
    const steps = index.children(stage.id, 'step');
    width += steps.length === 0 ? 180 : steps.reduce((sum, step) => sum + step.width, 0);
  }
  return Math.max(width, 180);
}
