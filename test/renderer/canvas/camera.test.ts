import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Camera,
  clampCamera,
  DESK_MARGIN,
  fitCamera,
  MOST_ZOOM,
  nextZoom,
  openingCamera,
  panBy,
  type Size,
  toMap,
  toView,
  zoomAt,
} from '../../../renderer/canvas/camera.ts';
import { createCameraStore } from '../../../renderer/canvas/cameraStore.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.record({ x: real(-3000, 3000), y: real(-3000, 3000) });
const camera: fc.Arbitrary<Camera> = fc.record({ x: real(-5e4, 5e4), y: real(-5e4, 5e4), zoom: real(0.02, 6) });
const sheet: fc.Arbitrary<Size> = fc.record({ width: real(300, 40_000), height: real(300, 40_000) });
const view: fc.Arbitrary<Size> = fc.record({ width: real(200, 4000), height: real(200, 3000) });

const corners = (camera: Camera, sheet: Size) => {
  const start = toView(camera, { x: 0, y: 0 });
  const end = toView(camera, { x: sheet.width, y: sheet.height });
  return { left: start.x, top: start.y, right: end.x, bottom: end.y };
};

describe('the camera', () => {
  test('keeps the point under the pointer when it zooms', () => {
    fc.assert(
      fc.property(camera, real(0.05, 4), point, (from, zoom, at) => {
        const before = toMap(from, at);
        const after = toMap(zoomAt(from, zoom, at), at);
        expect(after.x).toBeCloseTo(before.x, 5);
        expect(after.y).toBeCloseTo(before.y, 5);
      }),
    );
  });

  test('shows every corner of the sheet when it fits', () => {
    fc.assert(
      fc.property(sheet, view, (sheet, view) => {
        const seen = corners(fitCamera(sheet, view), sheet);
        expect(seen.left).toBeGreaterThanOrEqual(DESK_MARGIN - 1e-6);
        expect(seen.top).toBeGreaterThanOrEqual(DESK_MARGIN - 1e-6);
        expect(seen.right).toBeLessThanOrEqual(view.width - DESK_MARGIN + 1e-6);
        expect(seen.bottom).toBeLessThanOrEqual(view.height - DESK_MARGIN + 1e-6);
      }),
    );
  });

  test('has nothing to clamp in what it has clamped', () => {
    fc.assert(
      fc.property(camera, sheet, view, (from, sheet, view) => {
        const once = clampCamera(from, sheet, view);
        expect(clampCamera(once, sheet, view)).toEqual(once);
      }),
    );
  });

  test('never loses the sheet, however far it is moved', () => {
    fc.assert(
      fc.property(camera, sheet, view, (from, sheet, view) => {
        const seen = corners(clampCamera(from, sheet, view), sheet);
        expect(seen.left).toBeLessThan(view.width);
        expect(seen.right).toBeGreaterThan(0);
        expect(seen.top).toBeLessThan(view.height);
        expect(seen.bottom).toBeGreaterThan(0);
      }),
    );
  });

  test('stays between the whole map or 10 %, and 400 %', () => {
    fc.assert(
      fc.property(camera, sheet, view, (from, sheet, view) => {
        const { zoom } = clampCamera(from, sheet, view);
        expect(zoom).toBeLessThanOrEqual(MOST_ZOOM);
        expect(zoom).toBeGreaterThanOrEqual(Math.min(0.1, fitCamera(sheet, view).zoom));
      }),
    );
  });

  test('pans by what the hand moves, whatever the zoom', () => {
    const moved = panBy({ x: 10, y: 20, zoom: 0.5 }, 30, -40);
    expect(moved).toEqual({ x: 70, y: -60, zoom: 0.5 });
  });

  test('opens a large map at its beginning in a size for reading', () => {
    const opened = openingCamera({ width: 2358, height: 1100 }, { width: 1080, height: 860 });
    expect(opened.zoom).toBe(0.8);
    expect(corners(opened, { width: 2358, height: 1100 })).toMatchObject({ left: DESK_MARGIN, top: DESK_MARGIN });
  });

  test('opens a small map whole and never enlarged', () => {
    const opened = openingCamera({ width: 500, height: 300 }, { width: 1080, height: 860 });
    expect(opened.zoom).toBe(1);
  });

  test('steps through round zooms and stops at the ends', () => {
    expect(nextZoom(0.83, 1)).toBe(1);
    expect(nextZoom(1, -1)).toBe(0.8);
    expect(nextZoom(4, 1)).toBe(4);
    expect(nextZoom(0.05, -1)).toBe(0.05);
  });
});

describe('the camera store', () => {
  const sheet = { width: 2000, height: 1000 };
  const view = { width: 1000, height: 800 };

  test('waits for the view before it shows a map', () => {
    const store = createCameraStore();
    store.showMap(sheet, null);
    store.resizeView(view);
    expect(store.getState().camera).toEqual(openingCamera(sheet, view));
  });

  test('shows a map whole that was asked for before it was laid out, and the next one as usual', () => {
    const store = createCameraStore();
    const large = { width: 9_000, height: 16_000 };
    store.resizeView({ width: 900, height: 700 });
    store.fit();
    store.showMap(large, null);
    expect(store.getState().camera.zoom).toBeCloseTo(660 / 16_000);
    store.showMap(large, null);
    expect(store.getState().camera.zoom).toBe(0.8);
    store.fit();
    expect(store.getState().camera.zoom).toBeCloseTo(660 / 16_000);
    store.showMap(large, null);
    expect(store.getState().camera.zoom).toBe(0.8);
  });

  test('shows a second map whole that was asked for while the first was gone and it was not laid out', () => {
    const store = createCameraStore();
    store.resizeView(view);
    store.showMap(sheet, null);
    store.leaveMap();
    store.fit();
    store.showMap({ width: 9_000, height: 16_000 }, null);
    expect(store.getState().camera.zoom).toBeLessThan(0.1);
    store.leaveMap();
    store.fit();
    store.leaveMap();
    store.showMap(sheet, null);
    expect(store.getState().camera).toEqual(openingCamera(sheet, view));
  });

  test('shows a map where it was left', () => {
    const store = createCameraStore();
    store.resizeView(view);
    store.showMap(sheet, { x: 300, y: 100, zoom: 2 });
    expect(store.getState().camera).toEqual({ x: 300, y: 100, zoom: 2 });
  });

  test('tells nobody when a move leads nowhere', () => {
    const store = createCameraStore();
    store.resizeView(view);
    store.showMap(sheet, null);
    store.fit();
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.fit();
    expect(told).toBe(0);
  });

  test('keeps the sheet in view when the window shrinks', () => {
    const store = createCameraStore();
    store.resizeView(view);
    store.showMap(sheet, { x: 1500, y: 500, zoom: 1 });
    store.resizeView({ width: 300, height: 300 });
    const { camera } = store.getState();
    expect(clampCamera(camera, sheet, { width: 300, height: 300 })).toEqual(camera);
  });
});
