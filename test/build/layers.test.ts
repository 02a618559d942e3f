import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLayers } from '../../build/check/layers.ts';
import { projectRoot } from '../../build/runtime/projectPaths.ts';

/** For every rule a file that breaks it, and what that file imports. */
const plants: Record<string, Record<string, string>> = {
  'no-cycles': { 'shared/util/a.ts': "import './b.ts';", 'shared/util/b.ts': "import './a.ts';" },
  'no-unresolved': { 'shared/util/a.ts': "import './missing.ts';" },
  'shared-is-pure': { 'shared/util/a.ts': "import 'node:fs';" },
  'shared-order-util': { 'shared/util/a.ts': "import '../records/b.ts';", 'shared/records/b.ts': '' },
  'shared-order-records': { 'shared/records/a.ts': "import '../store/b.ts';", 'shared/store/b.ts': '' },
  'shared-order-store': { 'shared/store/a.ts': "import '../edits/b.ts';", 'shared/edits/b.ts': '' },
  'shared-order-edits': { 'shared/edits/a.ts': "import '../merge/b.ts';", 'shared/merge/b.ts': '' },
  'shared-order-merge': { 'shared/merge/a.ts': "import '../layout/b.ts';", 'shared/layout/b.ts': '' },
  'shared-order-layout': { 'shared/layout/a.ts': "import '../scene/b.ts';", 'shared/scene/b.ts': '' },
  'shared-order-scene': { 'shared/scene/a.ts': "import '../exchange/b.ts';", 'shared/exchange/b.ts': '' },
  'shared-order-exchange': { 'shared/exchange/a.ts': "import '../commands/b.ts';", 'shared/commands/b.ts': '' },
  'electron-knows-no-renderer': { 'electron/main/a.ts': "import '../../renderer/b.ts';", 'renderer/b.ts': '' },
  'renderer-knows-no-electron': { 'renderer/a.ts': "import '../electron/preload/b.ts';", 'electron/preload/b.ts': '' },
  'renderer-has-no-node': { 'renderer/a.ts': "import 'node:path';" },
  'storage-is-plain-node': { 'electron/storage/a.ts': "import { app } from 'electron'; app.quit();" },
  'main-knows-no-storage': { 'electron/main/a.ts': "import '../storage/b.ts';", 'electron/storage/b.ts': '' },
  'sqlite-only-in-storage': { 'electron/main/a.ts': "import 'better-sqlite3';" },
  'preload-is-a-bridge': { 'electron/preload/a.ts': "import '../main/b.ts';", 'electron/main/b.ts': '' },
  'product-knows-no-tooling': { 'electron/main/a.ts': "import '../../build/b.ts';", 'build/b.ts': '' },
  'product-uses-its-dependencies': { 'renderer/a.ts': "import 'fast-check';" },
};

/** Type imports vanish on compiling and still say who knows whom. */
const typeOnly = {
  'shared/util/a.ts': "import type { B } from '../scene/b.ts'; export type A = B;",
  'shared/scene/b.ts': 'export type B = string;',
};

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meander-layers-'));
  await copyFile(join(projectRoot, 'package.json'), join(folder, 'package.json'));
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function rulesBrokenBy(files: Record<string, string>): Promise<string[]> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const tops = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  const { violations } = await checkLayers(folder, tops);
  return violations.map(({ rule }) => rule);
}

describe('the layer check', () => {
  test.each(Object.entries(plants))('turns red for a violation of %s', async (rule, files) => {
    expect(await rulesBrokenBy(files)).toContain(rule);
  });

  test('has a planted violation for every rule', () => {
    const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
      join(projectRoot, '.dependency-cruiser.cjs'),
    );
    expect(Object.keys(plants).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  test('counts type imports too', async () => {
    expect(await rulesBrokenBy(typeOnly)).toEqual(['shared-order-util']);
  });

  test('finds nothing in files that keep the order', async () => {
    const files = { 'shared/scene/a.ts': "import '../util/b.ts'; import 'zod';", 'shared/util/b.ts': '' };
    expect(await rulesBrokenBy(files)).toEqual([]);
  });

  test('reads TypeScript', async () => {
    const { modules } = await checkLayers();
    expect(modules).toBeGreaterThan(20);
  });
});
