/**
 * `npm run bench [-- --cards 2000 --runs 3]`: how fast the built application is here, beside its budgets and beside
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
import { type BenchMap, makeBenchMap, makeEmptyMap, SIZES } from './benchMap.ts';
import { calibrateParse } from './calibrate.ts';
import { measureExportFrames, measureExports } from './exportTimes.ts';
import type { Calibrated, Figures, MetricName } from './metrics.ts';
import { measureNode } from './nodeTimes.ts';
import { countMissed, reportLines } from './report.ts';
import { measureStart } from './startTimes.ts';
import { median } from './statistics.ts';
import { measureWindow } from './windowTimes.ts';

const { values } = parseArgs({
  options: { cards: { type: 'string', multiple: true }, runs: { type: 'string', default: '3' } },
});
const sizes = values.cards?.map(Number) ?? SIZES;
const runs = Math.max(1, Number(values.runs));

await runScript(async () => {
  await buildOutIfStale();
  const { cleanup, ...launch } = await prepareLaunch();
  const folder = await mkdtemp(join(tmpdir(), 'meander-bench-'));
  try {
    tell(`Node ${process.versions.node}, ${availableParallelism()} cores, medians of ${runs} runs`);
    await benchStart(launch);
    const empty = await makeEmptyMap(folder);
    for (const cards of sizes) await benchMap(launch, await makeBenchMap(cards, folder), empty);
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
  print('Start', 0, found.slice(1), { repaint: Number.NaN, parse: calibrateParse() });
}

async function benchMap(launch: ProvidedLaunch, { cards, records, file }: BenchMap, empty: string): Promise<void> {
  const found: Figures[] = [];
  const repaints: number[] = [];
  const parses: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    parses.push(calibrateParse());
    const { figures, repaint } = await measureWindow(launch, file);
    repaints.push(repaint);
    found.push(figures, measureNode(records), await measureExports(launch, file, empty));
  }
  found.push(await measureExportFrames(launch, file));
  print(`${cards.toLocaleString('en')} cards`, cards, found, { repaint: median(repaints), parse: median(parses) });
}

function print(title: string, cards: number, found: readonly Figures[], calibrated: Calibrated): void {
  const figures = medians(found);
  const { repaint, parse } = calibrated;
  const told = Number.isNaN(repaint) ? '' : `repaint ${repaint.toFixed(1)} ms, `;
  tell(`\n${title} (calibrations: ${told}parse ${parse.toFixed(1)} ms)`);
  for (const line of reportLines(cards, figures, calibrated)) tell(line);
  const missed = countMissed(cards, figures);
  if (missed > 0) tell(`${missed} missed`);
}

function medians(found: readonly Figures[]): Figures {
  const names = new Set(found.flatMap((figures) => Object.keys(figures) as MetricName[]));
  return Object.fromEntries([...names].map((name) => [name, median(found.flatMap((each) => each[name] ?? []))]));
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
