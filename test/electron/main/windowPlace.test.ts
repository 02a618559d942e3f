import { describe, expect, test } from 'vitest';
import { LEAST_SIZE, placeWindow, type WindowPlace } from '../../../electron/main/windows/windowPlace.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 860 };
const screen = { x: 1440, y: -200, width: 2560, height: 1400 };

function last(x: number, y: number, width = 1200, height = 800): WindowPlace {
  return { bounds: { x, y, width, height }, maximized: false };
}

describe('the place of a new window', () => {
  test('is the middle of the main display the first time', () => {
    const { bounds, maximized } = placeWindow(null, [{ x: 0, y: 25, width: 1920, height: 1000 }], []);
    expect(bounds).toEqual({ x: 240, y: 75, width: 1440, height: 900 });
    expect(maximized).toBe(false);
  });

  test('is where the last one stood', () => {
    expect(placeWindow(last(1600, 0), [laptop, screen], []).bounds).toEqual(last(1600, 0).bounds);
  });

  test('is on a display that is there when the last one was unplugged, and keeps the size', () => {
    expect(placeWindow(last(1600, 0), [laptop], []).bounds).toEqual({ x: 120, y: 30, width: 1200, height: 800 });
  });

  test('lets the upper rod be grasped: a window whose rod is above the display comes down', () => {
    const { bounds } = placeWindow(last(100, -300), [laptop], []);
    expect(bounds.y).toBeGreaterThanOrEqual(laptop.y);
  });

  test('is not larger than its display', () => {
    expect(placeWindow(last(0, 0, 4000, 3000), [laptop], []).bounds).toEqual(laptop);
  });

  test('is not smaller than a window can be, even on a smaller display', () => {
    const small = { x: 0, y: 0, width: 800, height: 600 };
    expect(placeWindow(last(0, 0, 300, 200), [small], []).bounds).toMatchObject(LEAST_SIZE);
  });

  test('does not hide the window that is open', () => {
    const { bounds } = placeWindow(last(40, 40), [laptop], [{ x: 40, y: 40 }]);
    expect(bounds).toMatchObject({ x: 68, y: 68 });
  });

  test('goes back to the beginning when the cascade runs out of the display', () => {
    const taken = Array.from({ length: 100 }, (_, at) => ({ x: 40 + at * 28, y: 40 + at * 28 }));
    expect(placeWindow(last(40, 40), [laptop], taken).bounds).toMatchObject({ x: 40, y: 40 });
  });

  test('remembers that it filled the screen', () => {
    expect(placeWindow({ ...last(0, 0), maximized: true }, [laptop], []).maximized).toBe(true);
  });
});
