import { copyFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { plainPng } from '../fixtures/pictureHeads.ts';
import { readProject } from '../fixtures/readProject.ts';
import { launchMeander } from './harness/app.ts';
import { removeFolder } from './harness/removeFolder.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let app: MeanderApp;
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-map-'));
  path = join(folder, 'Party.meander');
  await copyFile(join(projectRoot, 'assets/samples/sarah.en.meander'), path);
  app = await launchMeander({ files: [path] });
  await canvas(app.window).waitFor();
  await expect
    .poll(() => app.window.evaluate(() => performance.getEntriesByName('meander:settled').length), { timeout: 20_000 })
    .toBeGreaterThan(0);
});

afterEach(async () => {
  await app.close();
  await removeFolder(folder);
});

const canvas = (page: Page) => page.locator('[data-region="canvas"]').first();
const textBox = (page: Page) => page.getByRole('textbox', { name: 'Text on the map' });

/** Saves and reads what is in the file. */
async function saved(page: Page) {
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Noor');
  await page.keyboard.press('Enter');
  await page.getByText(/Saved to Party/).waitFor();
  const { records } = await readProject(path);
  return records;
}

test('cards of any kind, an arrow and a second lane, by keyboard', async () => {
  const { window: page } = app;
  await canvas(page).focus();
  // The goals of the first step, then its action.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('n');
  await page.getByRole('toolbar', { name: /^New card/ }).waitFor();
  await app.screenshot('new-card');
  await page.keyboard.press('p');
  await textBox(page).waitFor();
  await page.keyboard.type('The ad has no price');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await textBox(page).waitFor();
  await page.keyboard.type('Nor a size');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Arrow: to which card?' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Arrows' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('heading', { name: 'Lane selected' }).waitFor();
  await page.keyboard.press('Control+d');
  const records = await saved(page);
  const cards = records.flatMap((record) => (record.type === 'card' ? [record] : []));
  const first = cards.filter(({ lane }) => lane === 'lane:sarah-en-dress-pains');
  const [price, size] = ['The ad has no price', 'Nor a size'].map((text) => first.find((card) => card.text === text));
  expect(price).toMatchObject({ kind: 'pain' });
  expect(size).toMatchObject({ kind: 'pain', lane: price?.lane, step: price?.step });
  const arrows = records.flatMap((record) => (record.type === 'arrow' ? [record] : []));
  expect(arrows).toHaveLength(2);
  expect(arrows.filter(({ from, to }) => from === size?.id && to === price?.id)).toHaveLength(1);
  expect(records.filter((record) => record.type === 'lane' && record.kind === 'pains')).toHaveLength(2);
  expect(cards.filter(({ text }) => text === 'Nor a size')).toHaveLength(2);
});

/** Gives a picture to the middle of the map, as another program does that pastes or drops it. */
async function give(page: Page, how: 'paste' | 'drop', bytes: Uint8Array): Promise<void> {
  await canvas(page).evaluate(
    (element, file) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([content], 'picture.png', { type: 'image/png' }));
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
      const event =
        file.how === 'paste'
          ? new ClipboardEvent('paste', { ...at, clipboardData: data })
          : new DragEvent('drop', { ...at, dataTransfer: data });
      element.dispatchEvent(event);
    },
    { base64: Buffer.from(bytes).toString('base64'), how },
  );
}

test('pictures are pasted, dropped, or come with a person of another project; too large a one is refused', async () => {
  const { window: page } = app;
  await canvas(page).focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Add a lane' }).click();
  await textBox(page).waitFor();
  // A name is one line, however it comes.
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Seen');
  await page.keyboard.insertText('\nby her');
  expect(await textBox(page).inputValue()).toBe('Seen by her');
  await page.keyboard.press('Escape');
  await give(page, 'paste', plainPng(60, 40, '52.3702 N, 4.8952 E'));
  await page.getByRole('button', { name: 'Another picture' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.getByRole('button', { name: 'Another picture' }).waitFor({ state: 'hidden' });
  await give(page, 'drop', plainPng(80, 20));
  await page.getByRole('button', { name: 'Another picture' }).waitFor();
  await give(page, 'drop', plainPng(16_000, 16_000));
  await page
    .getByText(/more than 40 megapixels/)
    .first()
    .waitFor();
  await bringOlivier(page);
  const records = await saved(page);
  const assets = records.flatMap((record) => (record.type === 'asset' ? [record] : []));
  expect(assets).toContainEqual(expect.objectContaining({ width: 60, height: 40 }));
  // What a camera noted beside the pixels stays outside.
  expect((await readFile(path)).includes('52.3702 N')).toBe(false);
  expect(assets).toContainEqual(expect.objectContaining({ width: 80, height: 20 }));
  expect(records.filter((record) => record.type === 'card' && record.kind === 'picture')).toHaveLength(2);
  const olivier = records.find((record) => record.type === 'persona' && record.name === 'Olivier');
  const portrait = olivier?.type === 'persona' ? olivier.portrait : null;
  expect(assets.map(({ id }) => id)).toContain(portrait);
});

/** Brings the one person of another project, takes that back and does it again. */
async function bringOlivier(page: Page): Promise<void> {
  await app.dialogs.answer({ kind: 'open', paths: [join(projectRoot, 'assets/samples/olivier.en.meander')] });
  await page.getByRole('button', { name: 'From another project' }).click();
  await page.getByRole('checkbox', { name: 'Olivier' }).waitFor();
  await page.getByRole('button', { name: 'Bring 1 persona' }).click();
  await page.getByRole('dialog', { name: 'Olivier' }).getByRole('button', { name: 'Done' }).click();
  const row = page.locator('[data-region="left"]').getByRole('button', { name: /^Olivier/ });
  const seesFace = () => row.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth > 0);
  await expect.poll(seesFace).toBe(true);
  await canvas(page).focus();
  await page.keyboard.press('Control+z');
  await row.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(seesFace).toBe(true);
}
