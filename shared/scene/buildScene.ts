import type { Columns } from '../layout/columns.ts';
import type { TextMeasurer } from '../layout/font.ts';
import type { LaneLayout } from '../layout/laneLayout.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { AssetRecord } from '../records/asset.ts';
import type { Id } from '../records/ids.ts';
import { getRecord, type Records } from '../records/records.ts';
import { groundParts, headParts } from './groundParts.ts';
import { sheetHeaderItems } from './headerItems.ts';
import { keep, type LaneScene, type LaneSceneContext, laneScene, sameOr } from './laneParts.ts';
import { createLinkParts, type PlacedLink } from './linkParts.ts';
import { GROUND, type Scene, type SceneBand, type ScenePart } from './scene.ts';
import type { SceneWords } from './sceneWords.ts';

/** A map as a display list, and how the arrows on it run. */
export interface DrawnMap extends Scene {
  readonly links: readonly PlacedLink[];
}

/** Makes display lists of layouts, again and again, keeping the parts of what did not change. */
export interface SceneBuilder {
  build(layout: MapLayout, records: Records): DrawnMap;
}

/**
 * Makes a scene builder for one language. It remembers the scene it made last and takes over every part of it that
 * looks the same, and the whole of a lane whose layout is the same object; a layouter gives a lane a new layout also
 * when a picture or name it shows has changed.
 */
export function createSceneBuilder(words: SceneWords, measurer: TextMeasurer): SceneBuilder {
  let lanes = new Map<Id<'lane'>, { readonly layout: LaneLayout; readonly scene: LaneScene }>();
  let last: readonly SceneBand[] = [];
  let lastLayout: MapLayout | undefined;
  const linkParts = createLinkParts(measurer);

  return { build };

  function build(layout: MapLayout, records: Records): DrawnMap {
    const findAsset = (id: AssetRecord['id']): AssetRecord | undefined => getRecord(records, id);
    const context = { metrics: layout.metrics, words, measurer, findAsset };
    const bands: SceneBand[] = [groundBand(layout)];
    const { header } = layout;
    if (header !== null) {
      const box = { x: 0, y: 0, width: layout.width, height: layout.headsTop };
      const part = keep('header', box, () => sheetHeaderItems(header, layout.metrics.margin, findAsset));
      bands.push(keepBand('header', layout.headsTop, [part]));
    }
    bands.push(headsBand(layout));
    const links = linkParts(layout, records);
    if (links.arrows.length > 0) bands.push({ key: 'links', y: 0, height: layout.height, parts: links.arrows });
    const known = lanes;
    lanes = new Map();
    for (const { y, layout: lane } of layout.lanes) {
      const { id } = lane.lane;
      const before = known.get(id);
      const scene = sceneOf(lane, layout.columns, context, before);
      lanes.set(id, { layout: lane, scene });
      const band = { key: id, y, height: lane.height, parts: scene.parts };
      // The scale of a river stands where its name would go.
      bands.push(lane.content.kind === 'cards' ? { ...band, labelHeight: lane.label.height } : band);
    }
    if (links.words.length > 0) bands.push({ key: 'link words', y: 0, height: layout.height, parts: links.words });
    last = bands;
    lastLayout = layout;
    return {
      width: layout.width,
      height: layout.height,
      background: 'paper',
      bands,
      links: links.links,
      heads: { x: 0, y: layout.headsTop, width: layout.width, height: layout.lanesTop - layout.headsTop },
      labels: { x: 0, y: layout.lanesTop, width: layout.columns.left, height: layout.bottom - layout.lanesTop },
    };
  }

  function groundBand(layout: MapLayout): SceneBand {
    const before = last.find(({ key }) => key === GROUND);
    if (before !== undefined && lastLayout !== undefined && sameGround(lastLayout, layout)) return before;
    return keepBand(GROUND, layout.height, groundParts(layout, words));
  }

  /** There is a head for every step: they are not even looked at while their layout is the same object. */
  function headsBand(layout: MapLayout): SceneBand {
    const before = last.find(({ key }) => key === 'heads');
    if (before !== undefined && layout.heads === lastLayout?.heads && layout.headsTop === lastLayout.headsTop)
      return before;
    return keepBand('heads', layout.lanesTop, headParts(layout));
  }

  /** A band at the sheet's top, with the parts of before that look the same. */
  function keepBand(key: string, height: number, parts: readonly ScenePart[]): SceneBand {
    const before = last.find((band) => band.key === key)?.parts ?? [];
    const known = new Map(before.map((part) => [part.key, part]));
    const kept = parts.map((part) => sameOr(known.get(part.key), part));
    const same = kept.length === before.length && kept.every((part, at) => part === before[at]);
    return { key, y: 0, height, parts: same ? before : kept };
  }
}

/** Whether stages and lanes stand where they stood, whatever stands in them. */
function sameGround(a: MapLayout, b: MapLayout): boolean {
  const sameFrame =
    a.metrics === b.metrics && a.columns === b.columns && a.heads === b.heads && a.headsTop === b.headsTop;
  if (!sameFrame || a.bottom !== b.bottom || a.lanes.length !== b.lanes.length) return false;
  return a.lanes.every(({ y, layout: { lane, height } }, at) => {
    const other = b.lanes[at];
    return other?.y === y && other.layout.height === height && other.layout.lane === lane;
  });
}

function sceneOf(
  lane: LaneLayout,
  columns: Columns,
  context: LaneSceneContext,
  before: { readonly layout: LaneLayout; readonly scene: LaneScene } | undefined,
): LaneScene {
  if (before === undefined) return laneScene(lane, columns, context);
  const { left, right } = before.scene.columns;
  const isSame = before.layout === lane && left === columns.left && right === columns.right;
  return isSame ? before.scene : laneScene(lane, columns, context, before.scene);
}
