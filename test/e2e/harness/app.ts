import { inject } from 'vitest';
import { openVirtualDisplay } from '../../../build/runtime/display.ts';
import type { ProvidedLaunch } from './globalSetup.ts';
import { type CliResult, runCommandLine } from './runCommandLine.ts';
import { type MeanderApp, type MeanderOptions, startMeander } from './startMeander.ts';

/** How to start the application on the screen of this file's tests: on one screen windows take each other's focus. */
export const launch = await onOwnScreen(inject('launch'));

async function onOwnScreen(given: ProvidedLaunch): Promise<ProvidedLaunch> {
  if (!given.isHeadless) return given;
  // It ends with the process that runs this file.
  const { name } = await openVirtualDisplay();
  return { ...given, env: { ...given.env, DISPLAY: name } };
}

/** Starts Meander for one test. Close it in the end, or it stays. */
export async function launchMeander(options: MeanderOptions = {}): Promise<MeanderApp> {
  return startMeander(launch, options);
}

/** Runs Meander's own command line, such as `['export', 'a.meander', '--pdf', 'a.pdf']`. */
export async function runCli(args: readonly string[], cwd?: string): Promise<CliResult> {
  return runCommandLine(launch, args, cwd);
}
