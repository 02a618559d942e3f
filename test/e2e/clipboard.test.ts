import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { launchMeander } from './harness/app.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let app: MeanderApp;

beforeEach(async () => {
  app = await launchMeander();
});

afterEach(async () => {
  await app.close();
});

const canvas = (page: Page) => page.locator('[data-region="canvas"]').first();
const hits = (page: Page) => page.getByRole('list', { name: 'Where it stands' }).getByRole('button');

async function openSample(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await canvas(page).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[data-region="canvas"] canvas').length > 4);
}

/** Looks for words all over the project; gives what was found, and goes to the first of it when told to. */
async function find(page: Page, words: string, goes = false): Promise<readonly string[]> {
  await page.bringToFront();
  await canvas(page).focus();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find' }).fill(words);
  const found = await hits(page).allInnerTexts();
  if (goes) await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-region'))).toBe('canvas');
  return found;
}

describe('the clipboard', () => {
  test('takes rows from a spreadsheet and asks before cards go', async () => {
    const { window: page, electron } = app;
    await openSample(page, /^Sarah/);
    await find(page, 'Only two photos', true);
    await electron.evaluate(({ clipboard }) => clipboard.writeText('First column\t"Second ""column"""\r\n'));
    await page.keyboard.press('Control+v');
    const question = page.getByRole('alertdialog');
    await question.getByText('First column').waitFor();
    await app.screenshot('clipboard-question');
    await question.getByRole('button', { name: 'Insert below' }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await find(page, 'First column')).toHaveLength(1);
    expect(await find(page, 'Second "column"')).toHaveLength(1);
    expect(await find(page, 'Only two photos')).toHaveLength(1);
    await canvas(page).focus();
    await page.keyboard.press('Control+z');
    expect(await find(page, 'First column')).toHaveLength(0);
  });

  test('carries a card from one window to another project, and its words to other programs', async () => {
    const { window: first, electron } = app;
    await openSample(first, /^Sarah/);
    const [second] = await Promise.all([electron.waitForEvent('window'), first.keyboard.press('Control+Shift+n')]);
    await second.waitForLoadState();
    await openSample(second, /^Olivier/);
    expect(await find(second, 'Only two photos')).toHaveLength(0);

    await find(first, 'Only two photos', true);
    await first.keyboard.press('Control+c');
    expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^Only two photos/);

    await second.bringToFront();
    await canvas(second).focus();
    await second.keyboard.press('Control+v');
    // A text alone would have become a note of the inbox.
    await expect.poll(() => find(second, 'Only two photos')).toEqual([expect.stringContaining('Pain point')]);

    await find(first, 'Only two photos', true);
    await first.keyboard.press('Control+x');
    expect(await find(first, 'Only two photos')).toHaveLength(0);
  });
});
