import type { SessionClock } from '../editing/textSession.ts';
import type { MapTools } from './mapTools.ts';
import { placeOnSheet, type SeenMap } from './placeOnSheet.ts';

/** After the last movement of the map, in ms. Until then nothing new is drawn as hovered: that would cost each frame. */
const REST = 120;

/** What is kept true, and with what. */
export interface HoverSources extends SeenMap {
  readonly tools: MapTools;
  readonly clock: Pick<SessionClock, 'setTimeout' | 'clearTimeout'>;
}

/**
 * Keeps what is shown as hovered true while the map moves or changes under a pointer that stays where it is: what it is
 * no longer on is let go at once, what it has come to lie on shows when the map rests. Returns the way to stop.
 */
export function keepHover({ tools, clock, ...seen }: HoverSources): () => void {
  const { camera, scene, editing } = seen;
  let timer: number | undefined;

  const look = (isMoving: boolean): void => {
    const { pointer } = tools;
    if (pointer === null) return;
    const { x, y } = placeOnSheet(seen, { x: pointer.viewX, y: pointer.viewY });
    tools.lookAgain({ ...pointer, x, y, zoom: camera.getState().camera.zoom }, isMoving);
  };
  const lookNow = (): void => look(false);
  const stops = [
    camera.subscribe((now, before) => {
      // The view itself became another: where the pointer is in it is known when it moves.
      if (now.view !== before.view) tools.leave();
      if (now.camera === before.camera || tools.pointer === null) return;
      look(true);
      clock.clearTimeout(timer);
      timer = clock.setTimeout(lookNow, REST);
    }),
    scene.subscribe((now, before) => {
      if (now.shown?.layout !== before.shown?.layout && editing.getState().text === null) lookNow();
    }),
    editing.subscribe((now, before) => {
      if (now.text === null && before.text !== null) lookNow();
    }),
  ];
  return () => {
    clock.clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
