import type { StoreApi } from 'zustand/vanilla';
import { type Point, toMap } from '../canvas/camera.ts';
import type { CameraStore } from '../canvas/cameraStore.ts';
import { stickyStrips } from '../canvas/stickyStrips.ts';
import type { EditingStore } from '../editing/editingState.ts';
import type { MapSceneState } from '../state/mapScene.ts';

/** What is looked at, and through what. */
export interface SeenMap {
  readonly camera: CameraStore;
  readonly scene: StoreApi<MapSceneState>;
  readonly editing: EditingStore;
}

/** A place in the view (CSS px) in sheet px. Over heads or labels that stick to the edges it is where these really are. */
export function placeOnSheet({ camera: cameras, scene, editing }: SeenMap, view: Point): Point {
  const { camera, view: size } = cameras.getState();
  const { x, y } = toMap(camera, view);
  const drawn = scene.getState().shown?.scene;
  if (drawn === undefined || editing.getState().gesture !== null) return { x, y };
  const { heads, labels } = drawn;
  const sticky = stickyStrips(drawn, camera, size);
  return {
    x: sticky.labels && view.x < labels.width * camera.zoom ? labels.x + view.x / camera.zoom : x,
    y: sticky.heads && view.y < heads.height * camera.zoom ? heads.y + view.y / camera.zoom : y,
  };
}
