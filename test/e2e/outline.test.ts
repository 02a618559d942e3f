import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchMeander } from './harness/app.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let app: MeanderApp;
let window: Page;

beforeEach(async () => {
  app = await launchMeander();
  window = app.window;
  await window.getByRole('button', { name: 'Sarah and the fashion shop' }).click();
  await window.getByRole('grid').waitFor({ state: 'attached' });
});

afterEach(async () => {
  await app.close();
});

/** The name of what the map points to, as the browser's own accessibility tree has it. */
async function pointedTo(): Promise<string> {
  const tree = await window.context().newCDPSession(window);
  const { nodes } = await tree.send('Accessibility.getFullAXTree');
  await tree.detach();
  const map = nodes.find(({ role }) => role?.value === 'application');
  const pointer = map?.properties?.find(({ name }) => name === 'activedescendant');
  const id = pointer?.value.relatedNodes?.[0]?.backendDOMNodeId;
  const target = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === id);
  return String(target?.name?.value ?? '');
}

test('arrow keys on the map lead through what a screen reader reads', async () => {
  const canvas = window.getByRole('application', { name: /^Map/ });
  await canvas.focus();
  await window.keyboard.press('ArrowDown');
  await expect.poll(pointedTo).toMatch(/Step 1\.1/);
  const first = await pointedTo();
  await window.keyboard.press('ArrowRight');
  await expect.poll(pointedTo).not.toBe(first);
  expect(await pointedTo()).toMatch(/Step \d\.\d/);
  await window.keyboard.press('ArrowLeft');
  await expect.poll(pointedTo).toBe(first);
  await window.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => window.getByRole('log').textContent()).toMatch(/^Moved\./);
});
