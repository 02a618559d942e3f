import { copyFile, mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { launchMeander } from './harness/app.ts';
import { removeFolder } from './harness/removeFolder.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let app: MeanderApp | undefined;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-start-'));
});

afterEach(async () => {
  await app?.close();
  app = undefined;
  await removeFolder(folder);
});

const sample = (name: string) => join(projectRoot, 'assets/samples', `${name}.meander`);

/** A copy of Sarah's sample that may be opened and written. */
async function ownCopy(name: string): Promise<string> {
  const path = join(folder, name);
  await copyFile(sample('sarah.en'), path);
  return path;
}

describe('the start screen', () => {
  test('opens a sample as a copy without a file', async () => {
    app = await launchMeander();
    await app.window.getByRole('button', { name: 'Sarah and the fashion shop' }).click();
    await app.window.getByRole('button', { name: /^A dress for the summer party/ }).waitFor();
    await app.window.getByText('Not saved yet').waitFor();
  });

  test('opens every stage model and the blank map', async () => {
    app = await launchMeander();
    for (const model of ['Five-stage shop', 'Service first', 'Checkout first', 'Reputation', 'See, Think, Do, Care']) {
      await app.window.getByRole('button', { name: new RegExp(model) }).click();
      await app.window.getByRole('navigation', { name: 'Contents of the project' }).waitFor();
      await app.window.keyboard.press('Control+w');
      await leaveUnsaved(app);
    }
    await app.window.keyboard.press('Control+n');
    await app.window.getByText('Not saved yet').waitFor();
  });

  test('opens a chosen file, remembers it, and finds it again when it was moved', async () => {
    const path = await ownCopy('Summer party dress.meander');
    app = await launchMeander();
    await app.dialogs.answer({ kind: 'open', paths: [path] });
    await app.window.getByRole('button', { name: 'Open a project' }).click();
    await app.window.getByRole('heading', { level: 1, name: 'Summer party dress' }).waitFor();
    await app.window.keyboard.press('Control+w');
    const recent = app.window.getByRole('button', { name: /Summer party dress/ });
    await recent.waitFor();
    await recent.focus();
    await app.window.keyboard.press('Enter');
    await app.window.getByRole('heading', { level: 1, name: 'Summer party dress' }).waitFor();
    await app.window.keyboard.press('Control+w');
    await recent.waitFor();
    const renamed = join(dirname(path), 'Autumn.meander');
    await rename(path, renamed);
    await recent.click();
    await app.window.getByRole('heading', { level: 1, name: 'Autumn' }).waitFor();
    await mkdir(join(dirname(path), 'Old'));
    await rename(renamed, join(dirname(path), 'Old', 'Winter.meander'));
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('focus'));
    await app.window.getByText(/it is now “Winter\.meander” in “Old”/).waitFor();
    await app.window.getByRole('button', { name: 'Go on there' }).click();
    await app.window.getByRole('heading', { level: 1, name: 'Winter' }).waitFor();
  });

  test('opens several chosen files, each in its window', async () => {
    const paths = [await ownCopy('One.meander'), await ownCopy('Two.meander'), await ownCopy('Three.meander')];
    app = await launchMeander();
    await app.dialogs.answer({ kind: 'open', paths });
    await app.window.getByRole('button', { name: 'Open a project' }).click();
    const { electron } = app;
    const titles = async () => (await Promise.all(electron.windows().map((page) => page.title()))).sort();
    await expect.poll(titles).toEqual(['One – Meander', 'Three – Meander', 'Two – Meander']);
    expect(await app.window.title()).toBe('One – Meander');
  });

  test('says in one dialog what is wrong with a file and what to do', async () => {
    const path = join(folder, 'Letter.meander');
    await writeFile(path, 'Dear Sarah, this is no project, but it is long enough to look like one.'.repeat(50));
    app = await launchMeander();
    await app.dialogs.answer({ kind: 'open', paths: [path] });
    await app.window.getByRole('button', { name: 'Open a project' }).click();
    const dialog = app.window.getByRole('alertdialog');
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('“Letter.meander” is not a Meander project.');
    await dialog.getByRole('button', { name: 'Understood' }).click();
    await app.window.getByRole('button', { name: /New map/ }).waitFor();
  });

  test('speaks Dutch on a Dutch computer and changes to English while one watches', async () => {
    app = await launchMeander({ lang: 'nl', theme: 'dark' });
    await app.window.getByText('Teken de weg die je klanten echt gaan.').waitFor();
    expect(await app.window.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await app.window.getByRole('button', { name: 'Instellingen' }).click();
    await app.window.getByRole('radio', { name: 'English' }).click();
    await app.window.getByRole('radio', { name: 'Light' }).click();
    await app.window.keyboard.press('Escape');
    await app.window.getByText('Draw the way your customers really go.').waitFor();
    expect(await app.window.evaluate(() => document.documentElement.lang)).toBe('en');
    await expect.poll(() => app?.window.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
  });
});

/** Answers the question about a project that no file has, if it comes. */
async function leaveUnsaved({ window }: MeanderApp): Promise<void> {
  const later = window.getByRole('button', { name: 'Close, save later' });
  const back = window.getByRole('button', { name: /New map/ });
  await later.or(back).first().waitFor();
  if (await later.isVisible()) await later.click();
  await back.waitFor();
}
