import { copyFile, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CardRecord } from '../../shared/records/card.ts';
import type { Id } from '../../shared/records/ids.ts';
import type { MeanderRecord, Records } from '../../shared/records/records.ts';
import { changeProject } from '../fixtures/changeProject.ts';
import { smallProject } from '../fixtures/projects.ts';
import { readProject } from '../fixtures/readProject.ts';
import { writeProject } from '../fixtures/writeProject.ts';
import { launchMeander, runCli } from './harness/app.ts';
import { removeFolder } from './harness/removeFolder.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let app: MeanderApp | undefined;
let folder: string;
let mine: string;
let theirs: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-merging-'));
  mine = await writeProject(join(folder, 'mine.meander'), projectWithoutPictures());
  theirs = join(folder, 'theirs.meander');
  await copyFile(mine, theirs);
});

afterEach(async () => {
  await app?.close();
  app = undefined;
  await removeFolder(folder);
});

/** The files that tests write carry no pictures. */
function projectWithoutPictures(): readonly MeanderRecord[] {
  const records = [...smallProject().values()].filter(({ type }) => type !== 'asset');
  return records.map((record) => (record.type === 'persona' ? { ...record, portrait: null } : record));
}

function change(records: Records, name: string, fields: Partial<CardRecord>): Records {
  const card = records.get(`card:${name}`);
  if (card?.type !== 'card') throw new Error(`There is no card ${name}`);
  return new Map<Id, MeanderRecord>([...records, [card.id, { ...card, ...fields }]]);
}

function without(records: Records, name: string): Records {
  return new Map([...records].filter(([id]) => id !== `card:${name}`));
}

/** What the cards of a file say, by the names of the fixture. */
async function textsOf(path: string): Promise<Readonly<Record<string, string>>> {
  const { records } = await readProject(path);
  return Object.fromEntries(
    records.flatMap((record) => (record.type === 'card' ? [[record.id.slice('card:'.length), record.text]] : [])),
  );
}

describe('two copies on the command line', () => {
  test('differ in words, by one exit code or another', async () => {
    await changeProject(theirs, 'Tim', (records) => without(change(records, 'pays', { text: 'Pays by card' }), 'lost'));
    const differing = await runCli(['diff', mine, theirs]);
    expect(differing).toEqual({
      code: 1,
      stderr: '',
      stdout: [
        'Map “Today”',
        '- Drop-off, 1.2 Search: “Gives up”',
        '~ Customer action, 2.2 Payment',
        '    text: “Pays” → “Pays by card”',
        '',
      ].join('\n'),
    });
    expect((await runCli(['diff', mine, theirs, '--lang', 'nl'])).stdout).toContain('tekst: ‘Pays’ → ‘Pays by card’');
    expect(await runCli(['diff', mine, mine])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await runCli(['diff', mine, join(folder, 'gone.meander')])).code).toBe(2);
  });

  test('are merged into a third file, with what clashes decided or nothing written', async () => {
    await changeProject(mine, 'Noor', (records) => change(records, 'clicks', { text: 'Taps' }));
    await changeProject(theirs, 'Tim', (records) =>
      change(change(records, 'clicks', { text: 'Swipes' }), 'pays', { text: 'Pays by card' }),
    );
    const before = await Promise.all([readFile(mine), readFile(theirs)]);
    const merged = join(folder, 'merged.meander');
    const asked = await runCli(['merge', mine, theirs, '--out', merged]);
    expect(asked.code).toBe(7);
    expect(asked.stdout).toContain('mine: “Taps”\n    theirs: “Swipes”');
    expect(asked.stderr).toMatch(/^meander: 1 thing was changed in both copies\.[^\n]+\n$/);
    expect(await readdir(folder)).not.toContain('merged.meander');

    const done = await runCli(['merge', mine, theirs, '--out', merged, '--theirs']);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(await textsOf(merged)).toMatchObject({
      clicks: 'Swipes',
      pays: 'Pays by card',
      slow: 'The list loads slowly',
    });
    const again = join(folder, 'again.meander');
    expect(await runCli(['merge', merged, theirs, '--out', again])).toEqual({
      code: 0,
      stdout: `${again}\n`,
      stderr: '',
    });
    expect((await runCli(['diff', merged, again])).code).toBe(0);
    expect((await runCli(['merge', mine, theirs, '--out', theirs, '--mine'])).code).toBe(1);
    const tooLong = await runCli(['merge', merged, theirs, '--out', join(folder, `${'n'.repeat(300)}.meander`)]);
    expect(tooLong).toMatchObject({ code: 1, stderr: expect.stringContaining('longer than the disk takes.') });
    expect(await Promise.all([readFile(mine), readFile(theirs)])).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual([
      'again.meander',
      'merged.meander',
      'mine.meander',
      'theirs.meander',
    ]);
  });
});

/** Waits until the map is painted: before that, keys have nowhere to go. */
async function drawn(page: Page): Promise<void> {
  await page.locator('[data-region="canvas"]').first().waitFor();
  const settled = () => page.evaluate(() => performance.getEntriesByName('meander:settled').length);
  await expect.poll(settled).toBeGreaterThan(0);
}

/** Types over the first card of the first lane. */
async function retypeFirstCard(page: Page, words: string): Promise<void> {
  const canvas = page.locator('[data-region="canvas"]').first();
  await canvas.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
}

describe('two copies in the window', () => {
  test('a file that somebody else saved is merged, decided, saved, undone in one step and opened again', async () => {
    app = await launchMeander({ files: [mine], userData: join(folder, 'data') });
    const { window } = app;
    await drawn(window);
    await retypeFirstCard(window, 'Taps the ad');
    await window
      .getByText(/Kept on this computer/)
      .first()
      .waitFor();
    await changeProject(mine, 'Tim', (records) =>
      change(change(records, 'clicks', { text: 'Swipes' }), 'pays', { text: 'Pays by card' }),
    );
    await window.keyboard.press('Control+s');
    await window
      .getByRole('textbox', { name: 'Your name' })
      .or(window.getByRole('dialog').getByRole('textbox'))
      .first()
      .fill('Noor');
    await window.keyboard.press('Enter');

    const dialog = window.getByRole('dialog', { name: 'Merge two copies' });
    await dialog.waitFor();
    const go = dialog.getByRole('button', { name: 'Merge 2 differences' });
    expect(await go.isDisabled()).toBe(true);
    await window.keyboard.press('b');
    await go.click();
    await window
      .getByText(/Saved to mine/)
      .first()
      .waitFor();
    expect(await textsOf(mine)).toMatchObject({ clicks: 'Taps the ad\nSwipes', pays: 'Pays by card' });

    await window.keyboard.press('Control+z');
    await window
      .getByText(/Kept on this computer/)
      .first()
      .waitFor();
    await window.keyboard.press('Control+s');
    await window
      .getByText(/Saved to mine/)
      .first()
      .waitFor();
    expect(await textsOf(mine)).toMatchObject({ clicks: 'Taps the ad', pays: 'Pays' });
  });

  test('a copy chosen from the menu is shown, taken in, and brings nothing a second time', async () => {
    await changeProject(theirs, 'Tim', (records) => without(change(records, 'pays', { text: 'Pays by card' }), 'lost'));
    app = await launchMeander({ files: [mine], userData: join(folder, 'data') });
    const { window, dialogs } = app;
    await drawn(window);
    const merge = async (): Promise<void> => {
      await dialogs.answer({ kind: 'open', paths: [theirs] });
      await window.keyboard.press('Control+k');
      await window.keyboard.type('>Merge with another');
      await window.getByRole('option', { name: /Merge with another copy/ }).waitFor();
      await window.keyboard.press('Enter');
    };
    await merge();
    const dialog = window.getByRole('dialog', { name: 'Merge two copies' });
    await dialog.getByText('text: “Pays” → “Pays by card”').waitFor();
    await dialog.getByRole('button', { name: 'Merge 2 differences' }).click();
    await window.getByText('2 changes by Tim were merged with yours.').waitFor();
    await merge();
    await window.getByText('The copy saved by Tim has nothing that this one has not.').waitFor();
    // What was merged is not saved, and nobody is there to be asked.
    await app.kill();
    app = undefined;
  });

  test('a window without edits shows what somebody else saved when it gets the focus again', async () => {
    app = await launchMeander({ files: [mine], userData: join(folder, 'data') });
    const { window, electron } = app;
    await drawn(window);
    await changeProject(mine, 'Tim', (records) => change(records, 'clicks', { text: 'Swipes' }));
    await electron.evaluate(({ BrowserWindow }) => {
      const [shown] = BrowserWindow.getAllWindows();
      shown?.blur();
      shown?.focus();
      shown?.emit('focus');
    });
    await window.getByText('Tim saved this file meanwhile. You see that version now.').waitFor();
    await window
      .getByText(/Saved to mine/)
      .first()
      .waitFor();
    expect(await textsOf(mine)).toMatchObject({ clicks: 'Swipes' });
  });
});
