import { layoutWords, sceneWords } from '../shared/i18n/sheetWords.ts';
import { createMapLayouter } from '../shared/layout/mapLayout.ts';
import { SHEET_METRICS } from '../shared/layout/metrics.ts';
import type { Id } from '../shared/records/ids.ts';
import { KINDS_OF_LANE, LANE_KINDS } from '../shared/records/lane.ts';
import type { Records } from '../shared/records/records.ts';
import { createSceneBuilder } from '../shared/scene/buildScene.ts';
import { THEMES } from '../shared/scene/theme.ts';
import { type Transaction, transact } from '../shared/store/transact.ts';
import { orderKeys } from '../shared/util/orderKey.ts';
import type { Application } from './application.ts';
import { createCanvasMeasurer } from './canvas/canvasMeasurer.ts';
import { paintScene, prepareContext } from './canvas/paintScene.ts';
import { TILE } from './canvas/tilePlan.ts';
import { LiveView } from './live/LiveView.ts';
import { liveWordsOf } from './live/liveWords.ts';

/** Enough of everything that the code which many cards need is compiled. */
const STEPS = 6;
const CARDS_PER_CELL = 2;
const TEXT = 'A customer who reads 0123456789 words, and quickly judges jazzy sphinxes of quartz by the box';

/**
 * Lays out and paints a map that nobody sees, in moments in which the start screen has nothing to do: code that runs
 * for the first time, and letters that no canvas has drawn, make the first map that is opened twice as late. The fonts
 * must be there.
 */
export function warmUp(app: Application): void {
  inIdleMoments(() => app.documents.getState().document === null, [() => paintSmallMap(app), () => makeLiveView(app)]);
}

/** One after the other, as long as they are wanted. */
function inIdleMoments(isWanted: () => boolean, [first, ...rest]: readonly (() => void)[]): void {
  if (first === undefined) return;
  requestIdleCallback(() => {
    if (!isWanted()) return;
    first();
    inIdleMoments(isWanted, rest);
  });
}

function paintSmallMap({ i18n, settings }: Application): void {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return;
  const { language, theme } = settings.getState();
  const translate = i18n.getFixedT(language);
  const measurer = createCanvasMeasurer();
  const { records, map } = smallMap();
  const layout = createMapLayouter({ metrics: SHEET_METRICS, measurer, words: layoutWords(translate) }).layout(
    records,
    map,
  );
  const scene = createSceneBuilder(sceneWords(translate), measurer).build(layout, records);
  context.canvas.width = TILE;
  context.canvas.height = TILE;
  prepareContext(context);
  for (let y = 0; y < scene.height; y += TILE) {
    const box = { x: 0, y, width: scene.width, height: TILE };
    context.setTransform(1, 0, 0, 1, 0, -y);
    paintScene(context, scene, box, { colours: THEMES[theme], zoom: 1, scale: 1, picture: () => null });
  }
  // What is painted is drawn when it is looked at.
  context.getImageData(0, 0, 1, 1);
}

function makeLiveView(app: Application): void {
  new LiveView(document.createElement('div'), app, liveWordsOf(app, createCanvasMeasurer())).destroy();
}

/** A map with every kind of lane and card. */
function smallMap(): { readonly records: Records; readonly map: Id<'map'> } {
  let ids = 0;
  const environment = { randomText: () => `warm${++ids}`, now: () => 0 };
  const { records, value } = transact(new Map(), environment, '', addSmallMap);
  return { records, map: value };
}

function addSmallMap(tx: Transaction): Id<'map'> {
  const persona = tx.add('persona', { order: 'a0', name: TEXT, summary: TEXT }).id;
  const map = tx.add('map', { order: 'a0', title: TEXT, scenario: TEXT, personas: [persona] }).id;
  const stage = tx.add('stage', { map, order: 'a0', name: TEXT, goal: TEXT }).id;
  const steps = orderKeys(STEPS).map((order) => tx.add('step', { stage, order, name: TEXT }).id);
  orderKeys(LANE_KINDS.length).forEach((order, at) => {
    const kind = LANE_KINDS[at] ?? 'text';
    const lane = tx.add('lane', { map, order, kind, name: TEXT, hint: TEXT }).id;
    for (const step of steps) {
      if (kind === 'emotions') tx.add('emotion', { lane, step, persona, value: 1, label: TEXT });
      for (const card of KINDS_OF_LANE[kind]) {
        for (const key of orderKeys(CARDS_PER_CELL)) {
          tx.add('card', { lane, step, order: key, kind: card, text: TEXT, evidence: 'researched', figure: '31 %' });
        }
      }
    }
  });
  return map;
}
