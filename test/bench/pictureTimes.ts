import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { writeDocument } from '../../electron/storage/writeDocument.ts';
import type { StoredAsset } from '../../shared/ipc/projectStore.ts';
import type { MeanderRecord } from '../../shared/records/records.ts';
import type { ProvidedLaunch } from '../e2e/harness/globalSetup.ts';
import { type MeanderApp, startMeander } from '../e2e/harness/startMeander.ts';
import { generateMap } from '../fixtures/generatedMap.ts';
import { makeRecord } from '../fixtures/projects.ts';
import { findCard } from './editTimes.ts';
import type { Figures } from './metrics.ts';
import { installProbe, rest, watchFrames } from './probe.ts';
import { longest } from './statistics.ts';

/** The longest frames of a window, in ms, while a file with 100 MB of pictures is opened, edited and saved. */
export async function measurePictures(launch: ProvidedLaunch, file: string): Promise<Figures> {
  const app = await startMeander(launch);
  const { window: page } = app;
  try {
    await page.getByRole('button', { name: 'New map' }).waitFor();
    await installProbe(page);
    await rest(page);
    const picturesOpen = await openingFrame(app, file);
    await page.getByRole('application', { name: /^Map/ }).waitFor();
    await rest(page);
    await findCard(page);
    // The first time is slower for reasons of its own, and what saves asks for a name.
    await editAbout(page);
    await save(page);
    await rest(page);
    const edits = await watchFrames(page, () => editAbout(page));
    await rest(page);
    const saving = await watchFrames(page, () => save(page));
    return { picturesOpen, picturesEdit: longest(edits), picturesSave: longest(saving) };
  } finally {
    await app.kill();
  }
}

/** Until the document arrives: what the window then does to draw it is measured elsewhere. */
async function openingFrame({ window: page, dialogs }: MeanderApp, file: string): Promise<number> {
  await dialogs.answer({ kind: 'open', paths: [file] });
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const frame = (now: number): void => {
          times.push(now);
          const opened = performance.getEntriesByName('meander:opened').at(-1)?.startTime;
          if (opened === undefined) requestAnimationFrame(frame);
          else {
            const before = times.filter((time) => time < opened);
            resolve(before.map((time, at) => (before[at + 1] ?? opened) - time));
          }
        };
        requestAnimationFrame(frame);
      }),
  );
  await page.keyboard.press('Control+o');
  return longest(await frames);
}

/** What the card's evidence is, again and again. */
async function editAbout(page: Page): Promise<void> {
  for (let at = 0; at < 10; at += 1) {
    await page.keyboard.press('e');
    await sleep(100);
  }
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  const author = page.getByRole('dialog').getByRole('textbox');
  const saved = page.getByText(/^Saved to/);
  await author.or(saved).first().waitFor();
  if (await author.isVisible()) {
    await author.fill('A bench');
    await author.press('Enter');
  }
  await saved.waitFor({ timeout: 60_000 });
}

const PICTURES = 25;
const PICTURE_BYTES = 4_000_000;

/** A small map with 100 MB of pictures, which are noise: nothing is drawn of them, all of it is kept. */
export async function makePictureMap(folder: string): Promise<string> {
  const pictures: StoredAsset[] = [];
  const records: MeanderRecord[] = [...generateMap({ steps: 10, lanes: 5, cardsPerCell: 2 })];
  for (let at = 0; at < PICTURES; at += 1) {
    const bytes = noise(at);
    const hash = createHash('sha256').update(bytes).digest('hex');
    pictures.push({ hash, mime: 'image/png', bytes });
    records.push(
      makeRecord(`asset:${hash.slice(0, 16)}`, 'asset', { hash, mime: 'image/png', width: 2000, height: 1000 }),
    );
  }
  const path = join(folder, 'pictures.meander');
  await writeDocument(path, records, pictures, {
    uuid: '00000000-0000-8000-8000-00000000feed',
    revision: { id: '0'.repeat(32), parents: [], at: 1_750_000_000_000, author: 'A bench', label: '' },
  });
  return path;
}

/** Bytes that do not repeat, always the same for a seed. */
function noise(seed: number): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(PICTURE_BYTES / 4);
  let state = seed + 1;
  for (let at = 0; at < words.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  return new Uint8Array(words.buffer);
}
