import type { Page } from 'playwright-core';
import type { ProvidedLaunch } from '../e2e/harness/globalSetup.ts';
import { startMeander } from '../e2e/harness/startMeander.ts';
import { findCard } from './editTimes.ts';
import type { Figures } from './metrics.ts';
import { rest } from './probe.ts';
import { heapOf } from './windowTimes.ts';

/** Removals, each undone: what can be undone stays the same, so whatever grows is nobody's. */
const PAIRS = 1000;
/** So many before it is measured, while caches fill. */
const BEFORE = 500;

/** MB that a window's heap gains by 2,000 edits. */
export async function measureMemory(launch: ProvidedLaunch, file: string): Promise<Figures> {
  const { window: page, kill } = await startMeander(launch, { files: [file] });
  try {
    await page.getByRole('application', { name: /^Map/ }).waitFor();
    await rest(page);
    await page.keyboard.press('Control+0');
    await rest(page);
    await findCard(page);
    await removeAndUndo(page, BEFORE);
    const before = await heapOf(page);
    await removeAndUndo(page, PAIRS);
    return { heapGrowth: (await heapOf(page)) - before };
  } finally {
    await kill();
  }
}

async function removeAndUndo(page: Page, pairs: number): Promise<void> {
  for (let at = 0; at < pairs; at += 1) {
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+z');
  }
  await rest(page);
}
