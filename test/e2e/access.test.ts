import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { launchMeander } from './harness/app.ts';
import type { MeanderApp } from './harness/startMeander.ts';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const sample = join(projectRoot, 'assets/samples/sarah.nl.meander');
const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const noFaults: readonly string[] = [];
let app: MeanderApp | undefined;

afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** The serious and critical faults axe finds in the window as it stands, contrast included; none is what we want. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
}

describe.each(['light', 'dark'] as const)('Nothing serious stands in the way of anybody, %s', (theme) => {
  test('on the start screen', async () => {
    app = await launchMeander({ theme });
    await app.window.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await faultsOf(app.window)).toEqual([]);
  });

  test('in the editor, whatever is selected, and in what opens above it', async () => {
    app = await launchMeander({ lang: 'nl', theme, files: [sample] });
    const page = app.window;
    await page.waitForFunction(() => performance.getEntriesByName('meander:settled').length > 0);
    const canvas = page.locator('[data-region="canvas"]');
    const found = { map: await faultsOf(page), card: noFaults, many: noFaults, palette: noFaults, find: noFaults };
    await canvas.focus();
    await page.keyboard.press('Tab');
    found.card = await faultsOf(page);
    await page.keyboard.press('Control+a');
    found.many = await faultsOf(page);
    await page.keyboard.press('Control+f');
    await page.locator('input:focus').fill('jurk');
    found.find = await faultsOf(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.locator('input:focus').fill('@sarah');
    found.palette = await faultsOf(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Sarah' }).waitFor();
    expect({ ...found, persona: await faultsOf(page) }).toEqual({
      map: noFaults,
      card: noFaults,
      many: noFaults,
      find: noFaults,
      palette: noFaults,
      persona: noFaults,
    });
  });
});
