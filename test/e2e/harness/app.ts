import { inject } from 'vitest';
import { type CliResult, runCommandLine } from './runCommandLine.ts';
import { type MeanderApp, type MeanderOptions, startMeander } from './startMeander.ts';

/** Starts Meander for one test. Close it in the end, or it stays. */
export async function launchMeander(options: MeanderOptions = {}): Promise<MeanderApp> {
  return startMeander(inject('launch'), options);
}

/** Runs Meander's own command line, such as `['export', 'a.meander', '--pdf', 'a.pdf']`. */
export async function runCli(args: readonly string[], cwd?: string): Promise<CliResult> {
  return runCommandLine(inject('launch'), args, cwd);
}
