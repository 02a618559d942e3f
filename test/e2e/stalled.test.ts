import { copyFile, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { launchMeander } from './harness/app.ts';
import { commitEdit } from './harness/commitEdit.ts';
import { removeFolder } from './harness/removeFolder.ts';
import type { MeanderApp } from './harness/startMeander.ts';
import { storagePids } from './harness/storagePids.ts';

let folder = '';
let file = '';
let app: MeanderApp | undefined;
let stopped: readonly number[] = [];

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'meander-stalled-')));
  file = join(folder, 'Far away.meander');
  await copyFile(join(projectRoot, 'assets/samples/sarah.en.meander'), file);
});

afterEach(async () => {
  goOn();
  await app?.close();
  app = undefined;
  await removeFolder(folder);
});

/** Lets every disk operation of the storage process hang, as on a drive that does not answer. */
async function stall(running: MeanderApp): Promise<void> {
  stopped = await storagePids(running);
  expect(stopped).toHaveLength(1);
  for (const pid of stopped) process.kill(pid, 'SIGSTOP');
}

/** The drive answers again. */
function goOn(): void {
  for (const pid of stopped) process.kill(pid, 'SIGCONT');
  stopped = [];
}

test('a file on a drive that does not answer can be given up, and the window answers meanwhile', async () => {
  app = await launchMeander();
  const { window: page, dialogs } = app;
  await page.getByRole('button', { name: 'New map' }).waitFor();
  await expect.poll(() => page.evaluate(() => window.meander.listUnsaved())).toEqual([]);
  await stall(app);
  await dialogs.answer({ kind: 'open', paths: [file] });
  await page.getByRole('button', { name: /Open a project/ }).click();
  await page.getByText('Opening “Far away.meander”…').waitFor();
  // The rest of the window is there for the person
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Opening “Far away.meander”…').waitFor({ state: 'detached' });
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  goOn();
  // And it opens once the drive answers
  await dialogs.answer({ kind: 'open', paths: [file] });
  await page.getByRole('button', { name: /Open a project/ }).click();
  await page.getByText(/^Saved to Far away/).waitFor();
});

test('edits on a disk that does not answer are told of as not yet written, and kept when it does', async () => {
  app = await launchMeander({ files: [file] });
  const { window: page } = app;
  await page.getByText(/^Saved to Far away/).waitFor();
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('meander:settled').length))
    .toBeGreaterThan(0);
  await page.locator('[data-region="canvas"]').first().focus();
  await page.keyboard.press('ArrowDown');
  await stall(app);
  await page.keyboard.type('Written on a stalled disk');
  await page.getByText('Not yet written, trying again').waitFor();
  // The window goes on meanwhile
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').first().waitFor();
  await page.keyboard.press('Escape');
  goOn();
  await page.getByText('Kept on this computer').waitFor();
});

test('the application ends although a drive does not answer, and the next start has the work', async () => {
  const userData = join(folder, 'user data');
  app = await launchMeander({ userData, files: [file] });
  await app.window.getByText(/^Saved to Far away/).waitFor();
  expect(await commitEdit(app.window)).toMatchObject({ ok: true });
  await stall(app);
  const gone = new Promise((resolve) => app?.electron.process().once('exit', resolve));
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
  await gone;
  goOn();
  app = await launchMeander({ userData });
  await expect
    .poll(() => app?.window.evaluate(() => window.meander.listUnsaved()))
    .toEqual([expect.objectContaining({ fileName: 'Far away.meander', edits: 1 })]);
});
