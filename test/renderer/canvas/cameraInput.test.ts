import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { followCameraInput, wheelPan, wheelZoom } from '../../../renderer/canvas/cameraInput.ts';
import { type CameraStore, createCameraStore } from '../../../renderer/canvas/cameraStore.ts';

let root: HTMLElement;
let camera: CameraStore;
let stop: () => void;

beforeEach(() => {
  Element.prototype.setPointerCapture = () => undefined;
  root = document.createElement('div');
  root.tabIndex = 0;
  document.body.append(root);
  camera = createCameraStore();
  camera.resizeView({ width: 800, height: 600 });
  camera.showMap({ width: 5000, height: 4000 }, { x: 1000, y: 1000, zoom: 1 });
  stop = followCameraInput(root, camera);
});

afterEach(() => {
  stop();
  root.remove();
});

const at = () => camera.getState().camera;
const wheel = (init: WheelEventInit): boolean =>
  root.dispatchEvent(new WheelEvent('wheel', { cancelable: true, clientX: 400, clientY: 300, ...init }));
const pointer = (type: string, id: number, x: number, y: number, button = 0): void => {
  const event = new MouseEvent(type, { clientX: x, clientY: y, button, cancelable: true });
  root.dispatchEvent(Object.assign(event, { pointerId: id }));
};

describe('the wheel', () => {
  test('moves the map, and sideways with Shift', () => {
    wheel({ deltaX: 30, deltaY: 40 });
    expect(at()).toMatchObject({ x: 1030, y: 1040 });
    wheel({ deltaY: 40, shiftKey: true });
    expect(at()).toMatchObject({ x: 1070, y: 1040 });
  });

  test('counts lines where a mouse does', () => {
    expect(wheelPan({ deltaX: 0, deltaY: 3, deltaMode: 1, shiftKey: false })).toEqual({ x: 0, y: 48 });
  });

  test('zooms with Ctrl about the pointer and keeps the page from zooming', () => {
    const goesOn = wheel({ deltaY: -100, ctrlKey: true });
    expect(goesOn).toBe(false);
    expect(at().zoom).toBeCloseTo(1.197, 3);
    expect(at().x + 400 / at().zoom).toBeCloseTo(1400, 6);
    expect(at().y + 300 / at().zoom).toBeCloseTo(1300, 6);
  });

  test('takes the small steps of a pinch for more than those of a wheel', () => {
    expect(wheelZoom(-10)).toBeCloseTo(Math.exp(0.1), 6);
    expect(wheelZoom(-100) * wheelZoom(100)).toBeCloseTo(1, 6);
  });
});

describe('dragging', () => {
  test('moves the map with the hand, by the left and the middle button', () => {
    for (const button of [0, 1]) {
      pointer('pointerdown', 1, 100, 100, button);
      pointer('pointermove', 1, 80, 130);
      pointer('pointerup', 1, 80, 130);
    }
    expect(at()).toMatchObject({ x: 1040, y: 940 });
  });

  test('ends with the button', () => {
    pointer('pointerdown', 1, 100, 100);
    expect(root.dataset.panning).toBe('');
    pointer('pointerup', 1, 100, 100);
    pointer('pointermove', 1, 0, 0);
    expect(root.dataset.panning).toBeUndefined();
    expect(at()).toMatchObject({ x: 1000, y: 1000 });
  });

  test('is not begun by the right button', () => {
    pointer('pointerdown', 1, 100, 100, 2);
    pointer('pointermove', 1, 0, 0);
    expect(at()).toMatchObject({ x: 1000, y: 1000 });
  });

  test('with two fingers zooms about the middle between them', () => {
    pointer('pointerdown', 1, 300, 300);
    pointer('pointerdown', 2, 500, 300);
    pointer('pointermove', 2, 700, 300);
    expect(at().zoom).toBeCloseTo(2, 6);
  });
});

describe('the keyboard', () => {
  test('moves the map when the map has the focus', () => {
    root.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    root.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' }));
    expect(at()).toMatchObject({ x: 1060, y: 1540 });
  });

  test('moves nothing with Ctrl, or while an input method is at work', () => {
    root.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', ctrlKey: true }));
    root.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', isComposing: true }));
    expect(at()).toMatchObject({ x: 1000, y: 1000 });
  });
});
