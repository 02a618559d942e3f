import type { Page } from 'playwright-core';

/** What watches frames and events inside a window. */
interface Probe {
  /** ms between frames since `watchFrames`. */
  frames: number[];
  /** ms from an event to the end of the frame that answers it. */
  latencies: number[];
  isWatching: boolean;
  /** When a file was asked for, and how long after the document arrived its map stood on the screen. */
  asked: number;
  settled: number | null;
}

declare global {
  var benchProbe: Probe | undefined;
}

/** Puts the probe into a window that is at its start screen. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probe: Probe = { frames: [], latencies: [], isWatching: false, asked: 0, settled: null };
    globalThis.benchProbe = probe;
    // Called after the frame in which the mark was set is drawn.
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('meander:settled').length > 0) probe.settled = performance.now();
    }).observe({ entryTypes: ['mark'] });
    const channel = new MessageChannel();
    let waiting: number | null = null;
    const drawn = (at: number): void => {
      if (waiting !== at) return;
      probe.latencies.push(performance.now() - at);
      waiting = null;
    };
    channel.port1.onmessage = ({ data }) => drawn(data);
    for (const type of ['pointermove', 'keydown']) {
      const follow = (event: Event): void => {
        if (event instanceof KeyboardEvent && event.key === 'Control') return;
        // The first of several in one frame: it waits longest.
        if (waiting !== null) return;
        const at = event.timeStamp;
        waiting = at;
        // A message is taken up after the frame is drawn, whoever else draws in it. Where the next frame has begun
        // before that, this one is drawn for certain.
        requestAnimationFrame(() => {
          channel.port2.postMessage(at);
          requestAnimationFrame(() => drawn(at));
        });
      };
      window.addEventListener(type, follow, { capture: true });
    }
  });
}

/** How long frames took while something was done, in ms. */
export async function watchFrames(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const probe = globalThis.benchProbe;
    if (probe === undefined) return;
    probe.frames = [];
    probe.isWatching = true;
    let before = 0;
    const frame = (now: number): void => {
      if (before !== 0) probe.frames.push(now - before);
      before = now;
      if (probe.isWatching) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await work();
  return page.evaluate(() => {
    const probe = globalThis.benchProbe;
    if (probe === undefined) return [];
    probe.isWatching = false;
    return probe.frames;
  });
}

/** How long the frames that answered pointer moves or keys were in coming while something was done, in ms. */
export async function watchLatencies(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await rest(page);
  await page.evaluate(() => {
    if (globalThis.benchProbe !== undefined) globalThis.benchProbe.latencies = [];
  });
  await work();
  await rest(page);
  return page.evaluate(() => globalThis.benchProbe?.latencies ?? []);
}

/** Waits until the window has had nothing to do for a moment, so that one measurement does not pay for another. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => setTimeout(() => requestIdleCallback(() => resolve(), { timeout: 2000 }), 250), {
          timeout: 2000,
        });
      }),
  );
}
