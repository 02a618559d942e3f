import { readdir, readFile } from 'node:fs/promises';
import type { MeanderApp } from './startMeander.ts';

/** The ids of the storage processes, as the system lists what main has started. */
export async function storagePids({ electron }: MeanderApp): Promise<readonly number[]> {
  const named = await electron.evaluate(({ app: running }) =>
    running.getAppMetrics().flatMap(({ name, pid }) => (name === 'Meander storage' ? [pid] : [])),
  );
  if (named.length > 0 || process.platform !== 'linux') return named;
  const main = electron.process().pid;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return status.includes(`\nPPid:\t${main}\n`) && command.includes('storageProcess') ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}
