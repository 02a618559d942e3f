import { layoutWords, sceneWords } from '../../shared/i18n/sheetWords.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import type { TextMeasurer } from '../../shared/layout/font.ts';
import { createMapLayouter, type MapLayout } from '../../shared/layout/mapLayout.ts';
import { SHEET_METRICS } from '../../shared/layout/metrics.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { Records } from '../../shared/records/records.ts';
import { createSceneBuilder } from '../../shared/scene/buildScene.ts';
import type { Scene } from '../../shared/scene/scene.ts';

/** A map of an older version, ready to be painted. */
export interface VersionScene {
  readonly layout: MapLayout;
  readonly scene: Scene;
}

/** Lays out a map of an older version; its fonts must have been loaded. */
export function makeVersionScene(
  records: Records,
  map: Id<'map'>,
  translate: Translate,
  measurer: TextMeasurer,
): VersionScene {
  const layouter = createMapLayouter({ metrics: SHEET_METRICS, measurer, words: layoutWords(translate) });
  const layout = layouter.layout(records, map, { edited: null });
  return { layout, scene: createSceneBuilder(sceneWords(translate), measurer).build(layout, records) };
}
