import type { Columns } from '../layout/columns.ts';
import type { TextMeasurer } from '../layout/font.ts';
import type { LaneLayout } from '../layout/laneLayout.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { AssetRecord } from '../records/asset.ts';
import { getRecord, type Records } from '../records/records.ts';
import { groundParts, headParts } from './groundParts.ts';
import { sheetHeaderItems } from './headerItems.ts';
import { keep, laneParts } from './laneParts.ts';
import type { Scene, SceneBand, ScenePart } from './scene.ts';
import type { SceneWords } from './sceneWords.ts';

/** Makes display lists of layouts, again and again, keeping the parts of what did not change. */
export interface SceneBuilder {
  build(layout: MapLayout, records: Records): Scene;
}

/**
 * Makes a scene builder for one language. Parts hang on the identity of lane layouts and die with them; a layouter
 * gives a lane a new identity also when a picture or name it shows has changed.
 */
export function createSceneBuilder(words: SceneWords, measurer: TextMeasurer): SceneBuilder {
  const lanes = new WeakMap<LaneLayout, { readonly columns: Columns; readonly parts: readonly ScenePart[] }>();

  return { build };

  function build(layout: MapLayout, records: Records): Scene {
    const findAsset = (id: AssetRecord['id']): AssetRecord | undefined => getRecord(records, id);
    const context = { metrics: layout.metrics, words, measurer, findAsset };
    const bands: SceneBand[] = [{ key: 'ground', y: 0, height: layout.height, parts: groundParts(layout, words) }];
    const { header } = layout;
    if (header !== null) {
      const box = { x: 0, y: 0, width: layout.width, height: layout.headsTop };
      const part = keep('header', box, () => sheetHeaderItems(header, layout.metrics.margin, findAsset));
      bands.push({ key: 'header', y: 0, height: layout.headsTop, parts: [part] });
    }
    bands.push({ key: 'heads', y: 0, height: layout.lanesTop, parts: headParts(layout) });
    for (const { y, layout: lane } of layout.lanes) {
      let known = lanes.get(lane);
      if (
        known === undefined ||
        known.columns.left !== layout.columns.left ||
        known.columns.right !== layout.columns.right
      ) {
        known = { columns: layout.columns, parts: laneParts(lane, layout.columns, context) };
        lanes.set(lane, known);
      }
      bands.push({ key: lane.lane.id, y, height: lane.height, parts: known.parts });
    }
    return {
      width: layout.width,
      height: layout.height,
      background: 'paper',
      bands,
      heads: { x: 0, y: layout.headsTop, width: layout.width, height: layout.lanesTop - layout.headsTop },
      labels: { x: 0, y: layout.lanesTop, width: layout.columns.left, height: layout.bottom - layout.lanesTop },
    };
  }
}
