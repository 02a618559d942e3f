import { createCanvasMeasurer } from '../../../renderer/canvas/canvasMeasurer.ts';
import { fontName, loadFonts, rareCharacters } from '../../../renderer/canvas/fonts.ts';
import { layoutWords, posterWords, sceneWords } from '../../../shared/i18n/sheetWords.ts';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { createMapLayouter } from '../../../shared/layout/mapLayout.ts';
import { POSTER_METRICS, SHEET_METRICS } from '../../../shared/layout/metrics.ts';
import type { MeanderRecord } from '../../../shared/records/records.ts';
import { createSceneBuilder } from '../../../shared/scene/buildScene.ts';
import { overhangOf } from '../../../shared/scene/laneParts.ts';
import { buildPoster } from '../../../shared/scene/poster.ts';
import { isDrawnAt, type Scene, type SceneItem, type ScenePart, type TextItem } from '../../../shared/scene/scene.ts';

/** What a test asks the page. */
export interface OverflowRequest {
  readonly records: readonly MeanderRecord[];
  readonly look: 'sheet' | 'A1' | 'fit';
}

/** What was looked at, and what stands outside its place. */
export interface OverflowReport {
  readonly texts: number;
  /** "PART: text stands N px outside" */
  readonly outside: readonly string[];
}

declare global {
  var findOverflow: ((request: OverflowRequest) => Promise<OverflowReport>) | undefined;
}

/** px: lines are measured word by word when they are wrapped, so kerning across spaces is not in their width. */
const TOLERANCE = 1;

/**
 * Runs in a window, where text has its real width: lays a map out as the application does, measures every line as a
 * whole with a canvas of its own, and reports those that reach out of their card, label or head.
 */
globalThis.findOverflow = async ({ records, look }) => {
  await loadFonts(rareCharacters(records));
  const scene = drawScene(new Map(records.map((record) => [record.id, record])), look);
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('This window has no 2D canvas');
  context.fontKerning = 'normal';
  context.textRendering = 'geometricPrecision';
  let texts = 0;
  const outside: string[] = [];
  for (const { key, y, parts } of scene.bands) {
    for (const part of parts) {
      const card = records.find(({ id }) => id === part.key);
      const place = placeOf(part, card?.type === 'card' ? overhangOf(card.kind) : null, {
        top: y,
        width: scene.width,
        height: scene.height,
        isHead: key === 'heads',
      });
      for (const item of textsOf(part.items())) {
        texts += 1;
        const reach = reachOut(context, item, place);
        if (reach > TOLERANCE) outside.push(`${part.key}: ${item.text.slice(0, 40)} stands ${reach.toFixed(1)} px out`);
      }
    }
  }
  return { texts, outside };
};

type RecordsById = Parameters<typeof buildPoster>[0]['records'];

function drawScene(records: RecordsById, look: OverflowRequest['look']): Scene {
  const map = [...records.values()].find((record) => record.type === 'map');
  if (map?.type !== 'map') throw new Error('There is no map');
  const translate = createTranslator('nl');
  const words = layoutWords(translate);
  const measurer = createCanvasMeasurer();
  const scenes = createSceneBuilder(sceneWords(translate), measurer);
  const metrics = look === 'sheet' ? SHEET_METRICS : POSTER_METRICS;
  const layouter = createMapLayouter({ metrics, measurer, words });
  if (look === 'sheet') return scenes.build(layouter.layout(records, map.id), records);
  const poster = { records, map: map.id, paper: look, fileName: 'difficult.meander', layouter, scenes, measurer };
  return buildPoster({ ...poster, words: posterWords('nl', translate), layoutWords: words }).scene;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a part's text may stand, in its band: a card's without its overhang, the sheet for what has none of its own. */
function placeOf(
  { key, box }: ScenePart,
  overhang: ReturnType<typeof overhangOf> | null,
  band: { readonly top: number; readonly width: number; readonly height: number; readonly isHead: boolean },
): Place {
  const { side, above, below } = overhang ?? { side: 0, above: 0, below: 0 };
  const place = {
    left: box.x + side,
    top: box.y + above,
    right: box.x + box.width - side,
    bottom: box.y + box.height - below,
  };
  if (overhang !== null || band.isHead || key.endsWith(' label')) return place;
  return { left: 0, top: -band.top, right: band.width, bottom: band.height - band.top };
}

function textsOf(items: readonly SceneItem[]): readonly TextItem[] {
  return items.flatMap((item): readonly TextItem[] => {
    if (!isDrawnAt(item, null)) return [];
    if (item.kind === 'group') return textsOf(item.items);
    // A pin's number stands on the card's edge.
    return item.kind === 'text' && item.font.weight !== 700 ? [item] : [];
  });
}

function reachOut(context: CanvasRenderingContext2D, item: TextItem, place: Place): number {
  context.font = fontName(item.font);
  context.letterSpacing = `${(item.tracking ?? 0) * item.font.size}px`;
  const { width } = context.measureText(item.text);
  const share = item.anchor === 'middle' ? 0.5 : item.anchor === 'end' || item.rightToLeft ? 1 : 0;
  const left = item.x - width * share;
  const [above, below] = [item.font.size * 0.75, item.font.size * 0.25];
  return Math.max(
    place.left - left,
    left + width - place.right,
    place.top - (item.y - above),
    item.y + below - place.bottom,
  );
}
