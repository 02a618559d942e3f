/**
 * `npm run bench [-- --cards 2000 --runs 3 --only window]`: how fast the built application is here, beside its budgets and beside
 * what this machine takes for a fixed piece of work at the same time. docs/performance.md explains each figure.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildOutIfStale } from '../../build/buildOut.ts';
import { prepareLaunch } from '../../build/runtime/launch.ts';
import { runScript } from '../../build/runtime/runScript.ts';
import type { ProvidedLaunch } from '../e2e/harness/globalSetup.ts';
import { type BenchMap, makeBenchMap, makeEmptyMap } from './benchMap.ts';
import { calibrateParse } from './calibrate.ts';
import { measureExportFrames, measureExports } from './exportTimes.ts';
import { measureMemory } from './memoryTimes.ts';
import type { Calibrated, Figures, MetricName } from './metrics.ts';
import { measureNode } from './nodeTimes.ts';
import { makePictureMap, measurePictures } from './pictureTimes.ts';
import { countMissed, reportLines } from './report.ts';
import { measureStart } from './startTimes.ts';
import { median } from './statistics.ts';
import { measureStorage } from './storageTimes.ts';
import { measureWindow } from './windowTimes.ts';

/** What can be measured by itself. */
const PARTS = ['start', 'window', 'export', 'memory', 'storage', 'pictures'] as const;

const { values } = parseArgs({
  options: {
    cards: { type: 'string', multiple: true, default: ['2000', '10000'] },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true, default: [...PARTS] },
  },
});
const sizes = values.cards.map(Number);
const runs = Math.max(1, Number(values.runs));
const parts = new Set(values.only);
let missed = 0;

await runScript(async () => {
  await buildOutIfStale();
  const { cleanup, ...launch } = await prepareLaunch();
  const folder = await mkdtemp(join(tmpdir(), 'meander-bench-'));
  try {
    tell(`Node ${process.versions.node}, ${availableParallelism()} cores, medians of ${runs} runs`);
    if (parts.has('start')) await benchStart(launch);
    for (const cards of sizes) await benchMap(launch, await makeBenchMap(cards, folder), folder);
    if (parts.has('memory')) await benchMemory(launch, folder);
    if (parts.has('storage')) await benchStorage();
    if (parts.has('pictures')) await benchPictures(launch, folder);
    tell(missed === 0 ? '\nEvery budget is met' : `\n${missed} figures exceed their budget`);
  } finally {
    cleanup();
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
});

async function benchStart(launch: ProvidedLaunch): Promise<void> {
  // Once more than told: the first start fills the system's caches.
  const found: Figures[] = [];
  for (let run = 0; run <= runs; run += 1) found.push(await measureStart(launch));
  print('Start', 0, found.slice(1));
}

async function benchMap(launch: ProvidedLaunch, { cards, records, file }: BenchMap, folder: string): Promise<void> {
  const found: Figures[] = [];
  const repaints: number[] = [];
  const parses: number[] = [];
  const empty = await makeEmptyMap(folder);
  for (let run = 0; run < runs; run += 1) {
    parses.push(calibrateParse());
    if (parts.has('window')) {
      const { figures, repaint } = await measureWindow(launch, file);
      repaints.push(repaint);
      found.push(figures, measureNode(records));
    }
    if (parts.has('export')) found.push(await measureExports(launch, file, empty));
  }
  if (parts.has('export')) found.push(await measureExportFrames(launch, file));
  const title = `${cards.toLocaleString('en')} cards`;
  if (found.length > 0) print(title, cards, found, { repaint: median(repaints), parse: median(parses) });
}

/** Not on the largest maps: what is lost with an edit is lost on any, and there are two thousand of them. */
async function benchMemory(launch: ProvidedLaunch, folder: string): Promise<void> {
  const { cards, file } = await makeBenchMap(500, folder);
  print('Memory', cards, [await measureMemory(launch, file)]);
}

async function benchStorage(): Promise<void> {
  const found: Figures[] = [];
  for (let run = 0; run < runs; run += 1) found.push(await measureStorage());
  print('Storage', 0, found);
}

async function benchPictures(launch: ProvidedLaunch, folder: string): Promise<void> {
  const file = await makePictureMap(folder);
  const found: Figures[] = [];
  for (let run = 0; run < runs; run += 1) found.push(await measurePictures(launch, file));
  print('Pictures', 0, found);
}

/** Without a window that could repaint, only parsing is told. */
function print(
  title: string,
  cards: number,
  found: readonly Figures[],
  calibrated: Calibrated = { repaint: Number.NaN, parse: calibrateParse() },
): void {
  const figures = medians(found);
  const { repaint, parse } = calibrated;
  const told = Number.isNaN(repaint) ? '' : `repaint ${repaint.toFixed(1)} ms, `;
  tell(`\n${title} (calibrations: ${told}parse ${parse.toFixed(1)} ms)`);
  for (const line of reportLines(cards, figures, calibrated)) tell(line);
  missed += countMissed(cards, figures);
}

function medians(found: readonly Figures[]): Figures {
  const names = new Set(found.flatMap((figures) => Object.keys(figures) as MetricName[]));
  return Object.fromEntries([...names].map((name) => [name, median(found.flatMap((each) => each[name] ?? []))]));
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
