import type { ProvidedLaunch } from '../e2e/harness/globalSetup.ts';
import { startMeander } from '../e2e/harness/startMeander.ts';
import type { Figures } from './metrics.ts';

/** Seconds from starting the process to a start screen that can be used; what drives it costs a little of it. */
export async function measureStart(launch: ProvidedLaunch): Promise<Figures> {
  const begun = Date.now();
  const app = await startMeander(launch);
  try {
    await app.window.getByRole('button', { name: 'New map' }).waitFor();
    const painted = await app.window.evaluate(
      () =>
        performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
    );
    return { start: (painted - begun) / 1000 };
  } finally {
    await app.kill();
  }
}
