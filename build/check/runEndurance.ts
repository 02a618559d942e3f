/**
 * `npm run test:endurance`: the suites that try to lose a project, at their full figures or at the share given as
 * argument (`-- 0.1` does a tenth). Prints the sums of what they counted; fails when a suite does.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../runtime/projectPaths.ts';

const SUITES = [
  'test/electron/storage/crash.test.ts',
  'test/electron/storage/powerCut.test.ts',
  'test/electron/storage/powerCutOfEdits.test.ts',
  'test/electron/storage/saveFaults.test.ts',
  'test/electron/storage/damage.test.ts',
  'test/electron/storage/salvage.test.ts',
  'test/electron/storage/sequences.test.ts',
  'test/electron/storage/plantedFaults.test.ts',
  'test/shared/merge/anyMerge.test.ts',
];

const share = Number(process.argv[2] ?? 1);
if (!(share > 0)) {
  process.stderr.write('Give the share of the full figures to run, such as 0.1\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'meander-endurance-'));
const file = join(folder, 'figures.jsonl');
writeFileSync(file, '');
const begun = Date.now();
const { status } = spawnSync(
  process.execPath,
  [join(projectRoot, 'node_modules/vitest/vitest.mjs'), 'run', '--maxWorkers=2', ...SUITES],
  {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, MEANDER_ENDURANCE: String(share), MEANDER_FIGURES: file },
  },
);

const sums = new Map<string, number>();
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const figures: Record<string, number> = JSON.parse(line);
  for (const [name, count] of Object.entries(figures)) sums.set(name, (sums.get(name) ?? 0) + count);
}
rmSync(folder, { recursive: true });
process.stdout.write(`\nShare of the full figures: ${share}, in ${Math.round((Date.now() - begun) / 1000)} s\n`);
for (const [name, sum] of sums) process.stdout.write(`${String(sum).padStart(9)}  ${name}\n`);
process.exitCode = status ?? 1;
