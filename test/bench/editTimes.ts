import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Figures } from './metrics.ts';
import { rest, watchLatencies } from './probe.ts';
import { median, percentile95 } from './statistics.ts';

/** Times what is done to cards, on a map that stands at 100 %. It ends with the map as it was. */
export async function measureEdits(page: Page): Promise<Figures> {
  const canvas = page.getByRole('application', { name: /^Map/ });
  const view = await canvas.boundingBox();
  if (view === null) throw new Error('The map is nowhere');
  const card = await findCard(page);

  const drag = percentile95(await watchLatencies(page, () => carry(page, card)));
  await page.mouse.click(card.x, card.y);
  const remove: number[] = [];
  const undo: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    // Taking it back selects the card again.
    remove.push(...(await watchLatencies(page, () => page.keyboard.press('Delete'))));
    undo.push(...(await watchLatencies(page, () => page.keyboard.press('Control+z'))));
  }
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Text on the map' }).waitFor();
  await page.keyboard.press('End');
  const typing = percentile95(
    await watchLatencies(page, () => page.keyboard.type(' en vraagt zich af of dit wel past', { delay: 70 })),
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');

  await selectMany(page, view);
  const undoMany: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    await page.keyboard.press('Alt+ArrowRight');
    undoMany.push(...(await watchLatencies(page, () => page.keyboard.press('Control+z'))));
  }
  return { drag, remove: median(remove), undo: median(undo), typing, undoMany: median(undoMany) };
}

/** CSS px of the window. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Selects a card near the middle of the view; gives the place of the click that did it. */
export async function findCard(page: Page): Promise<Place> {
  const view = await page.getByRole('application', { name: /^Map/ }).boundingBox();
  if (view === null) throw new Error('The map is nowhere');
  const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
  for (let step = 0; step < 24; step += 1) {
    const place = { x: middle.x + (step % 6) * 30, y: middle.y + Math.floor(step / 6) * 30 };
    await page.mouse.click(place.x, place.y);
    await rest(page);
    if ((await selectedCards(page)) === 1) return place;
  }
  throw new Error('There is no card in the middle of the view');
}

/** How many cards the right panel tells of. */
async function selectedCards(page: Page): Promise<number> {
  const panel = page.locator('[data-region="right"]');
  if (await panel.getByRole('textbox', { name: 'Text', exact: true }).isVisible()) return 1;
  const title = await panel.getByRole('heading', { level: 2 }).first().textContent();
  return Number(/^(\d+) cards$/.exec(title?.replace(/\W(?=\d{3})/g, '') ?? '')?.[1] ?? 0);
}

/** Takes a card up and carries it about, back to where it was. */
async function carry(page: Page, from: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let at = 0; at <= 120; at += 1) {
    const along = (at / 120) * 2 * Math.PI;
    await Promise.all([page.mouse.move(from.x + 200 * Math.sin(along), from.y + 90 * Math.sin(2 * along)), sleep(12)]);
    if (at === 60 && !(await isCarrying(page))) throw new Error('The card was not lifted');
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

async function isCarrying(page: Page): Promise<boolean> {
  return page.locator('[data-region="canvas"] canvas[class*="carried"]').isVisible();
}

/** Selects about two hundred cards below the river, with a frame drawn over them. */
async function selectMany(
  page: Page,
  view: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<void> {
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+Minus');
  await page.mouse.move(view.x + 300, view.y + 300);
  await page.mouse.wheel(-40_000, 1200);
  await rest(page);
  const corner = { x: view.x + view.width - 60, y: view.y + view.height - 100 };
  const from = await findGap(page, view, corner);
  const share = 200 / (await selectedCards(page));
  await drawFrame(page, from, { x: from.x + (corner.x - from.x) * Math.min(1, share), y: corner.y });
  const count = await selectedCards(page);
  if (count < 150 || count > 260) throw new Error(`${count} cards were selected instead of 200`);
}

/** A place between two columns: a press there begins a frame, while on a card it would lift it. */
async function findGap(page: Page, view: Place, corner: Place): Promise<Place> {
  for (let step = 0; step < 40; step += 1) {
    const place = { x: view.x + 100 + step * 2, y: view.y + 120 };
    await drawFrame(page, place, corner);
    if ((await selectedCards(page)) > 1) return place;
  }
  throw new Error('No frame could be drawn');
}

async function drawFrame(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  if (await isCarrying(page)) await page.keyboard.press('Escape');
  await page.mouse.up();
  await rest(page);
}
