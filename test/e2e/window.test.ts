import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { launch, launchMeander } from './harness/app.ts';
import { commitEdit } from './harness/commitEdit.ts';
import { removeFolder } from './harness/removeFolder.ts';
import type { MeanderApp, MeanderOptions } from './harness/startMeander.ts';
import { storagePids } from './harness/storagePids.ts';

const sample = join(projectRoot, 'assets/samples/sarah.en.meander');
let folder = '';
let userData = '';
let file = '';
let app: MeanderApp | undefined;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'meander-window-')));
  userData = join(folder, 'user data');
  file = join(folder, 'Summer party.meander');
  await copyFile(sample, file);
});

afterEach(async () => {
  await app?.close();
  app = undefined;
  await removeFolder(folder);
});

async function start(options: MeanderOptions = {}): Promise<MeanderApp> {
  app = await launchMeander({ userData, ...options });
  return app;
}

/** Starts Meander a second time with the same account; comes back when that process has ended. */
async function startAgain(...files: string[]): Promise<number | null> {
  const { electronPath, args, env } = launch;
  const child = spawn(electronPath, [`--user-data-dir=${userData}`, ...args, ...files], { env, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

/** What a window says it shows. */
async function shown(page: Page): Promise<string | null> {
  return page.evaluate(async () => (await window.meander.start()).project?.save.fileName ?? null);
}

describe('a window', () => {
  test('opens as a start screen without a frame of the system, and not too small', async () => {
    const { electron, window: page } = await start();
    await page.getByRole('button', { name: 'New map' }).waitFor();
    const [size] = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((browser) => ({
        least: browser.getMinimumSize(),
        frame: browser.getBounds().height - browser.getContentBounds().height,
      })),
    );
    expect(size).toEqual({ least: [960, 640], frame: 0 });
  });

  test('stands where it stood when Meander was closed', async () => {
    const place = { x: 40, y: 60, width: 1111, height: 777 };
    const first = await start();
    await first.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place);
    // The system moves windows when it gets to it.
    const bounds = ({ electron }: MeanderApp) =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
    await expect.poll(() => bounds(first)).toEqual(place);
    await first.close();
    expect(await bounds(await start())).toEqual(place);
  });

  test('turns from the start screen into the sample opened from it', async () => {
    const { electron, window: page } = await start();
    await page.getByRole('button', { name: /^Sarah/ }).click();
    await expect
      .poll(() => page.evaluate(async () => (await window.meander.start()).project?.records.size))
      .toBeGreaterThan(50);
    expect(await shown(page)).toBeNull();
    expect(electron.windows()).toHaveLength(1);
  });

  test('speaks the language and wears the look of the computer until told otherwise', async () => {
    const { window: page } = await start({ lang: 'nl' });
    expect(await page.evaluate(() => window.meander.start())).toMatchObject({ language: 'nl', theme: 'light' });
    await page.evaluate(() => window.meander.changeSettings({ language: 'en', theme: 'dark' }));
    expect(await page.evaluate(() => window.meander.start())).toMatchObject({ language: 'en', theme: 'dark' });
    await app?.close();
    // And remembers it
    const next = await start({ lang: 'nl' });
    const { settings } = await next.window.evaluate(() => window.meander.start());
    expect(settings).toMatchObject({ language: 'en', theme: 'dark', author: '' });
  });
});

describe('a file', () => {
  test('named at the start opens in the first window', async () => {
    const { window: page } = await start({ files: [file] });
    await expect.poll(() => shown(page)).toBe('Summer party.meander');
  });

  test('that cannot be opened is told of by the window made for it', async () => {
    await writeFile(file, 'not a project');
    const { window: page } = await start({ files: [file] });
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByText(/Summer party\.meander/)
      .first()
      .waitFor();
  });

  test('of a second start opens on the start screen of the first', async () => {
    const { electron, window: page } = await start();
    await page.getByRole('button', { name: 'New map' }).waitFor();
    expect(await startAgain(file)).toBe(0);
    await expect.poll(() => shown(page)).toBe('Summer party.meander');
    expect(electron.windows()).toHaveLength(1);
  });

  test('of a second start gets a window of its own when the first shows a project', async () => {
    const { electron, window: page } = await start({ files: [file] });
    await expect.poll(() => shown(page)).toBe('Summer party.meander');
    const other = join(folder, 'Other.meander');
    await copyFile(join(projectRoot, 'assets/samples/olivier.en.meander'), other);
    const [second] = await Promise.all([electron.waitForEvent('window'), startAgain(other)]);
    await expect.poll(() => shown(second)).toBe('Other.meander');
    expect(await shown(page)).toBe('Summer party.meander');
  });

  test('that is open already comes to the front instead of opening twice', async () => {
    const { electron, window: page } = await start({ files: [file] });
    await expect.poll(() => shown(page)).toBe('Summer party.meander');
    await startAgain(file);
    const outcome = await page.evaluate(async () => {
      const { recent } = await window.meander.start();
      return recent.map(({ fileName, found }) => ({ fileName, found }));
    });
    expect(outcome).toEqual([{ fileName: 'Summer party.meander', found: true }]);
    expect(electron.windows()).toHaveLength(1);
  });

  test('opened from a window that shows a project gets a window of its own', async () => {
    const { electron, window: page, dialogs } = await start({ files: [file] });
    await expect.poll(() => shown(page)).toBe('Summer party.meander');
    const other = join(folder, 'Other.meander');
    await copyFile(sample, other);
    await dialogs.answer({ kind: 'open', paths: [other] });
    const [second, outcome] = await Promise.all([
      electron.waitForEvent('window'),
      page.evaluate(() => window.meander.openWithDialog()),
    ]);
    expect(outcome).toEqual({ ok: false, reason: { code: 'focusedOther' } });
    await expect.poll(() => shown(second)).toBe('Other.meander');
  });
});

describe('saving', () => {
  test('an untitled project asks for a place, and the window then has that file', async () => {
    const { window: page, dialogs } = await start();
    await page.getByRole('button', { name: /^Sarah/ }).click();
    await expect.poll(() => page.evaluate(async () => (await window.meander.start()).project !== null)).toBe(true);
    const target = join(folder, 'Mine');
    await dialogs.answer({ kind: 'save', path: target });
    const outcome = await page.evaluate(async () => {
      const { project } = await window.meander.start();
      return project && window.meander.save(project.handle, false);
    });
    expect(outcome).toMatchObject({ ok: true, value: { fileName: 'Mine.meander', unsavedEdits: 0 } });
    expect(await readdir(folder)).toContain('Mine.meander');
    const [asked] = await dialogs.asked();
    expect(JSON.stringify(asked?.options)).toMatch(/\.meander"/);
    expect(await page.evaluate(async () => (await window.meander.listRecent())[0]?.fileName)).toBe('Mine.meander');
  });

  test('an export writes the file chosen in the dialog, named after the map', async () => {
    const { window: page, dialogs } = await start({ files: [file] });
    await expect.poll(() => shown(page)).toBe('Summer party.meander');
    const target = join(folder, 'poster.pdf');
    await dialogs.answer({ kind: 'save', path: target });
    const outcome = await page.evaluate(async () => {
      const { project } = await window.meander.start();
      const map = [...(project?.records.values() ?? [])].find(({ type }) => type === 'map');
      if (project == null || map?.type !== 'map') throw new Error('There is no map');
      const options = { of: map.id, format: 'pdf', paper: 'A4', scale: 1, theme: 'light' } as const;
      return window.meander.exportFile(project.handle, options);
    });
    expect(outcome).toEqual({ ok: true, value: 'poster.pdf' });
    expect((await readFile(target)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.stringify((await dialogs.asked())[0]?.options)).toContain('.pdf');
  });
});

describe('nothing is lost', () => {
  test('when the storage process is killed: it is started anew and edits go on', async () => {
    const running = await start({ files: [file] });
    const { window: page } = running;
    await expect.poll(() => shown(page)).toBe('Summer party.meander');
    expect(await commitEdit(page)).toMatchObject({ ok: true, value: { unsavedEdits: 1 } });
    const news = page.evaluate(() => new Promise((resolve) => window.meander.on('storage', resolve)));
    const [pid] = await storagePids(running);
    expect(pid).toBeDefined();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    expect(await news).toBe('restarted');
    expect(await commitEdit(page)).toMatchObject({ ok: true, value: { unsavedEdits: 2 } });
  });

  test('when everything is killed: the next start offers the work', async () => {
    const first = await start({ files: [file] });
    await expect.poll(() => shown(first.window)).toBe('Summer party.meander');
    await commitEdit(first.window);
    await first.kill();
    const { window: page } = await start();
    const unsaved = await page.evaluate(() => window.meander.listUnsaved());
    expect(unsaved).toEqual([expect.objectContaining({ fileName: 'Summer party.meander', edits: 1 })]);
    const outcome = await page.evaluate((workId) => window.meander.resumeUnsaved(workId), unsaved[0]?.workId ?? '');
    expect(outcome).toMatchObject({ ok: true, value: { recoveredEdits: 1 } });
  });

  test('when the page crashes: it is loaded anew with the project', async () => {
    const { electron, window: page } = await start({ files: [file] });
    await expect.poll(() => shown(page)).toBe('Summer party.meander');
    app?.expectProblem(/crashed/);
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    // Asked through main, since the page of before stays a crashed one; it may never answer.
    const fileName = () =>
      electron.evaluate(({ BrowserWindow }) =>
        Promise.race([
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
            'window.meander?.start().then(({ project }) => project?.save.fileName)',
          ),
          new Promise((resolve) => setTimeout(resolve, 500)),
        ]),
      );
    await expect.poll(fileName, { timeout: 10_000 }).toBe('Summer party.meander');
  });
});
