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
  await canvas().waitFor();
  await window.getByRole('grid').waitFor({ state: 'attached' });
});

afterEach(async () => {
  await app.close();
});

const canvas = () => window.getByRole('application', { name: /^Map/ });
const zoom = async () => (await window.locator('output').textContent())?.trim() ?? '';

/** What a screen reader is told to read of the map. */
async function spoken(): Promise<string> {
  return window.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.getAttribute('aria-label') ?? '';
  });
}

test('the palette finds a card and goes there, begins its text, and runs commands', async () => {
  await canvas().focus();
  await window.keyboard.press('Control+k');
  const field = window.getByRole('combobox');
  await field.fill('size chart');
  await window.getByRole('option').first().waitFor();
  await app.screenshot('palette');
  await window.keyboard.press('Enter');
  await expect.poll(spoken).toMatch(/size chart/i);

  await window.getByRole('button', { name: 'Search cards or run a command' }).click();
  await field.fill('size chart');
  await window.getByRole('option').first().waitFor();
  await window.keyboard.press('Control+Enter');
  await expect.poll(() => window.getByRole('textbox', { name: 'Text on the map' }).count()).toBe(1);
  await window.keyboard.press('Escape');

  const before = await zoom();
  await window.keyboard.press('Control+k');
  await field.fill('> whole map');
  await window.getByRole('option', { name: /^Whole map/ }).waitFor();
  await window.keyboard.press('Enter');
  await expect.poll(zoom).not.toBe(before);
});

test('the menu of a card edits its text, and ? lists all keys', async () => {
  await canvas().focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Shift+Slash');
  await window.getByRole('dialog', { name: 'All keys' }).waitFor();
  await app.screenshot('all-keys');
  await window.keyboard.press('Escape');
  await window.getByRole('dialog', { name: 'All keys' }).waitFor({ state: 'detached' });

  const box = await canvas().boundingBox();
  if (box === null) throw new Error('The map is nowhere');
  // The first card of the second lane, where every window of this size shows it.
  const card = { x: box.x + 230, y: box.y + 298 };
  await window.mouse.move(card.x, card.y);
  await window.mouse.click(card.x, card.y, { button: 'right' });
  await window.getByRole('menuitem', { name: /^Edit the text/ }).waitFor();
  await app.screenshot('map-menu');
  await window.getByRole('menuitem', { name: /^Edit the text/ }).click();
  await expect.poll(() => window.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
});
