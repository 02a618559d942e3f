import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvidedLaunch } from './globalSetup.ts';
import { removeFolder } from './removeFolder.ts';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that takes longer hangs, in milliseconds. */
const timeLimit = 120_000;

/** Runs the application without a window of its own, in a profile of its own, until it exits. */
export async function runCommandLine(
  launch: ProvidedLaunch,
  args: readonly string[],
  cwd: string = tmpdir(),
): Promise<CliResult> {
  const userData = await mkdtemp(join(tmpdir(), 'meander-cli-'));
  const child = spawn(launch.electronPath, [`--user-data-dir=${userData}`, ...launch.args, ...args], {
    cwd,
    env: { ...launch.env, XDG_CONFIG_HOME: userData, XDG_DATA_HOME: userData },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeLimit,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  await removeFolder(userData);
  return { code, stdout, stderr };
}
