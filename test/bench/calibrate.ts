import type { Page } from 'playwright-core';
import { median } from './statistics.ts';

/** ms that parsing the same JSON took, here and now: how fast this machine computes. */
export function calibrateParse(): number {
  const text = JSON.stringify(
    Array.from({ length: 20_000 }, (_, at) => ({
      id: `card:${at}`,
      text: 'What a customer does here',
      at,
      list: [at],
    })),
  );
  const times = Array.from({ length: 9 }, () => {
    const begun = performance.now();
    JSON.parse(text);
    return performance.now() - begun;
  });
  return median(times);
}

/** ms of a frame in which a canvas of 1600 x 1000 px is repainted: how fast this machine draws without help. */
export async function calibrateRepaint(page: Page): Promise<number> {
  const frames = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 1000;
    Object.assign(canvas.style, { position: 'fixed', inset: '0', zIndex: '1000' });
    document.body.append(canvas);
    const context = canvas.getContext('2d');
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const times: number[] = [];
    let before = await frame();
    for (let at = 0; at < 40; at += 1) {
      if (context !== null) {
        context.fillStyle = `hsl(${at * 9} 50% 50%)`;
        context.fillRect(0, 0, 1600, 1000);
      }
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    canvas.remove();
    return times;
  });
  return median(frames.slice(5));
}
