import type { StoreApi } from 'zustand/vanilla';
import type { Box } from '../../shared/layout/box.ts';
import type { EditingState, EditingStore } from '../editing/editingState.ts';
import { boxOfPlace, boxOfSelected, type Place } from '../editing/place.ts';
import { textBox } from '../editing/textBox.ts';
import type { MapScene, MapSceneState } from '../state/mapScene.ts';
import type { CameraStore } from './cameraStore.ts';
import { coveredByStrips } from './stickyStrips.ts';

/** What the view follows, and what it is moved with. */
export interface ViewSources {
  readonly editing: EditingStore;
  readonly scene: StoreApi<MapSceneState>;
  readonly camera: CameraStore;
}

/**
 * Lets the view follow the keyboard: where it stands, the text that grows under it and what undo brought back stay in
 * view, until the person looks elsewhere. What a pointer chose is in view already and stays where it is. `keys` is
 * where the keys and presses of a window come by. Returns the way to stop.
 */
export function keepPlaceInView({ editing, scene, camera }: ViewSources, keys: EventTarget): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let isKeyed = false;
  let follows = false;
  let moving = false;

  const reveal = (): void => {
    if (!follows) return;
    const { shown } = scene.getState();
    const state = editing.getState();
    const box = shown === null || state.gesture !== null ? undefined : boxToShow(shown, state);
    if (shown === null || box === undefined) return;
    moving = true;
    const { camera: seen, view } = camera.getState();
    camera.reveal(box, coveredByStrips(shown.scene, box, seen.zoom, view));
    moving = false;
  };
  const stops = [
    editing.subscribe((now, before) => {
      const isTyped = now.text !== null && now.text.target !== before.text?.target;
      const isCalled = now.flash !== before.flash && now.flash.length > 0;
      const isWalked = isKeyed && (keyOf(now.place) !== keyOf(before.place) || now.choice !== before.choice);
      if (!isTyped && !isCalled && !isWalked) return;
      follows = true;
      reveal();
    }),
    // The map comes after the place: a new card has no box before.
    scene.subscribe(reveal),
    camera.subscribe((now, before) => {
      if (!moving && now.camera !== before.camera && now.sheet === before.sheet) follows = false;
    }),
  ];
  const onKey = (): void => {
    isKeyed = true;
  };
  keys.addEventListener('keydown', onKey, { capture: true, signal });
  const onPress = (): void => {
    isKeyed = false;
    follows = false;
  };
  keys.addEventListener('pointerdown', onPress, { capture: true, signal });
  return () => {
    stop.abort();
    for (const each of stops) each();
  };
}

/** Names a place: an edit finds it anew though it is the same. */
function keyOf(place: Place | null): string {
  if (place === null) return '';
  return place.kind === 'cell' ? `${place.lane} ${place.step}` : place.id;
}

/** What of the sheet has to be seen: the text being written, what flashes, or the place. */
function boxToShow({ layout }: MapScene, { text, flash, place }: EditingState): Box | undefined {
  if (text !== null && text.target.kind !== 'card') return textBox(layout, text.target) ?? undefined;
  const [called] = flash;
  if (called !== undefined) return boxOfSelected(layout, called);
  return place === null ? undefined : boxOfPlace(layout, place);
}
