import type { ProvidedLaunch } from '../e2e/harness/globalSetup.ts';
import { startMeander } from '../e2e/harness/startMeander.ts';
import type { Figures } from './metrics.ts';

/** Seconds from starting the process to a start screen that can be used; what drives it costs a little of it. */
export async function measureStart(launch: ProvidedLaunch): Promise<Figures> {
  const begun = Date.now();
  const app = await startMeander(launch);
  try {
    await app.window.getByRole('button', { name: 'New map' }).waitFor();
    // The button may be there a frame before anything is seen.
    const painted = await app.window.waitForFunction(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      return paint === undefined ? 0 : performance.timeOrigin + paint.startTime;
    });
    return { start: ((await painted.jsonValue()) - begun) / 1000 };
  } finally {
    await app.kill();
  }
}
