import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CameraStore, createCameraStore } from '../../../renderer/canvas/cameraStore.ts';
import { MapView } from '../../../renderer/canvas/mapView.ts';
import type { PictureCache } from '../../../renderer/canvas/pictureCache.ts';
import type { Scene, SceneBand, SceneItem, ScenePart } from '../../../shared/scene/scene.ts';
import { THEMES } from '../../../shared/scene/theme.ts';
import { type FakeContext, installFakeCanvas } from '../support/fakeCanvas.ts';

const noPictures: PictureCache = { get: () => null, onCame: () => () => undefined, close: () => undefined };

/** A part that fills its box with a rectangle. */
function block(key: string, x: number, y: number): ScenePart {
  const box = { x, y, width: 100, height: 50 };
  const item: SceneItem = { kind: 'rect', ...box, fill: 'ink' };
  return { key, box, items: () => [item] };
}

function sceneOf(parts: readonly ScenePart[], width = 2560, height = 2048): Scene {
  return {
    width,
    height,
    background: 'paper',
    bands: [{ key: 'band', y: 0, height, parts }],
    heads: { x: 0, y: 100, width, height: 100 },
    labels: { x: 0, y: 200, width: 150, height: height - 200 },
  };
}

let contexts: readonly FakeContext[];
let root: HTMLElement;
let camera: CameraStore;
let view: MapView;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout', 'performance'],
  });
  vi.stubGlobal('requestIdleCallback', () => 1);
  vi.stubGlobal('cancelIdleCallback', () => undefined);
  vi.stubGlobal('devicePixelRatio', 1);
  ({ contexts } = installFakeCanvas());
  root = document.createElement('div');
  camera = createCameraStore();
  camera.resizeView({ width: 512, height: 512 });
  view = new MapView(root, camera);
});

afterEach(() => {
  view.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Lets every frame and timer come that is waited for, and forgets what contexts were told before. */
function settle(): void {
  vi.advanceTimersByTime(1000);
}

function forget(): void {
  for (const context of contexts) context.told.length = 0;
}

/** Tiles painted since `forget`: each begins with an empty one. */
function painted(): readonly FakeContext[] {
  return contexts.filter(({ told }) => told.some(([name]) => name === 'clearRect'));
}

function show(scene: Scene, theme: 'light' | 'dark' = 'light', pictures = noPictures): void {
  view.show({ scene, colours: THEMES[theme], pictures });
}

const open = (parts: readonly ScenePart[] = [block('a', 300, 300), block('b', 1500, 1500)]): Scene => {
  const scene = sceneOf(parts);
  show(scene);
  camera.showMap(scene, { x: 0, y: 0, zoom: 1 });
  settle();
  return scene;
};

const visibleTiles = () => root.querySelectorAll('canvas').length - 1;

describe('the still map', () => {
  test('is painted into tiles: what is in view and a ring around it', () => {
    open();
    // 512 px of view at the sheet's corner over tiles of 256 px: 2 x 2 in view, and one more to the right and below.
    expect(visibleTiles()).toBe(9);
  });

  test('is moved by a transform, without painting again', () => {
    open();
    camera.panBy(40, 24);
    settle();
    forget();
    camera.panBy(10, 10);
    settle();
    expect(painted()).toEqual([]);
    const moved = [...root.querySelectorAll<HTMLElement>('div')].map(({ style }) => style.transform);
    expect(moved).toContain('translate(-50px, -34px)');
  });

  test('is painted again only where a part changed', () => {
    const scene = open();
    forget();
    const parts = scene.bands[0]?.parts ?? [];
    show(sceneOf([block('a', 310, 300), ...parts.slice(1)]));
    settle();
    expect(painted()).toHaveLength(1);
    expect(painted()[0]?.told).toContainEqual(['fillRect', 310, 300, 100, 50]);
  });

  test('is painted again no further than the part reaches: where it was, and where it is', () => {
    const scene = open();
    forget();
    show(sceneOf([block('a', 310, 300), ...(scene.bands[0]?.parts ?? []).slice(1)]));
    settle();
    const cleared = painted().flatMap(({ told }) => told.filter(([name]) => name === 'clearRect'));
    // In the tile that begins at 256, 256.
    expect(cleared).toEqual([['clearRect', 44, 44, 110, 50]]);
  });

  test('shows a change one frame before what it moved', () => {
    const rest: SceneBand = { key: 'below', y: 400, height: 100, parts: [block('b', 0, 0)] };
    const scene = sceneOf([block('a', 300, 0)]);
    show({ ...scene, bands: [...scene.bands, rest] });
    camera.showMap(scene, { x: 0, y: 0, zoom: 1 });
    settle();
    forget();
    show({ ...sceneOf([block('a', 310, 0)]), bands: [...sceneOf([block('a', 310, 0)]).bands, { ...rest, y: 420 }] });
    vi.advanceTimersToNextFrame();
    expect(painted().flatMap(({ told }) => told)).toContainEqual(['fillRect', 310, 0, 100, 50]);
    expect(painted()).toHaveLength(1);
    settle();
    expect(painted()).toHaveLength(2);
  });

  test('shows a change one frame before what it moved in the same tile', () => {
    const content = {};
    show(sceneOf([block('a', 100, 0), { ...block('b', 100, 60), content }]));
    camera.showMap(sceneOf([]), { x: 0, y: 0, zoom: 1 });
    settle();
    forget();
    show(sceneOf([block('a', 101, 0), { ...block('b', 100, 80), content }]));
    vi.advanceTimersToNextFrame();
    const rects = () => painted().flatMap(({ told }) => told.filter(([name]) => name === 'fillRect'));
    expect(rects()).toContainEqual(['fillRect', 101, 0, 100, 50]);
    expect(rects()).not.toContainEqual(['fillRect', 100, 80, 100, 50]);
    settle();
    expect(rects()).toContainEqual(['fillRect', 100, 80, 100, 50]);
  });

  test('is not painted again for a change out of sight', () => {
    const scene = open();
    forget();
    const parts = scene.bands[0]?.parts ?? [];
    show(sceneOf([...parts.slice(0, 1), block('b', 1510, 1500)]));
    settle();
    expect(painted()).toEqual([]);
  });

  test('is painted again in another look', () => {
    const scene = open();
    forget();
    show(scene, 'dark');
    settle();
    expect(painted()).toHaveLength(9);
    expect(painted().some(({ told }) => told.some(([, value]) => value === THEMES.dark.ink))).toBe(true);
  });

  test('shows nothing when there is no map', () => {
    open();
    view.show(null);
    settle();
    expect(root.hasAttribute('data-empty')).toBe(true);
  });
});

describe('while the zoom changes', () => {
  const layer = () => [...root.querySelectorAll('canvas')].at(-1);

  test('one layer is painted directly, and tiles come when the zoom rests', () => {
    open();
    camera.zoomTo(0.5);
    vi.advanceTimersByTime(20);
    expect(root.hasAttribute('data-zooming')).toBe(true);
    expect(layer()?.hidden).toBe(false);
    // Half as many pixels each way as the view has.
    expect(layer()?.width).toBe(256);
    camera.zoomTo(0.4);
    vi.advanceTimersByTime(100);
    expect(root.hasAttribute('data-zooming')).toBe(true);
    settle();
    expect(root.hasAttribute('data-zooming')).toBe(false);
    expect(layer()?.hidden).toBe(true);
  });

  test('a change of the map is shown at once', () => {
    open();
    camera.zoomTo(0.5);
    vi.advanceTimersByTime(20);
    forget();
    show(sceneOf([block('a', 320, 300)]));
    vi.advanceTimersByTime(20);
    expect(painted().flatMap(({ told }) => told)).toContainEqual(['fillRect', 320, 300, 100, 50]);
  });

  describe('from afar', () => {
    /** The idle moments waited for; each has time for all there is to do. */
    let idle: Map<number, IdleRequestCallback>;

    beforeEach(() => {
      idle = new Map();
      let last = 0;
      vi.stubGlobal('requestIdleCallback', (work: IdleRequestCallback) => {
        last += 1;
        idle.set(last, work);
        return last;
      });
      vi.stubGlobal('cancelIdleCallback', (request: number) => idle.delete(request));
    });

    const haveTime = () => {
      // A map is walked through with what is added meanwhile.
      for (const [request, work] of idle) {
        idle.delete(request);
        work({ didTimeout: false, timeRemaining: () => 50 });
      }
    };

    const zoomAway = () => {
      camera.zoomTo(camera.getState().camera.zoom === 0.1 ? 0.11 : 0.1);
      vi.advanceTimersByTime(20);
      return contexts.filter(({ canvas }) => canvas === layer()).flatMap(({ told }) => told.map(([name]) => name));
    };

    test('a picture of the whole map is shown, made while there was nothing to do', () => {
      open();
      haveTime();
      forget();
      const told = zoomAway();
      expect(told).toContain('drawImage');
      expect(told).not.toContain('fillRect');
    });

    test('it is painted directly until the picture shows the last change', () => {
      const scene = open();
      haveTime();
      show(sceneOf([block('a', 320, 300), ...(scene.bands[0]?.parts.slice(1) ?? [])]));
      forget();
      expect(zoomAway()).toContain('fillRect');
      haveTime();
      const pieces = contexts.filter(({ canvas }) => !root.contains(canvas)).flatMap(({ told }) => told);
      expect(pieces).toContainEqual(['fillRect', 320, 300, 100, 50]);
      forget();
      expect(zoomAway()).toContain('drawImage');
    });
  });
});

describe('heads and labels', () => {
  const strips = () =>
    [...root.querySelectorAll<HTMLElement>('div')].filter(({ className }) =>
      /heads|labels|held|corner/.test(className),
    );
  const shown = () => strips().map(({ className, hidden }) => [className, !hidden]);

  test('stand where they belong while they are in view', () => {
    open();
    expect(shown()).toEqual([
      ['labels', false],
      ['held', false],
      ['heads', false],
      ['corner', false],
    ]);
  });

  test('stay at the edge they were scrolled over', () => {
    open();
    camera.moveTo(0, 400);
    settle();
    expect(shown()).toEqual([
      ['labels', false],
      ['held', false],
      ['heads', true],
      ['corner', false],
    ]);
    camera.moveTo(700, 400);
    settle();
    expect(shown().filter(([, visible]) => !visible)).toEqual([['held', false]]);
  });

  test('keep the name of a lane in view that is higher than the view, until the lane takes it along', () => {
    const low = { key: 'low', y: 200, height: 150, parts: [], labelHeight: 80 };
    const high = { key: 'high', y: 350, height: 1200, parts: [block('high label', 0, 10)], labelHeight: 80 };
    const river = { key: 'river', y: 1550, height: 400, parts: [] };
    const scene = { ...sceneOf([]), bands: [low, high, river] };
    show(scene);
    camera.showMap(scene, { x: 0, y: 0, zoom: 1 });
    settle();
    const held = root.querySelector<HTMLElement>('.held');
    const standsAt = () => (held?.hidden ? null : held?.style.transform);
    camera.moveTo(0, 100);
    settle();
    expect(standsAt()).toBeNull();
    camera.moveTo(0, 600);
    settle();
    // Under the heads, which stay too.
    expect(standsAt()).toBe('translate(0px, 100px)');
    camera.moveTo(0, 1420);
    settle();
    expect(standsAt()).toBe('translate(0px, 50px)');
    camera.moveTo(0, 1500);
    settle();
    expect(standsAt()).toBeNull();
  });

  test('let go when they would cover the map', () => {
    open();
    camera.zoomTo(4);
    camera.moveTo(700, 700);
    settle();
    expect(shown().some(([, visible]) => visible)).toBe(false);
  });
});

test('a picture that comes late is painted into the tiles that waited for it', () => {
  let came: (hash: string) => void = () => undefined;
  let picture: ImageBitmap | null = null;
  const pictures: PictureCache = {
    get: () => picture,
    onCame: (listener) => {
      came = listener;
      return () => undefined;
    },
    close: () => undefined,
  };
  const hash = 'a'.repeat(64);
  const box = { x: 10, y: 10, width: 100, height: 100 };
  const item: SceneItem = { kind: 'image', ...box, hash, pixelWidth: 10, pixelHeight: 10, description: '', radius: 0 };
  const scene = sceneOf([{ key: 'picture', box, items: () => [item] }]);
  show(scene, 'light', pictures);
  camera.showMap(scene, { x: 0, y: 0, zoom: 1 });
  settle();
  forget();
  picture = {} as ImageBitmap;
  came(hash);
  settle();
  expect(painted()).toHaveLength(1);
  expect(painted()[0]?.told.some(([name]) => name === 'drawImage')).toBe(true);
});

test('a dense screen gets tiles of as many pixels in less room', () => {
  vi.stubGlobal('devicePixelRatio', 2);
  open();
  const tile = root.querySelector('canvas');
  expect(tile?.width).toBe(256);
  expect(tile?.style.width).toBe('128px');
});
