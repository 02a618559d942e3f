import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { setCardText } from '../../shared/edits/cards.ts';
import { removeItems } from '../../shared/edits/items.ts';
import type { WindowStart } from '../../shared/ipc/bridge.ts';
import { recordsOfType } from '../../shared/records/records.ts';
import { THEMES } from '../../shared/scene/theme.ts';
import { type Application, createApplication } from '../application.ts';
import { paintScene, prepareContext } from '../canvas/paintScene.ts';
import { TILE } from '../canvas/tilePlan.ts';
import { showProject } from '../commands/openProject.ts';
import { Editor } from '../Editor.tsx';
import { Surroundings } from '../Surroundings.tsx';
import { rehearsedProject } from './rehearsedProject.ts';

/**
 * Opens a small project in an application of its own that nobody sees, in moments in which the start screen has
 * nothing to do: code that runs for the first time, and letters that no canvas has drawn, make the first map that is
 * opened twice as late. Nothing of it enters the page, and main is asked for nothing. The fonts must be there.
 */
export async function rehearse(app: Application, start: WindowStart): Promise<void> {
  const isWanted = (): boolean => app.documents.getState().document === null;
  await idle();
  if (!isWanted()) return;
  const rehearsal = createApplication(app.bridge, start);
  showProject(rehearsal, rehearsedProject());
  // Whoever measures an opening counts from the mark of a real one.
  performance.clearMarks('meander:opened');
  await idle();
  if (!isWanted()) return;
  paint(rehearsal);
  await idle();
  if (!isWanted()) return;
  const root = createRoot(document.createElement('div'));
  // A real project shares the window's keys with nobody, not even until the next idle moment.
  const stopFollowing = app.documents.subscribe((state) => {
    if (state.document !== null) root.unmount();
  });
  // In slices between which a click is answered.
  startTransition(() =>
    root.render(
      <Surroundings app={rehearsal}>
        <Editor />
      </Surroundings>,
    ),
  );
  // The panels fill when the editor stands.
  for (let moments = 0; moments < 2 && isWanted(); moments += 1) await idle();
  for (let times = 0; times < EDITS && isWanted(); times += 1) edit(rehearsal, times);
  stopFollowing();
  root.unmount();
}

/** Code is made quick after it has run a few times. */
const EDITS = 8;

/** Makes a card grow, and removes another. A preview is sent to nobody. */
function edit({ documents, editor }: Application, times: number): void {
  const { document } = documents.getState();
  const cards = document === null ? [] : recordsOfType(document.records, 'card');
  const [card, other] = [cards[times % cards.length], cards[(times + 1) % cards.length]];
  if (card === undefined || other === undefined) return;
  editor.preview(setCardText, { card: card.id, text: `${card.text} ${card.text}` });
  editor.preview(removeItems, { cards: [other.id], emotions: [] });
}

/** Resolves when the window has nothing else to do. */
function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve()));
}

/** Paints the whole map, tile by tile. */
function paint({ scene: scenes, settings }: Application): void {
  const { shown } = scenes.getState();
  const context = document.createElement('canvas').getContext('2d');
  if (shown === null || context === null) return;
  const { scene } = shown;
  const colours = THEMES[settings.getState().theme];
  context.canvas.width = TILE;
  context.canvas.height = TILE;
  prepareContext(context);
  for (let y = 0; y < scene.height; y += TILE) {
    context.setTransform(1, 0, 0, 1, 0, -y);
    const box = { x: 0, y, width: scene.width, height: TILE };
    paintScene(context, scene, box, { colours, zoom: 1, scale: 1, picture: () => null });
  }
  // What is painted is drawn when it is looked at.
  context.getImageData(0, 0, 1, 1);
}
