import { copyFile, mkdtemp, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { launchMeander, runCli } from './harness/app.ts';
import { commitEdit } from './harness/commitEdit.ts';
import { removeFolder } from './harness/removeFolder.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let folder = '';
let file = '';
let app: MeanderApp | undefined;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'meander-rescue-')));
  file = join(folder, 'Summer party.meander');
  await copyFile(join(projectRoot, 'assets/samples/sarah.en.meander'), file);
});

afterEach(async () => {
  await app?.close();
  app = undefined;
  await removeFolder(folder);
});

/** Puts other letters in the place of a word, wherever it stands. */
async function damage(path: string, word: string): Promise<Buffer> {
  const bytes = await readFile(path);
  expect(bytes.includes(word)).toBe(true);
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + 1))
    bytes.write('?'.repeat(word.length), at);
  await writeFile(path, bytes);
  return bytes;
}

test('meander check, info and salvage work in the real application, and touch nothing', async () => {
  const sound = await runCli(['check', file]);
  expect(sound).toMatchObject({ code: 0, stderr: '' });
  expect(sound.stdout).toContain('“Summer party.meander” is whole');
  expect((await runCli(['info', file, '--lang', 'nl'])).stdout).toMatch(/^Bestand +Summer party\.meander$/m);

  const bytes = await damage(file, 'summer party');
  const broken = await runCli(['check', file]);
  expect(broken).toMatchObject({ code: 3, stdout: '' });
  expect(broken.stderr).toMatch(/^meander: “Summer party\.meander” is damaged\. [^\n]+\n$/);
  const rescued = await runCli(['salvage', file, '--out', 'rescued.meander'], folder);
  expect(rescued).toMatchObject({ code: 0, stderr: '' });
  expect(rescued.stdout).toMatch(/^\d+ things? (is|are) missing:$/m);
  expect(await runCli(['check', 'rescued.meander'], folder)).toMatchObject({ code: 0 });
  expect(await runCli(['salvage', file, '--out', 'rescued.meander'], folder)).toMatchObject({ code: 1 });
  expect((await readFile(file)).equals(bytes)).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['Summer party.meander', 'rescued.meander']);
});

test('a damaged file offers what can be read, as a new project with a list of what is missing', async () => {
  const bytes = await damage(file, 'summer party');
  app = await launchMeander({ files: [file] });
  const { window: page } = app;
  await page.getByRole('alertdialog').getByText('“Summer party.meander” is damaged.').waitFor();
  await page.getByRole('button', { name: 'Take over what can be read' }).click();
  await page.getByRole('alertdialog').getByText('This is what could be read.').waitFor();
  await page
    .getByRole('listitem')
    .getByText(/things? (is|are) missing:$/)
    .waitFor();
  await page.getByRole('button', { name: 'Understood' }).click();
  await page.getByText('Not saved yet').waitFor();
  expect((await readFile(file)).equals(bytes)).toBe(true);
});

test('a damaged file that was saved here before offers its last version', async () => {
  const userData = join(folder, 'user data');
  app = await launchMeander({ userData, files: [file] });
  await app.window.getByText(/^Saved to Summer party/).waitFor();
  await commitEdit(app.window);
  const saved = await app.window.evaluate(async () => {
    const { project } = await window.meander.start();
    return project && window.meander.save(project.handle, false);
  });
  expect(saved).toMatchObject({ ok: true, value: { unsavedEdits: 0 } });
  await app.close();
  await damage(file, 'summer party');

  app = await launchMeander({ userData, files: [file] });
  const { window: page } = app;
  await page
    .getByRole('alertdialog')
    .getByText(/^A version of .* is kept on this computer\./)
    .waitFor();
  await page.getByRole('button', { name: /^Open the version of/ }).click();
  await page.getByText('Not saved yet').waitFor();
  const title = await page.evaluate(async () => {
    const { project } = await window.meander.start();
    const found = [...(project?.records.values() ?? [])].find(({ type }) => type === 'project');
    return found?.type === 'project' ? found.title : null;
  });
  expect(title).toMatch(/ again$/);
});

test('damaged unsaved work is told of on the start screen, and what can be read of it is taken over', async () => {
  const userData = join(folder, 'user data');
  app = await launchMeander({ userData, files: [file] });
  await app.window.getByText(/^Saved to Summer party/).waitFor();
  await commitEdit(app.window);
  await app.kill();
  const works = join(userData, 'projects/work');
  for (const id of await readdir(works)) {
    const work = join(works, id, 'work.db');
    // The log beside it would bring the first page back.
    const database = new Database(work);
    database.pragma('journal_mode = DELETE');
    database.close();
    await writeFile(work, (await readFile(work)).fill(0, 0, 100));
  }
  app = await launchMeander({ userData });
  const { window: page } = app;
  await page.getByText(/Damaged, .*It cannot be continued/).waitFor();
  await page.getByRole('button', { name: 'Take over what can be read' }).click();
  await page.getByRole('alertdialog').getByText('This is what could be read.').waitFor();
});
