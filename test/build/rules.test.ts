import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/runtime/projectPaths.ts';

/** A project with nothing but the configurations, in which each test plants what must not pass. */
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-rules-'));
  const configurations = ['package.json', 'tsconfig.base.json', 'biome.json', 'knip.json', '.gitignore'];
  for (const name of configurations) await copyFile(join(projectRoot, name), join(folder, name));
  for (const layer of ['shared', 'electron', 'renderer']) {
    await mkdir(join(folder, layer));
    await cp(join(projectRoot, layer, 'tsconfig.json'), join(folder, layer, 'tsconfig.json'));
  }
  await mkdir(join(folder, 'node_modules'));
  for (const name of ['@biomejs', '@types', 'vite', 'zod', 'undici-types']) {
    await symlink(join(projectRoot, 'node_modules', name), join(folder, 'node_modules', name));
  }
  await mkdir(join(folder, '.git'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function plant(path: string, content: string): Promise<void> {
  await mkdir(join(folder, dirname(path)), { recursive: true });
  await writeFile(join(folder, path), `${content}\n`);
}

/** Runs a tool of the project in the folder. */
async function run(tool: string, ...args: string[]): Promise<{ failed: boolean; output: string }> {
  return new Promise((resolve) => {
    const command = [join(projectRoot, 'node_modules', tool), ...args];
    execFile(process.execPath, command, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: stdout + stderr });
    });
  });
}

describe('the compiler', () => {
  const compile = (layer: string) => run('typescript/bin/tsc', '-p', layer, '--incremental', 'false');

  const newerThanEs2022 = 'export const newer = [Object.groupBy([1], String), Promise.withResolvers()];';
  const names: Record<string, string[]> = {
    shared: ['window', 'document', 'process', 'Buffer', 'console', 'setTimeout', 'structuredClone', 'URL', 'fetch'],
    electron: ['window', 'document'],
    renderer: ['process', 'Buffer'],
  };

  test.each(Object.entries(names))(
    'knows nothing foreign to %s, and nothing newer than ES2022',
    async (layer, foreign) => {
      await plant(`${layer}/a.ts`, `${newerThanEs2022}\nexport const known = [${foreign.join(', ')}];`);
      const { output } = await compile(layer);
      for (const name of ['groupBy', 'withResolvers', ...foreign]) expect(output).toContain(`'${name}'`);
    },
    30_000,
  );

  test('refuses an index that may be missing, and syntax that does not erase', async () => {
    await plant('shared/a.ts', 'export const first: number = [1][0];\nexport enum Kind { A }');
    const { output } = await compile('shared');
    expect(output).toContain('TS2322');
    expect(output).toContain('TS1294');
  });
});

describe('the linter', () => {
  const refused: Record<string, string> = {
    noExplicitAny: 'export const value: any = 1;',
    noDefaultExport: 'export default 1;',
    noEnum: 'export enum Kind {\n  A,\n}',
    noBarrelFile: "export { a } from './a.ts';",
    noNonNullAssertion: 'export const first = [1][0]!;',
    noParameterProperties: 'export class A {\n  constructor(readonly a: number) {}\n}',
    useImportExtensions: "import { b } from './b';\n\nexport const c = b;",
    useNodejsImportProtocol: "import { join } from 'path';\n\nexport const c = join;",
    noFloatingPromises: 'async function work() {}\n\nexport function start() {\n  work();\n}',
    noSkippedTests: "import { test } from 'vitest';\n\ntest.skip('later', () => {});",
    noFocusedTests: "import { test } from 'vitest';\n\ntest.only('now', () => {});",
    noConsole: "console.log('here');",
  };

  test.each(Object.entries(refused))('refuses %s', async (rule, content) => {
    await plant('shared/a.ts', content);
    await plant('shared/b.ts', 'export const b = 1;');
    const { failed, output } = await run('@biomejs/biome/bin/biome', 'lint', 'shared');
    expect(failed).toBe(true);
    expect(output).toContain(`/${rule}`);
  });

  test('refuses other formatting', async () => {
    await plant('shared/a.ts', 'export const a = "double"');
    const { failed, output } = await run('@biomejs/biome/bin/biome', 'format', '.');
    expect(failed).toBe(true);
    expect(output).toContain('shared/a.ts');
  });
});

describe('the search for unused code', () => {
  test('finds an export, a file and a dependency that nothing uses', async () => {
    await plant('electron/main/main.ts', "import { used } from './part.ts';\n\nused();");
    await plant('electron/main/part.ts', 'export function used() {}\nexport function idle() {}');
    await plant('electron/main/forgotten.ts', 'export const a = 1;');
    const { failed, output } = await run('knip/bin/knip.js', '--no-progress');
    expect(failed).toBe(true);
    for (const name of ['idle', 'electron/main/forgotten.ts', 'konva']) expect(output).toContain(name);
    expect(output).not.toMatch(/\bused /);
  });
});
