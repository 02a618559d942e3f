import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { readProject } from '../fixtures/readProject.ts';
import { launchMeander } from './harness/app.ts';
import { removeFolder } from './harness/removeFolder.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let app: MeanderApp | undefined;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-editing-'));
});

afterEach(async () => {
  await app?.close();
  app = undefined;
  await removeFolder(folder);
});

const canvas = (page: Page) => page.locator('[data-region="canvas"]').first();

/** Waits until every edit so far is in the working copy. */
async function kept(page: Page, edits: RegExp = /Kept on this computer/): Promise<void> {
  await page.getByText(edits).first().waitFor();
}

/** Waits until the map is painted: before that, keys have nowhere to go. */
async function drawn(page: Page): Promise<void> {
  await canvas(page).waitFor();
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('meander:settled').length), { timeout: 20_000 })
    .toBeGreaterThan(0);
}

/** Answers who saves, the first time it is asked. */
async function sayAuthor(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('textbox').fill('Noor');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}

describe('drafting a map', () => {
  test('by keyboard alone: from a template, saved, opened again, the same', async () => {
    const path = join(folder, 'Zomerjurk.meander');
    app = await launchMeander({ userData: join(folder, 'data') });
    const { window, dialogs } = app;
    await window.getByRole('button', { name: /Five-stage shop/ }).click();
    await drawn(window);
    await canvas(window).focus();
    // The first step of the first lane: goals. Down to actions, and a card for each of three steps.
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('ArrowDown');
    for (const words of ['Ziet een jurk in haar feed', 'Tikt erop: é 😀 中文', 'Kijkt rond']) {
      await window.keyboard.type(words);
      await window.keyboard.press('Enter');
    }
    await window.keyboard.press('ArrowLeft');
    await window.keyboard.press('ArrowLeft');
    await window.keyboard.press('Control+d');
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+Shift+z');
    await window.keyboard.press('Delete');
    await kept(window, /Not saved yet/);
    await dialogs.answer({ kind: 'save', path });
    await window.keyboard.press('Control+s');
    await sayAuthor(window);
    await window.getByText(/Saved to Zomerjurk/).waitFor();
    await app.close();

    const { records } = await readProject(path);
    const texts = records.flatMap((record) => (record.type === 'card' ? [record.text] : []));
    expect([...texts].sort()).toEqual(['Kijkt rond', 'Tikt erop: é 😀 中文', 'Ziet een jurk in haar feed']);

    app = await launchMeander({ userData: join(folder, 'data'), files: [path] });
    await drawn(app.window);
    await app.window.getByText(/Saved to Zomerjurk/).waitFor();
  });

  test('with the mouse: text in place, a card dragged, a feeling lowered, all taken back again', async () => {
    const path = join(folder, 'Party.meander');
    await copyFile(join(projectRoot, 'assets/samples/sarah.en.meander'), path);
    const before = await readProject(path);
    app = await launchMeander({ files: [path] });
    const { window } = app;
    await drawn(window);
    const box = await canvas(window).boundingBox();
    if (box === null) throw new Error('The map is not there');
    const at = (x: number, y: number) => [box.x + x, box.y + y] as const;
    await window.mouse.dblclick(...at(230, 298));
    const text = window.getByRole('textbox', { name: 'Text on the map' });
    await text.waitFor();
    expect(await text.inputValue()).toBe('Stops scrolling at a floral dress in her feed');
    await window.keyboard.type('Stops at a dress');
    await window.keyboard.press('Escape');
    await text.waitFor({ state: 'detached' });
    await window.mouse.move(...at(370, 298));
    await window.mouse.down();
    await window.mouse.move(...at(400, 320), { steps: 3 });
    await window.mouse.move(...at(520, 298), { steps: 5 });
    await window.mouse.up();
    await kept(window);
    for (let presses = 0; presses < 6; presses += 1) await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+s');
    await sayAuthor(window);
    await window.getByText(/Saved to Party/).waitFor();
    const after = await readProject(path);
    expect(new Map(after.records.map((record) => [record.id, record]))).toEqual(
      new Map(before.records.map((record) => [record.id, record])),
    );
  });

  test('what was typed survives the end of every process, and is offered back', async () => {
    const path = join(folder, 'Party.meander');
    const userData = join(folder, 'data');
    await copyFile(join(projectRoot, 'assets/samples/sarah.en.meander'), path);
    app = await launchMeander({ userData, files: [path] });
    await drawn(app.window);
    await canvas(app.window).focus();
    await app.window.keyboard.press('ArrowDown');
    await app.window.keyboard.press('F2');
    await app.window.getByRole('textbox', { name: 'Text on the map' }).waitFor();
    await app.window.keyboard.type('Never to be lost');
    await kept(app.window);
    await app.window.waitForTimeout(400);
    await app.kill();

    app = await launchMeander({ userData, files: [path] });
    await app.window.getByText(/change[s]? from an earlier time/).waitFor();
    await app.window.keyboard.press('Control+s');
    await sayAuthor(app.window);
    await app.window.getByText(/Saved to Party/).waitFor();
    const { records } = await readProject(path);
    expect(records.some((record) => record.type === 'card' && record.text === 'Never to be lost')).toBe(true);
  });
});
