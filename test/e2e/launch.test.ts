import { afterEach, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { launchMeander } from './harness/app.ts';
import type { MeanderApp } from './harness/startMeander.ts';

let app: MeanderApp | undefined;

afterEach(async () => {
  await app?.close();
  app = undefined;
});

test('the built application opens a window and reports no problem', async () => {
  app = await launchMeander();
  expect(await app.window.title()).toContain('Meander');
  await app.screenshot('launch');
});

test('the application runs under its own name, version and folder', async () => {
  app = await launchMeander();
  const about = await app.electron.evaluate(({ app }) => ({
    name: app.getName(),
    isPackaged: app.isPackaged,
    userData: app.getPath('userData'),
  }));
  expect(about).toEqual({ name: 'Meander', isPackaged: false, userData: app.userData });
});

test("the person's own arguments follow the application's folder", async () => {
  app = await launchMeander({ args: ['--own-switch'], files: ['/tmp/a file.meander'] });
  const argv = await app.electron.evaluate(() => process.argv);
  expect(argv.slice(argv.indexOf(projectRoot) + 1)).toEqual(['--own-switch', '/tmp/a file.meander']);
});
