import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { readProject } from '../fixtures/readProject.ts';
import { launchMeander } from './harness/app.ts';
import { removeFolder } from './harness/removeFolder.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let app: MeanderApp | undefined;
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-history-'));
  file = join(folder, 'Dress.meander');
  await copyFile(join(projectRoot, 'assets/samples/sarah.en.meander'), file);
});

afterEach(async () => {
  await app?.close();
  app = undefined;
  await removeFolder(folder);
});

const canvas = (page: Page) => page.locator('[data-region="canvas"]').first();

async function open(): Promise<Page> {
  app = await launchMeander({ userData: join(folder, 'data'), files: [file] });
  const { window } = app;
  await canvas(window).waitFor();
  await expect
    .poll(() => window.evaluate(() => performance.getEntriesByName('meander:settled').length), { timeout: 20_000 })
    .toBeGreaterThan(0);
  return window;
}

/** Writes over the first action of the map, and waits until it is in the working copy. */
async function writeOver(page: Page, words: string): Promise<void> {
  await canvas(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
  await page
    .getByText(/Kept on this computer/)
    .first()
    .waitFor();
}

/** What the cards of the file say. */
async function saved(): Promise<readonly string[]> {
  const { records } = await readProject(file);
  return records.flatMap((record) => (record.type === 'card' ? [record.text] : []));
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+S');
  await page
    .getByText(/Saved to Dress/)
    .first()
    .waitFor();
}

test('a card is brought back from an older version as one edit, and undo takes that back', async () => {
  const page = await open();
  await page.evaluate(() => window.meander.changeSettings({ author: 'Noor' }));
  const original = await saved();
  await writeOver(page, 'Written since');
  await save(page);
  expect(await saved()).toContain('Written since');

  await page.keyboard.press('ControlOrMeta+Shift+H');
  const history = page.getByRole('dialog');
  await expect.poll(() => history.getByRole('navigation').getByRole('listitem').count()).toBe(3);
  await history.getByRole('navigation').getByRole('button').nth(1).click();
  await history.getByText(/→ “Written since”/).waitFor();
  await history.getByRole('button', { name: /^Bring back: / }).click();
  await history.getByRole('heading', { name: '0 changes' }).waitFor();
  await page.keyboard.press('Escape');
  await save(page);
  expect(await saved()).toEqual(original);
  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await page
    .getByText(/Kept on this computer/)
    .first()
    .waitFor();
  await save(page);
  expect(await saved()).toContain('Written since');
});

test('after the process was killed, what was done before can still be taken back', async () => {
  const first = await open();
  await writeOver(first, 'Not meant');
  const original = await saved();
  await app?.kill();
  app = undefined;
  const page = await open();
  await page.getByText(/from an earlier time/).waitFor();
  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await page.evaluate(() => window.meander.changeSettings({ author: 'Noor' }));
  await save(page);
  expect(await saved()).toEqual(original);
});
