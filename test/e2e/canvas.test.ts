import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { launchMeander } from './harness/app.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let app: MeanderApp;
let window: Page;

beforeEach(async () => {
  app = await launchMeander();
  window = app.window;
  await window.getByRole('button', { name: 'Sarah and the fashion shop' }).click();
  await tilesPainted();
});

afterEach(async () => {
  await app.close();
});

const canvas = () => window.getByRole('application', { name: /^Map/ });
const zoom = async () => (await window.locator('output').textContent())?.trim() ?? '';

/** Waits until the map stands still on the screen. */
async function tilesPainted(): Promise<void> {
  await canvas().waitFor();
  await window.waitForFunction(() => {
    const view = document.querySelector('[data-region="canvas"]');
    return view !== null && !view.hasAttribute('data-zooming') && view.querySelectorAll('canvas').length > 4;
  });
  // Two frames more: what was painted is on the screen.
  await window.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** How many different colours stand in a screenshot's clip: an empty sheet has few. */
async function coloursIn(clip: { x: number; y: number; width: number; height: number }): Promise<number> {
  const png = await window.screenshot({ clip });
  return window.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      if (context === null) return 0;
      context.drawImage(picture, 0, 0);
      return new Set(new Uint32Array(context.getImageData(0, 0, picture.width, picture.height).data.buffer)).size;
    },
    [...png],
  );
}

async function middleOfCanvas(): Promise<{ x: number; y: number }> {
  const box = await canvas().boundingBox();
  if (box === null) throw new Error('The map is nowhere');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe('the map in the window', () => {
  test('is drawn, and shows the whole of it with Shift+1', async () => {
    const { x, y } = await middleOfCanvas();
    expect(await coloursIn({ x: x - 200, y: y - 200, width: 400, height: 400 })).toBeGreaterThan(200);
    await canvas().focus();
    await window.keyboard.press('Shift+Digit1');
    await tilesPainted();
    expect(Number.parseInt(await zoom(), 10)).toBeLessThan(80);
    await app.screenshot('canvas-fit');
  });

  test('zooms at the pointer with Ctrl and the wheel, and back to 100 % with Ctrl+0', async () => {
    const { x, y } = await middleOfCanvas();
    await window.mouse.move(x, y);
    await window.keyboard.down('Control');
    await window.mouse.wheel(0, -200);
    await window.keyboard.up('Control');
    await expect.poll(zoom).not.toBe('80 %');
    await tilesPainted();
    await window.keyboard.press('Control+0');
    await expect.poll(zoom).toBe('100 %');
    await tilesPainted();
    expect(await coloursIn({ x: x - 200, y: y - 200, width: 400, height: 400 })).toBeGreaterThan(200);
  });

  test('keeps heads and labels at the edges when it is scrolled', async () => {
    const { x, y } = await middleOfCanvas();
    await window.mouse.move(x, y);
    await window.mouse.wheel(400, 300);
    await tilesPainted();
    const visible = await window.evaluate(() =>
      ['heads', 'labels', 'corner'].map(
        (name) => document.querySelector<HTMLElement>(`[data-region="canvas"] > [class*="${name}"]`)?.hidden === false,
      ),
    );
    expect(visible).toEqual([true, true, true]);
    await app.screenshot('canvas-scrolled');
  });

  test('goes where one clicks in the profile', async () => {
    const strip = window.getByRole('slider', { name: /^Overview/ });
    const before = Number(await strip.getAttribute('aria-valuenow'));
    const box = await strip.boundingBox();
    if (box === null) throw new Error('There is no profile');
    await window.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
    await expect.poll(async () => Number(await strip.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
    await tilesPainted();
  });

  test('is drawn in the dark, and in the other map that is chosen', async () => {
    const { x, y } = await middleOfCanvas();
    const clip = { x: x - 200, y: y - 200, width: 400, height: 400 };
    const light = await window.screenshot({ clip });
    await app.electron.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
    });
    await expect.poll(() => window.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await tilesPainted();
    expect((await window.screenshot({ clip })).equals(light)).toBe(false);
    await window.getByRole('button', { name: /^With a fit adviser/ }).click();
    await tilesPainted();
    await window.getByRole('application', { name: /^Map With a fit adviser/ }).waitFor();
  });
});

test('at twice the text size no button of the window is lost', async () => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
  });
  const { width, height } = await window.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  for (const name of ['Menu', 'Export', 'Zoom in', 'Whole map', 'Close', 'Fold the right panel']) {
    const button = window.getByRole('button', { name, exact: true });
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    expect(box, name).not.toBeNull();
    expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(width + 1);
    expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual(height + 1);
  }
  await app.screenshot('canvas-twice-the-text');
});
