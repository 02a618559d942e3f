import { join } from 'node:path';
import { projectRoot } from '../runtime/projectPaths.ts';

/** One step of `npm test`: a command that passes or fails as a whole, or a vitest project whose tests are counted. */
export interface Phase {
  readonly name: string;
  /** Script and arguments, run by the Node that runs the checks. Several run one after the other. */
  readonly commands: readonly (readonly string[])[];
  /** Vitest project whose tests are counted instead of the command. */
  readonly project?: string;
  /** What it prints is shown even when it passes: it tells what it obtained. */
  readonly tells?: boolean;
  /** Runs by itself after the others: it opens windows, which others would slow down. */
  readonly alone?: boolean;
}

const packaged = (path: string): string => join(projectRoot, 'node_modules', path);
const tsc = packaged('typescript/bin/tsc');
const biome = packaged('@biomejs/biome/bin/biome');

const layers = ['shared', 'electron', 'renderer', 'build', 'test'];

export const phases: readonly Phase[] = [
  { name: 'format', commands: [[biome, 'format', '.']] },
  { name: 'lint', commands: [[biome, 'check', '--formatter-enabled=false', '.']] },
  { name: 'types', commands: layers.map((layer) => [tsc, '-p', layer]) },
  { name: 'layers', commands: [[join(projectRoot, 'build/check/runLayers.ts')]] },
  { name: 'unused', commands: [[packaged('knip/bin/knip.js'), '--no-progress', '--no-config-hints']] },
  { name: 'set-up', commands: [[join(projectRoot, 'build/check/prepareTests.ts')]], tells: true },
  testPhase('unit'),
  testPhase('storage'),
  testPhase('component'),
  { name: 'build', commands: [[join(projectRoot, 'build/build.ts')]] },
  { ...testPhase('e2e'), alone: true },
];

function testPhase(project: string): Phase {
  return {
    name: project,
    project,
    commands: [[packaged('vitest/vitest.mjs'), 'run', '--passWithNoTests', '--project', project]],
  };
}
