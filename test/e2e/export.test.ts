import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';
import { type MeanderRecord, recordsOfType } from '../../shared/records/records.ts';
import { PAPER_SIZES } from '../../shared/scene/paper.ts';
import { THEMES } from '../../shared/scene/theme.ts';
import { type PdfFile, paintPdf, readPdf } from '../fixtures/pdfFile.ts';
import { furthest, type Pixels, sharesOf, shrink, thin } from '../fixtures/pixels.ts';
import { type PngFile, readPng } from '../fixtures/pngFile.ts';
import { smallProject } from '../fixtures/projects.ts';
import { firstMap, sampleRecords } from '../fixtures/sampleProjects.ts';
import { writeProject } from '../fixtures/writeProject.ts';
import { launchMeander, runCli } from './harness/app.ts';
import { inPairs } from './harness/inPairs.ts';
import { removeFolder } from './harness/removeFolder.ts';
import type { MeanderApp } from './harness/startMeander.ts';

/** mm; Chromium prints on whole 1/72 inches. */
const PAGE_TOLERANCE = 0.4;
/** px across in which everything of a poster can be seen. */
const ENOUGH_PIXELS = 2400;
/** Painted 60 px wide, a line of text less in one of two pictures makes more of a difference than this. */
const BLOCKS_ACROSS = 60;
const BLOCK_TOLERANCE = 10;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-export-'));
});

afterAll(async () => {
  await removeFolder(folder);
});

function sampleFile(name: string): string {
  return join(projectRoot, 'assets/samples', `${name}.meander`);
}

async function exportFile(file: string, ...options: readonly string[]): Promise<void> {
  const result = await runCli(['export', file, ...options], folder);
  expect(result).toMatchObject({ code: 0, stderr: '' });
}

/** What the first map of a sample shows on cards: their text, and what stands beside the mark of evidence. */
function shownTexts(name: string): readonly string[] {
  const records = sampleRecords(name);
  const map = records.get(firstMap(records));
  const isShown = ({ persona }: { readonly persona: MeanderRecord['id'] | null }): boolean =>
    persona === null || (map?.type === 'map' && !map.hiddenPersonas.some((hidden) => hidden === persona));
  const lanes = recordsOfType(records, 'lane').filter((lane) => lane.map === map?.id && !lane.hidden);
  const cards = recordsOfType(records, 'card').filter((card) => lanes.some(({ id }) => id === card.lane));
  return cards.filter(isShown).flatMap(({ text, figure, evidenceNote, kind }) => [
    text,
    ...(kind === 'measure' ? [figure] : []),
    // An action shows the mark alone, a touchpoint its channels instead.
    ...(kind === 'action' || kind === 'touchpoint' || kind === 'measure' ? [] : [evidenceNote]),
  ]);
}

/** The texts that a PDF does not say. Lines are broken anywhere, so white space does not count. */
function missingFrom({ text: said }: PdfFile, texts: readonly string[]): readonly string[] {
  const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
  const all = squeeze(said);
  return texts.filter((text) => !all.includes(squeeze(text)));
}

function expectPage({ pages, width, height }: PdfFile, wanted: { readonly width: number; readonly height: number }) {
  expect(pages).toBe(1);
  expect(Math.abs(width - wanted.width)).toBeLessThan(PAGE_TOLERANCE);
  expect(Math.abs(height - wanted.height)).toBeLessThan(PAGE_TOLERANCE);
}

async function expectSamePicture(png: Pixels, pdf: string): Promise<void> {
  const ratio = png.height / png.width;
  const painted = await paintPdf(pdf, ENOUGH_PIXELS, Math.round(ENOUGH_PIXELS * ratio));
  const [across, down] = [BLOCKS_ACROSS, Math.round(BLOCKS_ACROSS * ratio)];
  const distance = furthest(shrink(thin(png, ENOUGH_PIXELS), across, down), shrink(painted, across, down));
  expect(distance).toBeLessThan(BLOCK_TOLERANCE);
}

const SAMPLES = [
  { name: 'sarah.en', lang: 'en', scale: 1 },
  { name: 'sarah.nl', lang: 'nl', scale: 2 },
  { name: 'olivier.en', lang: 'en', scale: 3 },
  { name: 'olivier.nl', lang: 'nl', scale: 4 },
] as const;

describe('the samples as posters on A1', () => {
  beforeAll(async () => {
    await inPairs(SAMPLES, async ({ name, lang, scale }) =>
      exportFile(
        sampleFile(name),
        ...['--pdf', `${name}.pdf`, '--png', `${name}.png`, '--scale', String(scale), '--lang', lang],
      ),
    );
  }, 120_000);

  describe.each(SAMPLES)('$name', ({ name, lang, scale }) => {
    let pdf: PdfFile;
    let png: PngFile;

    beforeAll(async () => {
      [pdf, png] = await Promise.all([readPdf(join(folder, `${name}.pdf`)), readPng(join(folder, `${name}.png`))]);
    });

    test('is one page of the usual paper', () => {
      expectPage(pdf, PAPER_SIZES.A1);
    });

    test('says the text of every card in words that can be searched for', () => {
      const texts = shownTexts(name);
      expect(texts.length).toBeGreaterThan(80);
      expect(missingFrom(pdf, [...texts, lang === 'nl' ? 'A1 liggend' : 'A1 landscape'])).toEqual([]);
    });

    test('has every font by name and embedded', () => {
      expect(pdf.fonts.length).toBeGreaterThan(3);
      for (const font of pdf.fonts) {
        expect(font).toMatchObject({ name: expect.stringMatching(/^Inter-/), type: 'CID TrueType', embedded: true });
      }
    });

    test('is drawn, not a picture of itself', () => {
      // The portrait is the only picture of a sample.
      expect(pdf.images).toEqual([{ width: 512, height: 512 }]);
    });

    test('has as many pixels as the scale says, and tells how dense they are on the paper', () => {
      expect(png.width % scale).toBe(0);
      expect(png.width / scale).toBeGreaterThanOrEqual(2400);
      expect(Math.abs(png.height - (png.width * PAPER_SIZES.A1.height) / PAPER_SIZES.A1.width)).toBeLessThan(1);
      const density = Math.round((png.width / PAPER_SIZES.A1.width) * 1000);
      expect(png.density).toEqual([density, density]);
    });

    test('looks the same as PNG and as PDF', async () => {
      await expectSamePicture(png, join(folder, `${name}.pdf`));
    });

    test('stands on paper, with every stage in its colour', () => {
      const records = sampleRecords(name);
      const stages = recordsOfType(records, 'stage').filter(({ map }) => map === firstMap(records));
      expect(stages.length).toBe(5);
      const [paper, ...washes] = sharesOf(thin(png, ENOUGH_PIXELS), [
        THEMES.light.paper,
        ...stages.map(({ colour }) => THEMES.light[`${colour}-wash`]),
      ]);
      expect(paper).toBeGreaterThan(0.15);
      for (const wash of washes) expect(wash).toBeGreaterThan(0.01);
    });
  });
});

describe('what is asked for', () => {
  const papers = [
    ['A0', PAPER_SIZES.A0],
    ['A2', PAPER_SIZES.A2],
    ['A3', PAPER_SIZES.A3],
    ['a4', PAPER_SIZES.A4],
  ] as const;

  beforeAll(async () => {
    await writeProject(join(folder, 'two maps.meander'), smallProject().values());
    await inPairs(
      [
        ...papers.map(([paper]) => [sampleFile('sarah.nl'), '--pdf', `${paper}.pdf`, '--paper', paper]),
        [sampleFile('sarah.en'), '--pdf', 'dark.pdf', '--png', 'dark.png', '--theme', 'dark', '--paper', 'fit'],
        ['two maps.meander', '--pdf', 'later.pdf', '--map', 'later', '--lang', 'nl'],
      ],
      async ([file = '', ...options]) => exportFile(file, ...options),
    );
  }, 120_000);

  test.each(papers)('paper %s', async (paper, size) => {
    const pdf = await readPdf(join(folder, `${paper}.pdf`));
    expectPage(pdf, size);
    expect(missingFrom(pdf, [`${paper.toUpperCase()} landscape`, 'Moment of truth'])).toEqual([]);
  });

  test('a page that fits its map, dark to the edges', async () => {
    const [pdf, png] = await Promise.all([readPdf(join(folder, 'dark.pdf')), readPng(join(folder, 'dark.png'))]);
    expectPage(pdf, { width: 841, height: (841 * png.height) / png.width });
    expect(png.height / png.width).not.toBeCloseTo(594 / 841, 2);
    const [dark, light] = sharesOf(thin(png, ENOUGH_PIXELS), [THEMES.dark.paper, THEMES.light.paper]);
    expect(dark).toBeGreaterThan(0.15);
    expect(light).toBe(0);
    for (const corner of [0, png.width - 1, png.width * (png.height - 1), png.width * png.height - 1]) {
      expect([...png.rgb.subarray(corner * 3, corner * 3 + 3)]).toEqual([0x12, 0x23, 0x2a]);
    }
    await expectSamePicture(png, join(folder, 'dark.pdf'));
  });

  test('a map by its name, in the language asked for', async () => {
    const pdf = await readPdf(join(folder, 'later.pdf'));
    expect(missingFrom(pdf, ['Calls the shop', 'Clicks the ad', 'Toekomstige klantreis'])).toEqual(['Clicks the ad']);
  });
});

describe('in the application', () => {
  let app: MeanderApp;
  let own = '';

  beforeAll(async () => {
    own = await mkdtemp(join(folder, 'open-'));
    await copyFile(sampleFile('olivier.en'), join(own, 'open.meander'));
    app = await launchMeander({ files: [join(own, 'open.meander')] });
    await app.window.getByRole('button', { name: 'Export', exact: true }).waitFor();
  });

  afterAll(async () => {
    await app.close();
  });

  /** Opens the dialog from the rod's menu. */
  async function openDialog(item: string): Promise<Locator> {
    await app.window.getByRole('button', { name: 'Export', exact: true }).click();
    await app.window.getByRole('menuitem', { name: item }).click();
    return app.window.getByRole('dialog', { name: 'Export the map' });
  }

  test('PDF… makes the poster that the command line makes', async () => {
    const before = await readdir(own);
    const dialog = await openDialog('PDF…');
    await app.dialogs.answer({ kind: 'save', path: join(own, 'window.pdf') });
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await dialog.getByText('Saved as window.pdf').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();

    // Beside the application, which has the file open.
    await exportFile(join(own, 'open.meander'), '--pdf', join(own, 'command.pdf'));
    const [byWindow, byCommand] = await Promise.all(
      ['window.pdf', 'command.pdf'].map((name) => readPdf(join(own, name))),
    );
    expect(byWindow).toEqual(byCommand);
    expect(await readdir(own)).toEqual([...before, 'command.pdf', 'window.pdf'].sort());
  });

  test('PNG… follows the work in percent and makes the size chosen', async () => {
    const dialog = await openDialog('PNG…');
    await dialog.getByRole('radio', { name: 'A3' }).click();
    await dialog.getByRole('radio', { name: '3×' }).click();
    await app.dialogs.answer({ kind: 'save', path: join(own, 'window.png') });
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const progress = dialog.getByRole('progressbar', { name: 'Exporting…' });
    await progress.and(app.window.locator('[aria-valuenow]:not([aria-valuenow="0"])')).waitFor();
    await dialog.getByText('Saved as window.png').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();

    const png = await readPng(join(own, 'window.png'));
    expect(png.width % 3).toBe(0);
    expect(png.width).toBeGreaterThan(7200);
    expect(png.density?.[0]).toBe(Math.round((png.width / PAPER_SIZES.A3.width) * 1000));
    await rm(join(own, 'window.png'));
  });

  test('cancelling half-way leaves nothing behind and keeps what was there', async () => {
    const target = join(own, 'cancelled.png');
    await writeFile(target, 'old');
    const before = await readdir(own);
    const dialog = await openDialog('PNG…');
    await dialog.getByRole('radio', { name: '4×' }).click();
    await app.dialogs.answer({ kind: 'save', path: target });
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await dialog.getByRole('progressbar').and(app.window.locator('[aria-valuenow]:not([aria-valuenow="0"])')).waitFor();
    expect(await readdir(own)).toHaveLength(before.length + 1);
    // It gives way to the window meanwhile.
    const [drawing = 0, working = 0] = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .sort((a, b) => Number(a.isVisible()) - Number(b.isVisible()))
        .map(({ webContents }) => webContents.getOSProcessId()),
    );
    expect(getPriority(drawing)).toBeGreaterThan(getPriority(working));
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    // Back at the choice, where the person may choose a smaller one.
    await dialog.getByRole('radio', { name: '4×' }).waitFor();
    expect(await readdir(own)).toEqual(before);
    expect(await readFile(target, 'utf8')).toBe('old');

    // The system's own dialog cancelled: the same.
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await dialog.getByRole('radio', { name: '4×' }).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await readdir(own)).toEqual(before);
  });
});
