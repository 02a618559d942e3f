import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { ProvidedLaunch } from '../e2e/harness/globalSetup.ts';
import { type MeanderApp, startMeander } from '../e2e/harness/startMeander.ts';
import { calibrateRepaint } from './calibrate.ts';
import { measureEdits } from './editTimes.ts';
import type { Figures } from './metrics.ts';
import { installProbe, rest, watchFrames } from './probe.ts';
import { percentile95 } from './statistics.ts';

/** The window every figure is measured in, in CSS px. */
const WINDOW = { width: 1600, height: 1000 };

/** Opens a file in a freshly started application, all panels open, and measures what a person does with it. */
export async function measureWindow(
  launch: ProvidedLaunch,
  file: string,
): Promise<{ readonly figures: Figures; readonly repaint: number }> {
  const app = await startMeander(launch);
  try {
    await app.electron.evaluate(({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.unmaximize();
      window?.setBounds({ x: 0, y: 0, ...size });
    }, WINDOW);
    const page = app.window;
    await page.getByRole('button', { name: 'New map' }).waitFor();
    const repaint = await calibrateRepaint(page);
    await installProbe(page);
    const opening = await openFile(app, file);
    await rest(page);
    const heap = await heapOf(page);
    const moving = await measureMoving(page);
    const editing = await measureEdits(page);
    return { figures: { ...opening, heap, ...moving, ...editing }, repaint };
  } finally {
    await app.kill();
  }
}

async function openFile({ window: page, dialogs }: MeanderApp, file: string): Promise<Figures> {
  await dialogs.answer({ kind: 'open', paths: [file] });
  await page.evaluate(() => {
    window.addEventListener(
      'keydown',
      () => {
        if (globalThis.benchProbe !== undefined) globalThis.benchProbe.asked = performance.now();
      },
      { capture: true, once: true },
    );
  });
  await page.keyboard.press('Control+o');
  await page.waitForFunction(() => globalThis.benchProbe?.settled !== null);
  return page.evaluate(() => {
    const { asked, settled } = globalThis.benchProbe ?? { asked: 0, settled: 0 };
    const opened = performance.getEntriesByName('meander:opened').at(-1)?.startTime ?? Number.NaN;
    return { opened: (settled ?? Number.NaN) - opened, asked: (settled ?? Number.NaN) - asked };
  });
}

/** MB in use once what nobody needs is collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

async function measureMoving(page: Page): Promise<Figures> {
  const canvas = page.getByRole('application', { name: /^Map/ });
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('The map is nowhere');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await canvas.focus();

  await page.keyboard.press('Control+0');
  await rest(page);
  const panActual = percentile95(await watchFrames(page, () => panAbout(page)));
  await page.keyboard.press('Shift+Digit1');
  await rest(page);
  // Exactly fitting, the map would not move to its longer side.
  await wheel(page, 0, -60, true);
  await rest(page);
  const panFit = percentile95(await watchFrames(page, () => panAbout(page)));
  await page.keyboard.press('Shift+Digit1');
  await rest(page);
  const zoom = percentile95(await watchFrames(page, () => zoomInAndOut(page)));
  await page.keyboard.press('Control+0');
  await rest(page);
  return { panActual, panFit, zoom };
}

/** A wheel's or trackpad's events come about this often. ms */
const EVERY = 12;

/** Two fingers on a trackpad: right and down, back and up, in curves. */
async function panAbout(page: Page): Promise<void> {
  for (let at = 0; at < 240; at += 1) {
    const along = (at / 240) * 2 * Math.PI;
    await wheel(page, 22 * Math.cos(along), 18 * Math.sin(along * 2));
  }
}

/** Ctrl and the wheel, notch by notch, to large and back; with the moment after it, when tiles are built anew. */
async function zoomInAndOut(page: Page): Promise<void> {
  for (const direction of [-1, 1]) {
    for (let notch = 0; notch < 36; notch += 1) await wheel(page, 0, 45 * direction, true);
    await sleep(400);
  }
}

/** One real wheel event; the next may come before this one has been answered. */
async function wheel(page: Page, dx: number, dy: number, ctrl = false): Promise<void> {
  if (ctrl) await page.keyboard.down('Control');
  const turned = page.mouse.wheel(dx, dy);
  await Promise.all([turned, sleep(EVERY)]);
  if (ctrl) await page.keyboard.up('Control');
}
