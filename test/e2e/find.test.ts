import { expect, test } from 'vitest';
import { launchMeander } from './harness/app.ts';

test('words are found all over the project, replaced with a preview, and made a card when nothing says them', async () => {
  const app = await launchMeander();
  const page = app.window;
  await page.getByRole('button', { name: /^Sarah/ }).click();
  const canvas = page.locator('[data-region="canvas"]').first();
  await canvas.waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[data-region="canvas"] canvas').length > 4);
  await canvas.focus();
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find' });
  const hits = page.getByRole('list', { name: 'Where it stands' }).getByRole('button');
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.type('PHÓTOS');
  await expect.poll(() => hits.count()).toBeGreaterThan(1);
  const count = await hits.count();
  await page.keyboard.press('Enter');
  await page.getByText(`1 of ${count}`).waitFor();
  await page.keyboard.press('Shift+Enter');
  await page.getByText(`${count} of ${count}`).waitFor();

  await page.getByRole('button', { name: 'Replace…' }).click();
  await page.getByRole('textbox', { name: 'Replace with' }).fill('pictures');
  expect(await hits.locator('ins').allInnerTexts()).toContain('pictures');
  await app.screenshot('find-replace');
  await page.getByRole('button', { name: `Replace all ${count}` }).click();
  await page.getByText('Nothing says “PHÓTOS”.').waitFor();

  await page.getByRole('button', { name: 'Make a card with these words' }).click();
  await field.waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-region'))).toBe('canvas');
  await page.keyboard.press('Control+f');
  await expect.poll(() => hits.count()).toBe(1);
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'hidden' });

  // Undo takes back the card, then every word that was replaced at once.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+f');
  await expect.poll(() => hits.count()).toBe(count);
  await app.close();
});
