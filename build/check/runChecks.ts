/**
 * `npm test`: every check there is, or the phases named as arguments. Prints a line for each phase, the whole output of
 * those that failed, and last the sum on a line by itself.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../runtime/projectPaths.ts';
import { type Phase, phases } from './phases.ts';
import { type PhaseResult, runPhase } from './runPhase.ts';

/** As many phases at a time; most of them keep one core busy. */
const atATime = 2;

const named = process.argv.slice(2);
const unknown = named.filter((name) => !phases.some((phase) => phase.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No such phase: ${unknown.join(', ')}. There are: ${phases.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}
const chosen = named.length > 0 ? phases.filter(({ name }) => named.includes(name)) : phases;

const results: PhaseResult[] = [];
await runAll(
  chosen.filter(({ alone }) => !alone),
  atATime,
);
await runAll(
  chosen.filter(({ alone }) => alone),
  1,
);

const passed = sum(({ passed }) => passed);
let failed = sum(({ failed }) => failed);
if (named.length === 0) {
  const strays = filesOutsideEveryProject();
  if (strays.length > 0) {
    failed += 1;
    process.stdout.write(`\nNo project of vitest.config.ts runs these tests:\n${strays.join('\n')}\n`);
  }
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function runAll(queue: readonly Phase[], workers: number): Promise<void> {
  const waiting = [...queue];
  const work = async (): Promise<void> => {
    for (let phase = waiting.shift(); phase; phase = waiting.shift()) {
      const result = await runPhase(phase);
      results.push(result);
      print(phase, result);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
}

function print({ name, project, tells }: Phase, { passed, failed, output, seconds }: PhaseResult): void {
  const outcome = failed > 0 ? 'failed' : project && passed === 0 ? 'no tests' : 'ok';
  const counts = project ? `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}` : '';
  process.stdout.write(
    `${name.padEnd(10)} ${outcome.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`.trimEnd().concat('\n'),
  );
  if (failed > 0) process.stdout.write(`\n${output.trimEnd()}\n\n`);
  else if (tells) process.stdout.write(output);
}

function sum(of: (result: PhaseResult) => number): number {
  return results.reduce((total, result) => total + of(result), 0);
}

function filesOutsideEveryProject(): string[] {
  const ran = new Set(results.flatMap(({ testFiles }) => testFiles));
  const all = globSync('test/**/*.test.{ts,tsx}', { cwd: projectRoot }).map((file) => join(projectRoot, file));
  return all.filter((file) => !ran.has(file));
}
