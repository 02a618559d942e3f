import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Box } from '../../shared/layout/box.ts';
import {
  type Camera,
  centreOn,
  clampCamera,
  clampZoom,
  fitCamera,
  middleOf,
  nextZoom,
  openingCamera,
  type Point,
  panBy,
  reveal,
  type Size,
  zoomAt,
} from './camera.ts';

/** What the window looks at. No React component may read it through a hook: it changes with every frame. */
export interface CameraState {
  readonly camera: Camera;
  /** CSS px. */
  readonly view: Size;
  /** px at 100 %; null while no map is shown. */
  readonly sheet: Size | null;
}

/** The camera of the map in the window, with every way to move it. Each keeps the sheet in view. */
export interface CameraStore {
  readonly getState: StoreApi<CameraState>['getState'];
  readonly subscribe: StoreApi<CameraState>['subscribe'];
  /** Begins with another map: where it was left, or as a map is first shown. */
  showMap(sheet: Size, leftAt: Camera | null): void;
  /** Looks at nothing until another map is shown. */
  leaveMap(): void;
  /** The same map in another size. */
  resizeSheet(sheet: Size): void;
  resizeView(view: Size): void;
  /** CSS px. */
  panBy(dx: number, dy: number): void;
  /** Moves so that this map point is in the middle. */
  centreOn(point: Point): void;
  /** Moves no further than needed to see a box (px at 100 %) clear of what covers the left and top edges (CSS px). */
  reveal(box: Box, covered: Size): void;
  /** Puts this map point at the top left corner. */
  moveTo(x: number, y: number): void;
  /** Zooms about a place in the view, its middle when none is given. */
  zoomTo(zoom: number, at?: Point): void;
  zoomBy(factor: number, at?: Point): void;
  zoomStep(direction: 1 | -1): void;
  /** Shows the whole map; the next one to be shown when there is none yet. */
  fit(): void;
}

const NO_SIZE: Size = { width: 0, height: 0 };

/** Makes a camera that looks at nothing yet. */
export function createCameraStore(): CameraStore {
  const store = createStore<CameraState>(() => ({ camera: { x: 0, y: 0, zoom: 1 }, view: NO_SIZE, sheet: null }));
  /** A map that was to be shown before the view had a size. */
  let awaited: { readonly leftAt: Camera | null } | null = null;
  /** The whole map was asked for before there was one: a large one takes a moment to be laid out. */
  let wantsWhole = false;

  const move = (change: (camera: Camera, sheet: Size, view: Size) => Camera): void => {
    const { camera, sheet, view } = store.getState();
    if (sheet === null || view.width === 0) return;
    const moved = clampCamera(change(camera, sheet, view), sheet, view);
    const stays = moved.x === camera.x && moved.y === camera.y && moved.zoom === camera.zoom;
    if (!stays) store.setState({ camera: moved });
  };
  const open = (leftAt: Camera | null): void => {
    const hasSize = store.getState().view.width > 0;
    awaited = hasSize ? null : { leftAt };
    if (!hasSize) return;
    const isWhole = wantsWhole;
    wantsWhole = false;
    move((_, sheet, view) => (isWhole ? fitCamera(sheet, view) : (leftAt ?? openingCamera(sheet, view))));
  };
  const zoomTo = (zoom: number, at?: Point): void =>
    move((camera, sheet, view) => zoomAt(camera, clampZoom(zoom, sheet, view), at ?? middleOf(view)));

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    showMap: (sheet, leftAt) => {
      store.setState({ sheet });
      open(leftAt);
    },
    leaveMap: () => {
      awaited = null;
      wantsWhole = false;
      store.setState({ sheet: null });
    },
    resizeSheet: (sheet) => {
      const before = store.getState().sheet;
      // Most edits leave it as it is, and everything that follows the camera would be told.
      if (before?.width === sheet.width && before.height === sheet.height) return;
      store.setState({ sheet });
      move((camera) => camera);
    },
    resizeView: (view) => {
      const before = store.getState().view;
      if (before.width === view.width && before.height === view.height) return;
      store.setState({ view });
      if (awaited !== null) open(awaited.leftAt);
      else move((camera) => camera);
    },
    panBy: (dx, dy) => move((camera) => panBy(camera, dx, dy)),
    centreOn: (point) => move((camera, _, view) => centreOn(camera, point, view)),
    reveal: (box, covered) => move((camera, _, view) => reveal(camera, box, view, covered)),
    moveTo: (x, y) => move((camera) => ({ ...camera, x, y })),
    zoomTo,
    zoomBy: (factor, at) => zoomTo(store.getState().camera.zoom * factor, at),
    zoomStep: (direction) => zoomTo(nextZoom(store.getState().camera.zoom, direction)),
    fit: () => {
      const { sheet, view } = store.getState();
      wantsWhole = sheet === null || view.width === 0;
      move((_, whole, size) => fitCamera(whole, size));
    },
  };
}
