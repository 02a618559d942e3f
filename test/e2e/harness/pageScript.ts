import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../../build/runtime/projectPaths.ts';

/** Bundles a file of test/e2e/page into one script that a window can run. */
export async function bundlePageScript(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'chrome114',
      lib: { entry: join(projectRoot, 'test/e2e/page', `${name}.ts`), formats: ['iife'], name: 'pageScript' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('Nothing was built');
  return output.output[0].code;
}
