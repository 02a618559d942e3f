import { type Records, recordsOfType } from '../../shared/records/records.ts';
import { sceneToSvg } from '../../shared/scene/sceneToSvg.ts';
import { withRecords } from '../fixtures/projects.ts';
import { firstMap } from '../fixtures/sampleProjects.ts';
import { posterOf, sceneBuilder, sheetLayouter } from '../fixtures/sheets.ts';
import type { Figures } from './metrics.ts';

/** Times what is pure, in this process: text is measured by table, so a canvas' part is not in it. */
export function measureNode(records: Records): Figures {
  const map = firstMap(records);
  const changed = changeOneCard(records);
  const layouter = sheetLayouter();
  const builder = sceneBuilder();
  const [layoutCold, cold] = time(() => layouter.layout(records, map));
  const [sceneCold] = time(() => drawAll(builder.build(cold, records)));
  const [layoutWarm, warm] = time(() => layouter.layout(changed, map));
  const [sceneWarm] = time(() => builder.build(warm, changed));
  const [svg] = time(() => {
    const { scene } = posterOf(records, map, 'A1');
    return sceneToSvg(scene, { theme: 'light', imageUrl: () => null });
  });
  return { layoutCold, layoutWarm, sceneCold, sceneWarm, svg };
}

type Drawn = ReturnType<ReturnType<typeof sceneBuilder>['build']>;

function drawAll(scene: Drawn): Drawn {
  for (const band of scene.bands) for (const part of band.parts) part.items();
  return scene;
}

/** Another text on a card in the middle: what a person does all day. */
function changeOneCard(records: Records): Records {
  const cards = recordsOfType(records, 'card');
  const card = cards[Math.floor(cards.length / 2)];
  if (card === undefined) throw new Error('The map has no card');
  return withRecords(records, { ...card, text: `${card.text} and more` });
}

function time<Value>(work: () => Value): readonly [number, Value] {
  const begun = performance.now();
  const value = work();
  return [performance.now() - begun, value];
}
