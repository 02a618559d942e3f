import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../runtime/projectPaths.ts';
import type { Phase } from './phases.ts';
import { type Count, countTests, type VitestReport } from './vitestReport.ts';

export interface PhaseResult extends Count {
  /** Everything the commands printed. */
  readonly output: string;
  readonly seconds: number;
  /** Absolute paths of the test files that ran. */
  readonly testFiles: readonly string[];
}

/** A command that takes longer hangs, in milliseconds. */
const timeLimit = 30 * 60_000;

const reportFolder = join(projectRoot, 'node_modules/.cache/check');

/** Runs one phase to its end; what it prints is kept, not shown. */
export async function runPhase(phase: Phase): Promise<PhaseResult> {
  const startedAt = performance.now();
  const result = phase.project ? await runTests(phase, phase.project) : await runCommands(phase);
  return { ...result, seconds: (performance.now() - startedAt) / 1000 };
}

async function runCommands(phase: Phase): Promise<Omit<PhaseResult, 'seconds'>> {
  let output = '';
  let failed = 0;
  for (const command of phase.commands) {
    const run = await runNode(command);
    output += run.output;
    if (run.code !== 0) failed = 1;
  }
  return { passed: 1 - failed, failed, output, testFiles: [] };
}

async function runTests(phase: Phase, project: string): Promise<Omit<PhaseResult, 'seconds'>> {
  const reportFile = join(reportFolder, `${project}.json`);
  await mkdir(reportFolder, { recursive: true });
  await rm(reportFile, { force: true });
  let output = '';
  let code = 0;
  for (const command of phase.commands) {
    const run = await runNode([...command, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]);
    output += run.output;
    code ||= run.code;
  }
  const report: VitestReport | undefined = await readFile(reportFile, 'utf8').then(JSON.parse, () => undefined);
  return { ...countTests(report, code), output, testFiles: report?.testResults.map(({ name }) => name) ?? [] };
}

async function runNode(command: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, command, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const timer = setTimeout(() => {
    chunks.push(Buffer.from(`Ended after ${timeLimit / 60_000} minutes.\n`));
    child.kill('SIGKILL');
  }, timeLimit);
  // Not "close": what it leaves behind may hold its output open.
  const code = await new Promise<number>((resolve) => child.on('exit', (exitCode) => resolve(exitCode ?? 1)));
  clearTimeout(timer);
  return { code, output: Buffer.concat(chunks).toString() };
}
