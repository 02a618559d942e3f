import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { projectRoot } from '../runtime/projectPaths.ts';

export interface LayerReport {
  /** Modules looked at. None would mean that the checker could not read TypeScript, which it does not call an error. */
  readonly modules: number;
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}

const folders = ['shared', 'electron', 'renderer', 'build', 'test'];

/** Checks the rules of .dependency-cruiser.cjs over the source folders under `root`. */
export async function checkLayers(
  root: string = projectRoot,
  within: readonly string[] = folders,
): Promise<LayerReport> {
  const { forbidden, options }: { forbidden: unknown[]; options: ICruiseOptions } = createRequire(import.meta.url)(
    join(projectRoot, '.dependency-cruiser.cjs'),
  );
  const given = { ...options, baseDir: root, validate: true, ruleSet: { forbidden } } as ICruiseOptions;
  const { output } = await cruise([...within], given);
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a text instead of a result.');
  return report(output);
}

function report({ modules, summary }: ICruiseResult): LayerReport {
  return {
    modules: modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`))).length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
