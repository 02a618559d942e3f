import { readFile, rm } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import type { ProvidedLaunch } from '../e2e/harness/globalSetup.ts';
import { runCommandLine } from '../e2e/harness/runCommandLine.ts';
import { type MeanderApp, startMeander } from '../e2e/harness/startMeander.ts';
import type { Figures } from './metrics.ts';
import { installProbe, rest, watchFrames } from './probe.ts';
import { longest } from './statistics.ts';

/** Times posters made by the command line, less what the process costs for a map with nothing on it. */
export async function measureExports(launch: ProvidedLaunch, file: string, empty: string): Promise<Figures> {
  const emptyPdf = await exportTime(launch, empty, 'pdf');
  const emptyPng = await exportTime(launch, empty, 'png');
  const pdf = (await exportTime(launch, file, 'pdf')).seconds - emptyPdf.seconds;
  const large = await exportTime(launch, file, 'png');
  const png = (large.seconds - emptyPng.seconds) / (large.megapixels - emptyPng.megapixels);
  return { pdf, png, emptyPdf: emptyPdf.seconds, emptyPng: emptyPng.seconds };
}

async function exportTime(
  launch: ProvidedLaunch,
  file: string,
  format: 'pdf' | 'png',
): Promise<{ readonly seconds: number; readonly megapixels: number }> {
  const target = `${file}.${format}`;
  const begun = performance.now();
  const { code, stderr } = await runCommandLine(launch, ['export', file, `--${format}`, target]);
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(stderr);
  const head = await readFile(target);
  await rm(target);
  return { seconds, megapixels: format === 'png' ? (head.readUInt32BE(16) * head.readUInt32BE(20)) / 1e6 : 0 };
}

/** The longest frame of a window, in ms, while a PNG is made from it. */
export async function measureExportFrames(launch: ProvidedLaunch, file: string): Promise<Figures> {
  const app = await startMeander(launch, { files: [file] });
  try {
    await app.window.getByRole('application', { name: /^Map/ }).waitFor();
    await installProbe(app.window);
    const target = `${file}.window.png`;
    const dialog = await openPngDialog(app, target);
    await rest(app.window);
    const frames = await watchFrames(app.window, async () => {
      await dialog.getByRole('button', { name: 'Export', exact: true }).click();
      await dialog.getByText(/^Saved as/).waitFor({ timeout: 600_000 });
    });
    await rm(target);
    return { pngFrame: longest(frames) };
  } finally {
    await app.kill();
  }
}

async function openPngDialog({ window: page, dialogs }: MeanderApp, target: string): Promise<Locator> {
  await dialogs.answer({ kind: 'save', path: target });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'PNG…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the map' });
  await dialog.getByRole('radio', { name: '1×' }).click();
  return dialog;
}
