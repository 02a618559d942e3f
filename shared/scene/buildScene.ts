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

  const stills = new Map<string, { readonly signature: string; readonly parts: readonly ScenePart[] }>();

  return { build };

  /** Keeps the parts of what spans the whole sheet while it says the same: an edit in one lane repaints that lane only. */
  function still(key: string, saying: unknown, make: () => readonly ScenePart[]): readonly ScenePart[] {
    const signature = JSON.stringify(saying);
    const before = stills.get(key);
    if (before?.signature === signature) return before.parts;
    const parts = make();
    stills.set(key, { signature, parts });
    return parts;
  }

  function build(layout: MapLayout, records: Records): Scene {
    const findAsset = (id: AssetRecord['id']): AssetRecord | undefined => getRecord(records, id);
    const context = { metrics: layout.metrics, words, measurer, findAsset };
    const ground = still('ground', groundSaying(layout), () => groundParts(layout, words));
    const bands: SceneBand[] = [{ key: 'ground', y: 0, height: layout.height, parts: ground }];
    const { header } = layout;
    if (header !== null) {
      const box = { x: 0, y: 0, width: layout.width, height: layout.headsTop };
      const portraits = layout.personas.map(({ portrait }) => (portrait === null ? null : findAsset(portrait)));
      const parts = still('header', [header, portraits, box], () => [
        keep('header', box, () => sheetHeaderItems(header, layout.metrics.margin, findAsset)),
      ]);
      bands.push({ key: 'header', y: 0, height: layout.headsTop, parts });
    }
    const heads = still('heads', [layout.headsTop, layout.heads, layout.columns.stages, layout.columns.columns], () =>
      headParts(layout),
    );
    bands.push({ key: 'heads', y: 0, height: layout.lanesTop, parts: heads });
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

/** Everything the ground is drawn from. */
function groundSaying({ width, height, headsTop, bottom, heads, metrics, columns, lanes }: MapLayout): unknown {
  return [
    [width, height, headsTop, bottom, heads.stageHeight, metrics.margin, columns.left, columns.right],
    columns.stages.map(({ stage, x, width: stageWidth }) => [stage.colour, x, stageWidth]),
    lanes.map(({ y, layout: { lane, height: laneHeight, content } }) => [y, laneHeight, content.kind, lane.border]),
  ];
}
